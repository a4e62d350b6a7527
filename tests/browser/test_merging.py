"""Two browsers that import each other's export keep the same, lose nothing, and can go back."""

from typing import Any

import pytest
from hosting import Site
from playwright.sync_api import BrowserContext

# Two sites of one origin stand for two browsers; few words and moments, so that much of it meets.
EXCHANGE = """async ({ scripts, seed }) => {
  const load = (name) => import(`${scripts}${name}.js`);
  const [{ openStore }, { openRuns }, { gatherWork }] =
    await Promise.all(["store", "runs", "work-gather"].map(load));
  const [{ mergeWork }, { describeWork, readWork }] =
    await Promise.all(["work-merge", "work-file"].map(load));
  let state = seed;
  const below = (count) => (state = (state * 48271) % 2147483647) % count;
  const pick = (all) => all[below(all.length)];
  const slugs = () => ["a", "b"].filter(() => below(3));
  const some = (make) => Object.fromEntries(slugs().map((slug) => [slug, make()]));
  const code = () => pick(["x = 1", "y = 2", "z = 3", ""]);
  const typed = () => some(() => ({ code: code(), saved: 1 + below(3) }));
  const day = () => pick(["2026-11-01", "2026-11-02", "1970-01-01"]);

  function makeRun() {
    const state = pick(["graded", "crashed", "set-aside"]);
    const when = { slug: pick(["a", "b"]), at: 1 + below(3), version: "v" };
    return { ...when, state, passed: 3, total: 6, seconds: 1, code: `${code()} #` };
  }
  function makeMark() {
    const mark = { at: 1 + below(3), versions: [pick(["v", "w"])], unaided: below(2) > 0 };
    return pick([{ at: 0 }, mark]);
  }
  const makeWork = () => ({
    drafts: typed(), scratch: typed(), input: typed(),
    solved: some(makeMark),
    help: some(() => ({ [pick(["hint", "reference"])]: 1 + below(3), constructor: 2 })),
    practice: { [day()]: 1 + below(4), [day()]: 1 + below(4) },
    runs: Array.from({ length: below(5) }, makeRun),
  });

  async function openDevice(name) {
    const site = `/${seed}-${name}/`;
    const fail = () => { throw new Error("trouble with the storage"); };
    const store = openStore({ storage: () => localStorage, site, onTrouble: fail, onAside: fail });
    const runs = openRuns({ site, onTrouble: fail });
    store.write("practice", "days", '{"days":{},"whole":true}');
    const device = {
      take: async (file) => mergeWork(await readWork(file), store, runs),
      give: async () => new Blob([JSON.stringify(describeWork(await gatherWork(store, runs)))]),
      tell: async () => ({ ...(await gatherWork(store, runs)), started: store.slugs("started") }),
    };
    await device.take(new Blob([JSON.stringify(describeWork(makeWork()))]));
    return device;
  }

  const [one, two] = [await openDevice("one"), await openDevice("two")];
  const before = [await one.tell(), await two.tell()];
  const files = [await one.give(), await two.give()];
  const { undo } = await one.take(files[1]);
  const merged = await one.tell();
  await undo();
  const undone = await one.tell();
  await one.take(files[1]);
  await two.take(files[0]);
  const after = [await one.tell(), await two.tell()];
  const latest = [await one.give(), await two.give()];
  const again = [];
  for (const file of [...files, ...latest]) {
    for (const device of [one, two]) again.push((await device.take(file)).anything);
  }
  return { before, merged, undone, after, again };
}"""
SAMPLE = 40


def plain(work: dict[str, Any]) -> dict[str, Any]:
    """Return what has to be the same in both, whatever its order.

    Of two runs of one moment, one has moved.
    """
    names = ("slug", "state", "part", "passed", "total", "code")
    runs = sorted(str([run.get(name) for name in names]) for run in work["runs"])
    solved = {
        slug: {**mark, "versions": sorted(mark["versions"])}
        for slug, mark in work["solved"].items()
    }
    drafts = {
        f"{kind} {slug}": draft["code"]
        for kind in ("drafts", "scratch", "input")
        for slug, draft in work[kind].items()
        if draft["code"] or kind == "drafts"
    }
    told = {name: work[name] for name in ("help", "practice")}
    return {"runs": runs, "solved": solved, "drafts": drafts, **told}


def codes(work: dict[str, Any]) -> set[tuple[str, str]]:
    """Return everything that was typed, by its problem."""
    typed = {
        (slug, draft["code"])
        for kind in ("drafts", "scratch", "input")
        for slug, draft in work[kind].items()
    }
    return {
        (slug, code)
        for slug, code in typed | {(r["slug"], r["code"]) for r in work["runs"]}
        if code
    }


@pytest.fixture(scope="module")
def exchanged(browser: Any, site: Site) -> list[Any]:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.url}404.html")
    scripts = f"{site.url}assets/{next((site.folder / 'assets').iterdir()).name}/scripts/"
    found = [
        page.evaluate(EXCHANGE, {"scripts": scripts, "seed": seed}) for seed in range(1, SAMPLE + 1)
    ]
    context.close()
    return found


def test_both_ways_lead_to_the_same(exchanged: list[Any]) -> None:
    for seed, found in enumerate(exchanged, start=1):
        one, two = map(plain, found["after"])
        assert one == two, seed


def test_neither_side_is_lost(exchanged: list[Any]) -> None:
    for seed, found in enumerate(exchanged, start=1):
        for work in found["before"]:
            assert codes(work) <= codes(found["after"][0]), seed
            assert set(work["solved"]) <= set(found["after"][0]["solved"]), seed


def test_what_is_there_is_not_imported_again(exchanged: list[Any]) -> None:
    for seed, found in enumerate(exchanged, start=1):
        assert not any(found["again"]), seed


def test_undone_it_is_as_before(exchanged: list[Any]) -> None:
    changed = 0
    for seed, found in enumerate(exchanged, start=1):
        assert found["undone"] == found["before"][0], seed
        changed += found["merged"] != found["undone"]
    assert changed > SAMPLE / 2
