/**
 * Reads lines from standard input on a thread of its own and posts them. At the end of the input
 * whoever asks has gone or wants no more: the process ends, whatever its main thread is at.
 */
import { readSync } from "node:fs";
import { parentPort } from "node:worker_threads";

const CHUNK = Buffer.alloc(1 << 16);
let waiting = [];

for (let size = read(); size > 0; size = read()) {
  let data = Buffer.from(CHUNK.subarray(0, size));
  for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10)) {
    waiting.push(data.subarray(0, end));
    parentPort.postMessage(Buffer.concat(waiting).toString("utf8"));
    waiting = [];
    data = data.subarray(end + 1);
  }
  waiting.push(data);
}
process.kill(process.pid, "SIGKILL");

function read() {
  try {
    return readSync(0, CHUNK);
  } catch (error) {
    if (error.code === "EOF") return 0; // how Windows says it
    throw error;
  }
}
