import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";

const LIMIT = 64 * 1024 * 1024;
const unreadable: [string, string] = [
  "cannot be read",
  "Give the user who runs Sguardo the right to read it.",
];

/** A file of the folder as text without its byte order mark; null, and a problem said, when it cannot be read as such. */
export async function readText(dir: string, file: string, problems: Problem[]): Promise<string | null> {
  const refuse = (where: string, value: string, [problem, remedy]: [string, string]) => {
    problems.push({ kind: "file", file, where, field: "", value, problem, remedy });
    return null;
  };
  const path = join(dir, file);
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => code);
  if (found === "EACCES") return refuse("", "", unreadable);
  if (!found || typeof found === "string")
    return refuse("", "", ["is missing", `Add ${file} to the folder (data/README.md says what goes in it).`]);
  if (!found.isFile()) return refuse("", "", ["is not a file", "Put a file there, not a folder."]);
  if (found.size > LIMIT) {
    const size = `${Math.round(found.size / 1024 / 1024)} MB`;
    return refuse("", size, [
      "is too large for a network folder (64 MB at most)",
      "Simplify it, or check that it is the right file.",
    ]);
  }
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return refuse("", "", unreadable);
  return decode(bytes, refuse);
}

function decode(
  bytes: Buffer,
  refuse: (where: string, value: string, why: [string, string]) => null,
): string | null {
  if (bytes.length === 0) return refuse("", "", ["is empty", "Fill it in."]);
  if (bytes[0] === 0xff || bytes[0] === 0xfe)
    return refuse("", "", ["is UTF-16 text", "Save it again as UTF-8 (in Excel: CSV UTF-8)."]);
  if (bytes.includes(0))
    return refuse("", "", ["is not text (it holds zero bytes)", "Save it as text in UTF-8."]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const { line, text } = firstBrokenLine(bytes);
    return refuse(`line ${line}`, oneLine(text), [
      "is not UTF-8 text (perhaps Windows-1252)",
      "Save the file again as UTF-8 (in Excel: CSV UTF-8).",
    ]);
  }
}

function firstBrokenLine(bytes: Buffer): { line: number; text: string } {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      utf8.decode(part);
    } catch {
      return { line, text: new TextDecoder("windows-1252").decode(part) };
    }
    start += part.length + 1;
  }
  return { line, text: "" };
}
