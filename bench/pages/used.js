/** One interpreter that grades again and again: the site's own worker, never thrown away. */

const { searchParams } = new URL(location.href);
const channel = searchParams.get("channel");
const problem = new URL(String(searchParams.get("problem")), location.href).href;

/** @param {object} result */
const tell = (result) =>
  fetch(`/bench/results?channel=${channel}`, { method: "POST", body: JSON.stringify(result) });

/** The data of the problem's page, whose relative addresses then hold here too. */
async function readPage() {
  const page = new DOMParser().parseFromString(await (await fetch(problem)).text(), "text/html");
  document.head.append(Object.assign(document.createElement("base"), { href: problem }));
  return JSON.parse(page.getElementById("page-data")?.textContent ?? "");
}

async function follow() {
  const { assets, bundle, runtime: manifest } = await readPage();
  const script = (/** @type {string} */ name) => import(new URL(`${assets}scripts/${name}`, problem).href);
  const [{ createRuntime }, { bootWorker, gradeIn }, { unseal }] = await Promise.all(
    ["runtime.js", "spare.js", "bundle.js"].map(script),
  );
  const { problem: tests, solution } = await unseal(bundle.sealed);
  const start = createRuntime(manifest).load("plain", () => {});
  const used = await bootWorker({ start, problem: null, seconds: 120, onStep() {} });
  for (;;) {
    await tell(await grade());
    await (await fetch(`/bench/next?channel=${channel}`)).text();
  }

  async function grade() {
    const started = performance.now();
    const report = await gradeIn(used, { problem: tests, submission: solution }, [], () => {});
    const passed = report.tests.filter((/** @type {any} */ { outcome }) => outcome === "passed").length;
    return { ms: performance.now() - started, verdict: `${passed} of ${report.tests.length} tests passed` };
  }
}

follow().catch((error) => tell({ error: String(error) }));
