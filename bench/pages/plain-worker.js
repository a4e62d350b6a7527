/** The plain way's worker: Pyodide as its documentation starts it, NumPy, the checks. */

const runtime = new URL(String(new URLSearchParams(location.search).get("runtime")), location.href).href;
const text = async (/** @type {string} */ name) => (await fetch(`/assets/bench/${name}`)).text();

try {
  const sources = Promise.all(["plain_checks.py", "solution.py", "test_solution.py"].map(text));
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const lockFileURL = new URL("/assets/bench/pyodide-lock.json", location.href).href;
  const pyodide = await loadPyodide({ indexURL: runtime, lockFileURL, packageBaseUrl: runtime });
  await pyodide.loadPackage("numpy", { messageCallback() {} });
  const [program, solution, tests] = await sources;
  pyodide.runPython(program);
  const verdict = pyodide.globals.get("run_checks")(solution, tests);
  postMessage({ verdict });
} catch (error) {
  postMessage({ error: String(error) });
}
