import { everydayName, nameOf } from "../../words.ts";
import type { Change, Entry } from "../draft.ts";
import type { Manage } from "../frame/useManage.ts";

/** What the thing of a change is called today; its id when it is no more. */
export function namesIn({ known, lang }: Manage, { part, id }: Change): string {
  const { services, needs, network, zones, schedules } = known;
  if (part === "services") return named(services, id, (one) => everydayName(one, lang));
  if (part === "schedules") {
    const turn = schedules.find((one) => one.id === id);
    return turn ? `${named(services, turn.service, (one) => everydayName(one, lang))} (${id})` : id;
  }
  if (part === "relations")
    return id
      .split(", ")
      .map((aim) => named(network.aims, aim, (one) => nameOf(one, lang)))
      .join(" + ");
  const lists: Partial<Record<Change["part"], readonly { id: string }[]>> = {
    needs,
    groups: network.groups,
    aims: network.aims,
    slots: network.slots,
    zones: zones.features.map(({ properties }) => properties),
  };
  return named((lists[part] ?? []) as Entry[], id, (one) => nameOf(one, lang));
}

function named<T extends { id: string }>(list: readonly T[], id: string, say: (one: T) => string): string {
  const found = list.find((one) => one.id === id);
  return found ? say(found) : id;
}
