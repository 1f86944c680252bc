import type { ScreenName } from "./address.ts";
import type { AccountRole } from "./session.ts";

const EVERYBODY: readonly AccountRole[] = ["operator", "coordinator", "planner", "supervisor"];

/** The screens of one's own menu, and who may open them; the others are everybody's. */
export const PLACES = {
  account: EVERYBODY,
  gestione: ["coordinator", "supervisor"],
  utenti: ["coordinator"],
  registro: ["coordinator", "supervisor"],
} as const satisfies Partial<Record<ScreenName, readonly AccountRole[]>>;

export const placesOf = (role: AccountRole) =>
  (Object.keys(PLACES) as (keyof typeof PLACES)[]).filter((place) => mayOpen(place, role));

export const mayOpen = (screen: ScreenName, role: AccountRole): boolean =>
  (PLACES as Partial<Record<ScreenName, readonly AccountRole[]>>)[screen]?.includes(role) ?? true;
