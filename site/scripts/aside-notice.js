/** Says that something was kept aside which this version of the site cannot read, and hands it out. */

import { saveFile } from "./saving.js";

/** @import { Action } from "./notices.js" */
/** @import { Aside } from "./store.js" */

/** @type {Record<string, string>} */
const NAMES = {
  draft: "Your draft",
  scratch: "Your scratch code",
  input: "Your program input",
  pending: "A run of yours",
  practice: "The record of your days of practice",
};
const OTHERS = "A record of your progress";

/** @param {(words: string, action: Action) => void} say @returns {(aside: Aside) => void} hears of each, tells of all */
export function createAsideNotice(say) {
  /** @type {Aside[]} */
  const all = [];
  return (aside) => {
    all.push(aside);
    const [{ kind }] = all;
    const words = `${NAMES[kind] ?? OTHERS} was damaged, or written by another version of this site. It is kept aside as it was.`;
    const save = () => saveFile("scratchwork-kept-aside.json", { scratchwork: "aside", format: 1, records: all });
    say(words, { label: "Save it as a file", run: save });
  };
}
