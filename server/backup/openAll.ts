import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Network } from "../../domain/network.ts";
import { openAccountsFile, openPublished, openVault } from "../store.ts";
import type { Open } from "./makeBackup.ts";

/**
 * The databases of a data folder that no server has open.
 * @throws Error when it holds none
 */
export async function openAll(data: string, network: Network): Promise<Open> {
  const has = (file: string) => existsSync(join(data, file));
  if (!has("published.duckdb"))
    throw new Error(`${data} holds no data of Sguardo: name the folder with --data.`);
  return {
    published: await openPublished(data, network),
    ...(has("vault.duckdb") ? { vault: await openVault(data, network) } : {}),
    ...(has("accounts.duckdb") ? { accounts: await openAccountsFile(data, network) } : {}),
  };
}
