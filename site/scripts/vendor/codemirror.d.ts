export * from "./codemirror.entry.js";
export type { Extension } from "@codemirror/state";
