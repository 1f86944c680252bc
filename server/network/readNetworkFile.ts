import { NetworkFile } from "../../domain/network.ts";
import { inSlot } from "../../domain/week.ts";
import type { Problem } from "./NetworkRefused.ts";
import { personalTexts } from "./personalTexts.ts";
import { readJson } from "./readJson.ts";
import { refusals } from "./refusal.ts";

const FILE = "network.json";

/** network.json, checked; null, with its problems said, when it cannot be used. */
export function readNetworkFile(text: string, problems: Problem[]): NetworkFile | null {
  const before = problems.length;
  const raw = readJson(text, FILE, problems);
  if (problems.length > before) return null;
  problems.push(...personalTexts(raw, { file: FILE, where: "" }));
  const parsed = NetworkFile.safeParse(raw);
  if (!parsed.success) {
    problems.push(...refusals(parsed.error.issues, { file: FILE, where: "" }, raw));
    return null;
  }
  const network = parsed.data;
  for (const list of ["slots", "aims", "groups"] as const) problems.push(...repeated(list, network[list]));
  problems.push(...untiled(network), ...repeatedViews(network));
  return network;
}

function repeated(list: string, entries: readonly { id: string }[]): Problem[] {
  const ids = entries.map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [wrong("id_taken", `${list}[${i}].id`, id, SAME_ID)],
  );
}

const SAME_ID: [string, string] = ["is already the id of another entry", "Give each entry its own id."];

/** Slots must hold every hour of the day exactly once, and none may run across the start of the operational day. */
function untiled({ slots, day_start }: NetworkFile): Problem[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    held: slots.filter((slot) => inSlot(slot, hour)).map(({ id }) => id),
  }));
  const faults = hours
    .filter(({ held }) => held.length !== 1)
    .map(({ hour, held }) =>
      wrong(held.length === 0 ? "hour_empty" : "hour_shared", "slots", `${hour}–${hour + 1}`, [
        held.length === 0 ? "is an hour in no slot" : `is an hour in several slots (${held.join(", ")})`,
        "Set from and to so that the slots fill the 24 hours once, each beginning where another ends.",
      ]),
    );
  if (faults.length === 0 && !slots.some(({ from }) => from === day_start))
    faults.push(
      wrong("day_cuts_slot", "day_start", String(day_start), [
        "cuts a slot in two",
        `Start the operational day where a slot begins (${slots.map(({ from }) => from).join(", ")}).`,
      ]),
    );
  return faults;
}

function repeatedViews({ disclosure }: NetworkFile): Problem[] {
  const lists = [
    ...Object.entries(disclosure.views).map(([kind, views]) => [`disclosure.views.${kind}`, views] as const),
    ...Object.entries(disclosure.sensitive.views).map(
      ([kind, views]) => [`disclosure.sensitive.views.${kind}`, views] as const,
    ),
  ];
  return lists.flatMap(([field, views]) => {
    const names = views.map((view) => [...view].sort().join("×"));
    return views.flatMap((view, i) => [
      ...(names.indexOf(names[i] ?? "") === i
        ? []
        : [
            wrong("view_repeated", `${field}[${i}]`, view.join(", "), [
              "is the same view as another",
              "Name each view once.",
            ]),
          ]),
      ...(new Set(view).size === view.length
        ? []
        : [
            wrong("view_repeated", `${field}[${i}]`, view.join(", "), [
              "names a dimension twice",
              "Name each dimension once.",
            ]),
          ]),
    ]);
  });
}

function wrong(
  ...[kind, field, value, [problem, remedy]]: [Problem["kind"], string, string, [string, string]]
): Problem {
  return { kind, file: FILE, where: "", field, value, problem, remedy };
}
