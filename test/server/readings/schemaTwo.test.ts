import { expect, test } from "vitest";
import { closeDb, type Db } from "../../../server/db.ts";
import { folderLike, openReadTown, openTownIn, storedIn } from "./readTown.ts";

test("a folder of version 2 reads all the weeks it had closed, with what the vault holds of them", async () => {
  const town = await openReadTown(18);
  await town.closeOn("2026-07-10");
  await town.vault((vault) =>
    asVersionTwo(vault, ["week_count", "frozen_week", "late", "forgotten", "withdrawn"]),
  );
  await asVersionTwo(town.published, ["emerging", "published_people"]);
  await closeDb(town.published);
  const old = await openTownIn(await folderLike(town));
  expect(await storedIn(old.published)).toEqual([]);
  await old.closeOn("2026-07-10");
  expect(await old.readAll()).toBe(7);
  const read = await storedIn(old.published);
  await old.close();

  const fresh = await openReadTown(18);
  await fresh.closeOn("2026-07-10");
  await fresh.readAll();
  expect(read).toEqual(await storedIn(fresh.published));
  await fresh.close();
});

/** Version 2 had all of the tables but these. */
async function asVersionTwo(db: Db, added: readonly string[]): Promise<void> {
  for (const table of added) await db.connection.run(`DROP TABLE ${table}`);
  await db.connection.run("UPDATE meta SET schema_version = 2");
}
