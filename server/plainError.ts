/**
 * What went wrong, in words for whoever gave the command: what, where, what to do. Errors of the system and of DuckDB's
 * files are put into a sentence; ours are one already.
 */
export function plainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { reason, path } = ofDuckDB(error.message) ?? ofSystem(error);
  const sentence = reason === undefined ? undefined : SENTENCES[reason];
  return sentence ? sentence(path ?? "A file") : error.message;
}

type Found = { reason: string | undefined; path: string | undefined };

const denied = (path: string) =>
  `${path}: not allowed. Give the user who runs Sguardo the right to read and write there, or name another place (--data, --out).`;
const notFolder = (path: string) =>
  `${path}: a file is where a folder is needed. Name a folder, or move the file away.`;
const full = (path: string) =>
  `${path}: no room is left on its disk. Make room, then run this again: what was not finished is not kept.`;

const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: (path) =>
    `${path}: the disk is read-only. Name a folder that can be written to (--data, --out), or mount it for writing.`,
  EEXIST: notFolder,
  ENOTDIR: notFolder,
  EISDIR: (path) => `${path}: a folder is where a file is needed. Name a file, or move the folder away.`,
  ENOENT: (path) => `${path}: there is no such file or folder. Check the path.`,
  ENOSPC: full,
  EDQUOT: full,
  EMFILE: (path) => `${path}: too many files are open. Raise the limit (ulimit -n), then run this again.`,
  DAMAGED: (path) => `${path}: is not a database of Sguardo, or is damaged. Put it back from its backup.`,
};

function ofSystem(error: NodeJS.ErrnoException): Found {
  return { reason: error.code, path: error.path ?? (error.syscall === "write" ? "The output" : undefined) };
}

/** The last words of DuckDB's message are the system's. */
const WORDS: readonly [RegExp, string][] = [
  [/permission denied|operation not permitted/i, "EACCES"],
  [/read-only file system/i, "EROFS"],
  [/no space left|disk quota/i, "ENOSPC"],
  [/is a directory/i, "EISDIR"],
  [/not a directory/i, "ENOTDIR"],
  [/not a valid duckdb|corrupt/i, "DAMAGED"],
];

function ofDuckDB(message: string): Found | undefined {
  if (!/IO Error/.test(message)) return undefined;
  const reason = WORDS.find(([words]) => words.test(message))?.[1];
  return { reason, path: /"([^"]+)"/.exec(message)?.[1] };
}
