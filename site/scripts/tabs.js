/** On narrow screens, statement, editor and results are tabs; on wide ones they stand side by side. */

import { make } from "./element.js";
import { embedded } from "./embed-mode.js";

/** @typedef {"statement" | "editor" | "results"} View */

/**
 * @typedef {object} TabsOptions
 * @property {HTMLElement} main its `data-view` names the view that narrow screens show
 * @property {HTMLElement} bar gets the tabs
 * @property {Record<View, HTMLElement>} panels
 * @property {HTMLElement} bench what a link to it wants is the editor
 */

const VIEWS = /** @type {View[]} */ (["statement", "editor", "results"]);
const STEPS = /** @type {Record<string, (place: number) => number>} */ ({
  ArrowLeft: (place) => (place + VIEWS.length - 1) % VIEWS.length,
  ArrowRight: (place) => (place + 1) % VIEWS.length,
  Home: () => 0,
  End: () => VIEWS.length - 1,
});

/** @param {TabsOptions} options */
export function createTabs({ main, bar, panels, bench }) {
  if (embedded) return { showEditor() {}, showResults() {}, focusNear: focusEditor };
  const narrow = matchMedia("(max-width: 59.99rem)");
  /** @type {Partial<Record<View, number>>} how far each was scrolled */
  const scrolled = {};
  const tabs = VIEWS.map((view) => makeTab(view, panels[view].id, () => show(view)));
  const roles = VIEWS.map((view) => dress(panels[view], `tab-${view}`));
  bar.append(...tabs);
  bar.setAttribute("role", "tablist");
  bar.setAttribute("aria-label", "Parts of the page");

  /** @returns {View} */
  const shown = () => VIEWS.find((view) => view === main.dataset.view) ?? "statement";

  /** @param {View} view */
  function select(view) {
    main.dataset.view = view;
    tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(VIEWS[place] === view));
      tab.tabIndex = VIEWS[place] === view ? 0 : -1;
    });
  }

  /** Show a view, where it was left or, if wanted, from its beginning. @param {View} view @param {boolean} [anew] */
  function show(view, anew = false) {
    const [before, top, focused] = [shown(), scrollY, document.activeElement];
    scrolled[before] = top;
    select(view);
    if (!narrow.matches) return;
    // What was on the screen above the tabs stays there, and what was not, away.
    const least = Math.min(top, main.offsetTop);
    if (anew || before !== view) scrollTo({ top: Math.max(anew ? 0 : (scrolled[view] ?? 0), least), behavior: "instant" });
    if (focused instanceof HTMLElement && !focused.checkVisibility({ visibilityProperty: true })) focusTab({ preventScroll: true });
    history.replaceState({ ...history.state, view }, "");
  }

  /** @param {FocusOptions} [options] */
  const focusTab = (options) => tabs[VIEWS.indexOf(shown())].focus(options);

  /** Show the view that holds what an address points at. @param {string} hash */
  function showTarget(hash) {
    // What carries an attempt, or was cut off, names no place here, and need not be decodable.
    const target = /^#[\w-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    const view = target && (target === bench ? "editor" : VIEWS.find((one) => panels[one].contains(target)));
    if (view) show(view);
    return view ? target : null;
  }

  bar.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(VIEWS[step(VIEWS.indexOf(shown()))]);
    focusTab();
  });
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href^='#']") : null;
    if (link) showTarget(link.getAttribute("href") ?? "");
  });
  addEventListener("hashchange", () => showTarget(location.hash)?.scrollIntoView());
  new ResizeObserver(() => main.style.setProperty("--tabs", `${bar.offsetHeight}px`)).observe(bar);
  const follow = () => roles.forEach((setRole) => setRole(narrow.matches));
  narrow.addEventListener("change", follow);
  follow();
  select(VIEWS.find((view) => view === history.state?.view) ?? "statement");
  showTarget(location.hash)?.scrollIntoView();

  return {
    showEditor: () => show("editor"),
    showResults: () => show("results", true),
    /** Focus the editor, or the tab of what is shown instead. @param {{ focus: () => void }} editor */
    focusNear: (editor) => (panels.editor.checkVisibility() ? editor.focus() : focusTab()),
  };
}

/** @param {{ focus: () => void }} editor */
const focusEditor = (editor) => editor.focus();

/** @param {View} view @param {string} panel @param {() => void} press */
function makeTab(view, panel, press) {
  const label = view.charAt(0).toUpperCase() + view.slice(1);
  const tab = make("button", { type: "button", class: "tab", role: "tab", id: `tab-${view}`, "aria-controls": panel }, label);
  tab.addEventListener("click", press);
  return tab;
}

/** Make the function by which an element becomes a tab's panel, and again what it was.
 * @param {HTMLElement} panel @param {string} tab @returns {(tabbed: boolean) => void} */
function dress(panel, tab) {
  const [role, label] = [panel.getAttribute("role"), panel.getAttribute("aria-labelledby")];
  const set = (/** @type {string} */ name, /** @type {string | null} */ value) =>
    value === null ? panel.removeAttribute(name) : panel.setAttribute(name, value);
  return (tabbed) => {
    set("role", tabbed ? "tabpanel" : role);
    set("aria-labelledby", tabbed ? tab : label);
  };
}
