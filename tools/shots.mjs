/** Writes pictures of every state of the pages into a folder, for eyes to judge: `npm run shots -- FOLDER`. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fail, root, venvPython } from "./python.mjs";
import { setUp } from "./setup.mjs";

const folder = process.argv[2];
if (!folder) fail("name the folder for the pictures: npm run shots -- FOLDER");
const target = path.resolve(process.env.INIT_CWD ?? ".", folder);
setUp({ browser: true });
const run = spawnSync(
  venvPython,
  ["-m", "pytest", "tests/browser/test_layout.py", "-q", "-p", "no:cacheprovider", "-k", "overflows or further"],
  { cwd: root, env: { ...process.env, SCRATCHWORK_ALL: "1", SCRATCHWORK_SHOTS: target }, stdio: "inherit" },
);
console.log(`The pictures are in ${target}: one for each state, screen and colour scheme.`);
process.exit(run.status ?? 1);
