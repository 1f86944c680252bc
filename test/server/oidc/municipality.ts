import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProvider } from "../../../server/oidc/openProvider.ts";
import type { Browsing } from "../accounts/browsing.ts";
import { openTown } from "../town.ts";
import { type People, realProvider, signInThere } from "./realProvider.ts";

/** A town whose people sign in at a real identity provider; `opened`: its settings read again, with others. */
export async function openMunicipality(people: People) {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-oidc-"));
  const town = await openTown();
  const there = await realProvider(people, "http://localhost/oidc/callback");
  const settings = (more: object = {}) => ({
    ...{
      issuer: there.issuer,
      client_id: "sguardo",
      client_secret_file: "client-secret",
      name: "City of Town",
    },
    roles: {
      claim: "groups",
      values: { coordinators: "coordinator", planners: "planner", street: "operator" },
    },
    service: { claim: "works_for", values: { "Street unit": town.network.services[0]?.id } },
    ...more,
  });
  const file = join(folder, "oidc.json");
  const opened = async (more?: object) => {
    await writeFile(join(folder, "client-secret"), "a secret of the test\n");
    await writeFile(file, JSON.stringify(settings(more)));
    return openProvider({ oidc: file }, { ...town.network, simulated: false });
  };
  Object.assign(town.sources, await opened());
  return {
    ...{ town, file, opened },
    close: async () => {
      await there.stop();
      await town.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** To the provider and back; tells where the browser stands in the end. `jar`: what the browser has of the provider. */
export async function enter(
  page: Browsing,
  login: string,
  { to = "", jar }: { to?: string; jar?: Map<string, string> } = {},
): Promise<string | null> {
  const away = await page.ask(`/oidc/login?to=${encodeURIComponent(to)}`);
  const back = await signInThere(away.headers.get("location") ?? "", login, jar);
  return (await page.ask(`${back.pathname}${back.search}`)).headers.get("location");
}
