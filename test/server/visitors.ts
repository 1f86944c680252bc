import type { Role, Visitor } from "../../server/access.ts";

/** Whoever asks has this role; an operator is of `service`. */
export const as =
  (role: Role, service: string | null = role === "operator" ? "own" : null) =>
  (): Visitor => ({ role, account: role === "public" ? null : `a-${role}`, service });

export const asSupervisor = as("supervisor");
