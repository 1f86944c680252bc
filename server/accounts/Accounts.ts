import type { Options } from "@node-rs/argon2";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import type { Role } from "../access.ts";
import type { Db } from "../db.ts";
import type { InTurn } from "../oneByOne.ts";
import type { Trail } from "./trail.ts";

export const KEYS = ["totp", "attempts", "devices", "subjects"] as const;

/** Whom sign-in is about, and the rules by which it is done. */
export type Accounts = {
  db: Db;
  /** The folder it is in. */
  data: string;
  network: Pick<Network, "id" | "name" | "locale" | "timezone" | "simulated" | "services">;
  trail: Trail;
  /** Keys made of the network's secret: what is encrypted at rest, who tried and failed, which browser and whom at a provider one knows. */
  keys: Record<(typeof KEYS)[number], Buffer>;
  /** Work of one password, for argon2id. */
  cost: Options;
  /** The page is reached by https: cookies go nowhere else. */
  secure: boolean;
  now: () => number;
  /** Changes are made one after the other. */
  inTurn: InTurn;
};

/** Whoever has an account signs in with one of these; the public has none. */
export const AccountRole = z.enum(["operator", "coordinator", "planner", "supervisor"]);
export type AccountRole = Exclude<Role, "public">;

export const Account = z.object({
  id: z.string(),
  login: z.string(),
  role: AccountRole,
  service: z.string().nullable(),
  password: z.string().nullable(),
  totp: z.string().nullable(),
  totp_on: z.boolean(),
  totp_step: z.number().nullable(),
  oidc: z.string().nullable(),
  demo: z.boolean(),
  disabled: z.boolean(),
  created_at: z.number(),
  seen_on: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** OWASP's argon2id: 19 MiB, two passes, one thread. */
export const OWASP: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 };
