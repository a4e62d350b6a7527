/** The list of tests or examples of a problem: each item from "not run" to its outcome. */

/** @import { TestCase, TestResult } from "./contracts.js" */
/** @import { Stamped } from "./stamp.js" */

/**
 * @typedef {object} ResultsOptions
 * @property {HTMLElement} list
 * @property {import("./stamp.js").Stamp} stamp
 * @property {(result: TestResult) => HTMLElement | null} describe
 * @property {(test: TestCase) => HTMLElement} [tool] a button beside each item
 */

const OUTCOME_WORDS = {
  passed: "Passed",
  failed: "Failed",
  timeout: "Timed out",
  error: "Test is broken",
  "not-run": "Not run",
};

/** @param {ResultsOptions} options */
export function createResults({ list, stamp, describe, tool }) {
  /** @type {Map<string, Stamped>} */
  const rows = new Map();
  let opened = false;

  /** @param {string} id @param {string} outcome @param {string} words */
  function setOutcome(id, outcome, words) {
    const row = rows.get(id);
    if (!row) return;
    row.root.dataset.outcome = outcome;
    row.part("outcome").textContent = words;
    delete row.root.dataset.running;
  }

  /** @param {Stamped} row @param {TestResult} result */
  function addDetails({ root, part }, result) {
    clear({ root, part });
    const details = describe(result);
    if (!details) return;
    const { root: fold, part: foldPart } = stamp("result-details");
    const first = !opened && result.outcome !== "passed" && result.outcome !== "not-run";
    if (first) fold.setAttribute("open", "");
    opened ||= first;
    foldPart("summary").append(part("line"));
    foldPart("body").append(details);
    root.prepend(fold);
  }

  /** Leave nothing but the line and the tool, which keeps the focus. @param {Stamped} row */
  function clear({ root, part }) {
    const line = part("line");
    root.prepend(line);
    for (const child of [...root.children]) if (child !== line && !child.matches(".result-tool")) child.remove();
  }

  /** @param {TestResult} result */
  function finish(result) {
    const row = rows.get(result.id);
    if (!row || (result.outcome !== "not-run" && row.root.dataset.outcome === result.outcome)) return;
    setOutcome(result.id, result.outcome, OUTCOME_WORDS[result.outcome]);
    row.part("time").textContent = result.outcome === "not-run" ? "" : timeWords(result.seconds);
    addDetails(row, result);
  }

  /** Show these, none of them run; the list stays as tall as it is until it settles. @param {TestCase[]} cases */
  function expect(cases) {
    list.style.minHeight = `${list.offsetHeight}px`;
    rows.clear();
    opened = false;
    for (const { id, name } of cases) {
      const row = stamp("result");
      row.root.dataset.outcome = "not-run";
      row.part("name").textContent = name;
      if (tool) row.root.append(tool({ id, name }));
      rows.set(id, row);
    }
    const [held, pane] = [list.contains(document.activeElement), list.closest("[role=group]")];
    list.replaceChildren(...[...rows.values()].map((row) => row.root));
    if (held && pane instanceof HTMLElement) pane.focus({ preventScroll: true });
  }

  /** Show these as not run; the others stay, marked as of the run before. @param {string[]} ids */
  function again(ids) {
    opened = false;
    for (const [id, row] of rows) {
      const stays = !ids.includes(id) && row.root.dataset.outcome !== "not-run";
      row.root.toggleAttribute("data-stale", stays);
      if (ids.includes(id)) {
        setOutcome(id, "not-run", "");
        clear(row);
      }
      if (ids.includes(id) || stays) row.part("time").textContent = stays ? "from the run before" : "";
    }
  }

  return {
    expect,
    again,
    /** The tests that did not pass when they ran last. */
    failed: () => [...rows.keys()].filter((id) => /failed|timeout|error/.test(rows.get(id)?.root.dataset.outcome ?? "")),
    /** @param {string} id */
    start(id) {
      setOutcome(id, "not-run", "Running");
      const row = rows.get(id);
      if (row) row.root.dataset.running = "";
    },
    /** Show what a test has printed so far; its result will say all of it. @param {string} id @param {string} text */
    print(id, text) {
      const row = rows.get(id);
      if (!row) return;
      const shown = row.root.querySelector("pre") ?? row.root.appendChild(stamp("block").root);
      shown.append(text);
    },
    finish,
    /** Bring every item to what the report says. @param {TestResult[]} results */
    settle(results) {
      if (results.some(({ id }) => !rows.has(id))) expect(results);
      results.forEach(finish);
      for (const [id, { root }] of rows) {
        if ("running" in root.dataset) setOutcome(id, "not-run", OUTCOME_WORDS["not-run"]);
      }
      list.style.minHeight = "";
    },
  };
}

/** @param {number} seconds */
function timeWords(seconds) {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
}
