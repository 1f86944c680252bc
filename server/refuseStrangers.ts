import { notUnderstood } from "./http.ts";

/** @throws 400 naming the first id that is not among those known, and these */
export function refuseStrangers(
  name: string,
  asked: string | readonly string[] | undefined,
  known: readonly { id: string }[],
): void {
  const stranger = [asked ?? []].flat().find((id) => !known.some((one) => one.id === id));
  if (stranger === undefined) return;
  const ids = known.map(({ id }) => id).join(", ");
  throw notUnderstood(`${name}: "${stranger.slice(0, 80)}" is not in this network, which has ${ids}`);
}
