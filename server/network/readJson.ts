import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";

/** The JSON in a file's text; undefined, and a problem with its line said, when it is broken. */
export function readJson(text: string, file: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    problems.push({
      kind: "file",
      file,
      where: `line ${before.length}, character ${(before.at(-1) ?? "").length + 1}`,
      field: "",
      value: oneLine(text.split("\n")[before.length - 1]?.trim() ?? ""),
      problem: `is not JSON (${oneLine(message)})`,
      remedy: "Look there for a missing or extra comma, quote or bracket.",
    });
    return undefined;
  }
}
