/** Grades in a page of the built site with the site's own modules; the tests call what it exports. */

/** What `open` brought. @type {any} */
let site;
/** @type {any} */
let runtime = null;
/** @type {any} */
let runner = null;
/** The worker that waits for `grade`, and the problem that it is ready for. @type {any} */
let spare = null;
/** @type {any} */
let booted = null;
/** What the runner has said since `startRunner`, in order. */
const said = { steps: [], console: [] };

/**
 * Take over what a problem's page carries, without the page's own runner.
 *
 * @param {string} slug
 * @param {number} test_seconds the limit of a test: an endless loop takes all of it
 */
export async function open(slug, test_seconds) {
  const page = new URL(`problems/${slug}/`, document.baseURI);
  const parsed = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html");
  const data = JSON.parse(parsed.getElementById("page-data").textContent);
  const load = (name) => import(new URL(`${data.assets}scripts/${name}`, page).href);
  const [{ unseal }, ...modules] = await Promise.all(["bundle.js", "runtime.js", "spare.js", "runner.js"].map(load));
  const { problem } = await unseal(data.bundle.sealed);
  problem.limits = { test_seconds, run_seconds: 60 };
  const manifest = { ...data.runtime, base: new URL(data.runtime.base, page).href };
  site = Object.assign({ problem, manifest }, ...modules);
}

/**
 * Boot a worker of the page's one runtime in the way that is asked for; the next `grade` is its run.
 *
 * @param {"plain" | "restored"} way
 * @param {object | null} problem null for the page's own
 * @returns {Promise<string[]>} the steps that the worker told
 */
export async function boot(way, problem) {
  runtime ??= site.createRuntime(site.manifest);
  const start = runtime.load(way, () => {});
  booted = problem ?? site.problem;
  const steps = [];
  const onStep = (step) => steps.push(step);
  spare = await site.bootWorker({ start, problem: booted, seconds: 120, onStep });
  return steps;
}

/**
 * Grade in the worker that `boot` has booted, and end it.
 *
 * @param {string} submission
 */
export async function grade(submission) {
  const report = await site.gradeIn(spare, { problem: booted, submission }, [], () => {});
  spare.worker.terminate();
  spare.port.close();
  spare = null;
  return report;
}

/** Start the site's runner, on what counts as a fast line, and wait until it is ready or has failed. */
export async function startRunner() {
  Object.defineProperty(navigator, "connection", { value: { downlink: 10 } });
  console.info = (text) => said.console.push(text);
  const onStatus = (status) => status.phase !== "loading" || said.steps.push(status.step);
  runner = site.createRunner({ runtime: site.manifest, problem: async () => site.problem, onStatus });
  await runner.start();
}

/**
 * Grade with the runner, as the page does: each run takes the worker that waits.
 *
 * @param {string} submission
 */
export async function run(submission) {
  return runner.run({ problem: site.problem, submission }, () => {});
}

/** Tell what the runner has said to the page and to the console. */
export async function heard() {
  return said;
}

/** Leave for an address: the policy stops a page's fetch, but not this. @param {string} url */
export async function leave(url) {
  setTimeout(() => location.assign(url));
}
