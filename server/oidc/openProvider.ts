import type { Network } from "../../domain/network.ts";
import type { Config } from "../config.ts";
import { readOidcConfig } from "./oidcConfig.ts";
import { type Provider, provider } from "./provider.ts";

/**
 * The identity provider SGUARDO_OIDC tells of, if it tells of one.
 * @throws Error when its file does not make sense, a demo is served, or an operator's service is not the network's
 */
export async function openProvider(
  { oidc }: Pick<Config, "oidc">,
  { simulated, services }: Pick<Network, "simulated" | "services">,
): Promise<{ oidc?: Provider }> {
  if (!oidc) return {};
  if (simulated)
    throw new Error("SGUARDO_OIDC: this network is a demo, which knows its own accounts only: leave it out.");
  const config = await readOidcConfig(oidc);
  const unknown = Object.values(config.service?.values ?? {}).find(
    (id) => !services.some((service) => service.id === id),
  );
  if (unknown !== undefined)
    throw new Error(`${oidc}: service.values: "${unknown}" is no service of this network (services.csv).`);
  if (Object.values(config.roles.values).includes("operator") && !config.service)
    throw new Error(`${oidc}: service: operators are of one service: say which claim tells it.`);
  return { oidc: provider(config) };
}
