import fc from "fast-check";

/** The same bad inputs in every run, unless SGUARDO_FUZZ_SEED says others; said, so that a failure can be had again. */
export const seed = Number(process.env["SGUARDO_FUZZ_SEED"] ?? 20261123);

/** A property of so many inputs; fast-check shrinks what breaks it. */
export const inputs = (numRuns: number) => ({ seed, numRuns, endOnFailure: true });

const nasty = [
  ...["", " ", "\0", "0", "-1", "1e309", "NaN", "null", "true", "[]", "{}", "９９", "٣"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "$where", "\u202e", "\ufeff", "\ud800"],
  ...["' OR 1=1 --", '"; DROP TABLE outing; --', "$1", "?", "%", "%00", "%ff", "%2e%2e%2f", "..%5c"],
  ...["../../../etc/passwd", "/etc/passwd", "C:\\Windows", "file:///etc/passwd", "\\\\host\\share"],
  ...["<script>alert(1)</script>", "#{7*7}", "{{7*7}}", "`id`", "$(id)", "a\r\nset-cookie: x=y", "|ls"],
  ...["2026-Q9", "2026-W54", "2026-13", "0000-00", "9999999999999999", "2026-02-30", "2026-Q3\0"],
  ...["mon-24", "mon-22-", "fri-22-06,fri-22-06", "xyz.Q01.mon-99-10", "-", ",", ".", "..", "😀", "ß", "İ"],
  "9".repeat(400),
  "a,".repeat(500),
  "[".repeat(2000),
];

/** A text somebody might send to break something, or by mistake. */
export const hostileText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.integer().map(String),
  fc.double().map(String),
);

/** Any JSON, of any shape. */
export const hostileJson = fc.oneof(
  fc.json({ maxDepth: 4 }),
  hostileText.map((text) => JSON.stringify(text)),
  hostileText,
);

const other = fc.oneof(
  hostileText,
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
  fc.constant([]),
  fc.object(),
);

/** A value with one of its parts, at any depth, replaced, taken out or doubled. */
export const spoiled = (value: unknown) =>
  fc.tuple(fc.nat(200), other, fc.nat(2)).map(([at, instead, how]) => {
    const copy: unknown = structuredClone(value);
    const places: [object, string][] = [];
    const walk = (node: unknown) => {
      if (typeof node !== "object" || node === null) return;
      for (const key of Object.keys(node)) {
        places.push([node, key]);
        walk(Reflect.get(node, key));
      }
    };
    walk(copy);
    const [holder, key] = places[at % Math.max(1, places.length)] ?? [{}, ""];
    if (how === 0) Reflect.set(holder, key, instead);
    if (how === 1) Reflect.deleteProperty(holder, key);
    if (how === 2) Reflect.set(holder, `${key}2`, instead);
    return copy;
  });

/** Bytes with a few places changed, cut, doubled or filled in: what a bad disk, line or hand makes of a file. */
export const spoiledBytes = (bytes: Uint8Array) =>
  fc
    .array(
      fc.record({
        at: fc.nat(Math.max(0, bytes.length - 1)),
        long: fc.nat(40),
        how: fc.constantFrom("cut", "fill", "double", "end" as const),
        fill: fc.oneof(
          hostileText.map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 12 }).map((raw) => Buffer.from(raw)),
          fc.constantFrom('"', ",", ";", "\n", "\r\n", "\t", "\0", "{", "[", "]").map((c) => Buffer.from(c)),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) => changes.reduce(spoil, Buffer.from(bytes)));

type Change = { at: number; long: number; how: string; fill: Buffer };

function spoil(bytes: Buffer, { at, long, how, fill }: Change): Buffer {
  const [before, rest] = [bytes.subarray(0, at), bytes.subarray(at)];
  if (how === "cut") return Buffer.concat([before, rest.subarray(long)]);
  if (how === "fill") return Buffer.concat([before, fill, rest.subarray(long % 5)]);
  if (how === "double") return Buffer.concat([before, rest.subarray(0, long), rest]);
  return before;
}
