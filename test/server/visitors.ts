import type { Role, Visitor } from "../../server/access.ts";

/** Whoever asks has this role; an operator is of `service`. */
export const as =
  (role: Role, service: string | null = role === "operator" ? "own" : null) =>
  (): Visitor => ({ role, account: role === "public" ? null : `a-${role}`, service });

export const asSupervisor = as("supervisor");

/** A request that changes something, as this server's own page sends it. */
export const sent = (method: "POST" | "PUT" | "PATCH" | "DELETE", body: object = {}): RequestInit => ({
  method,
  headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
  body: JSON.stringify(body),
});
