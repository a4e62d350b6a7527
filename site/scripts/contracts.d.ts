/** The data that reaches the page, as `build.py contracts` writes it down from the Python types. */

export type {
  Bundle,
  Event,
  Failure,
  Fault,
  Frame,
  KnownWrong,
  Output,
  PageData,
  Problem,
  ProgramEvent,
  ProgramOutcome,
  ProgramText,
  Report,
  RuntimeFile,
  RuntimeManifest,
  Sealed,
  Table,
  TestCase,
  TestResult,
  Value,
} from "../../.cache/contracts/contracts.js";

import type { Event, Problem, ProgramEvent, ProgramOutcome, Report } from "../../.cache/contracts/contracts.js";

/** How far the runtime of that name is; `received` and `total` are bytes, 0 while a step has none. */
export type RuntimeStatus =
  | { phase: "loading"; name: string; step: string; received: number; total: number }
  | { phase: "ready" }
  | { phase: "failed"; message: string };

/** What grades or runs a submission; never rejects, and waits for the runtime where it must. */
export interface Runner {
  start(): void;
  run(work: { problem: Problem; submission: string; only?: string[] | null }, onEvent: (event: Event) => void): Promise<Report>;
  runProgram(
    work: { problem: Problem; source: string; scratch: string; typed: string },
    onEvent: (event: ProgramEvent) => void,
  ): Promise<ProgramOutcome>;
  stop(): void;
}
