import { notPublished } from "./notPublished.ts";

/** @throws 400, the constant refusal, when an id is not among those known */
export function refuseStrangers(
  asked: string | readonly string[] | undefined,
  known: readonly { id: string }[],
): void {
  if ([asked ?? []].flat().some((id) => !known.some((one) => one.id === id))) throw notPublished();
}
