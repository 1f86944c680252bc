import { Chip } from "../../panels/frame/Chip.tsx";
import { nameOf } from "../../words.ts";
import type { Row } from "../draft.ts";
import { RowList } from "../frame/RowList.tsx";
import { type Editing, editing, type Manage } from "../frame/useManage.ts";
import { listOf } from "../schedules/turnRow.ts";
import { namesOf } from "../words/changeWords.ts";
import { NewService } from "./NewService.tsx";
import { colorOf } from "./newService.ts";
import { ServiceForm } from "./ServiceForm.tsx";

/** The services of the network: who they are, what they are there for, what they can record. */
export function ServicesPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  if (!edits) return null;
  const { t, view, rows, lang } = edits;
  const open = rows.services.find(({ id }) => id === view.item);
  return (
    <div className="part" data-open={view.item !== null}>
      <RowList
        editing={edits}
        part="services"
        add={t("manage.newService")}
        entries={rows.services.map((row) => ({
          id: row["id"] ?? "",
          text: Object.values(row).join(" "),
          title: nameOf(namesOf(row), lang),
          detail: aimsOf(edits, row),
          mark: <Chip service={{ initials: row["initials"] ?? "", color: colorOf(row) }} />,
          closed: Boolean(row["valid_to"]),
        }))}
      />
      {view.item === "~new" && <NewService editing={edits} />}
      {open && <ServiceForm key={view.item} editing={edits} start={open} />}
    </div>
  );
}

function aimsOf({ t, lang, rows }: Editing, row: Row): string {
  const aims = listOf(row["aims"]).map((id) => {
    const aim = rows.aims.find((one) => one.id === id);
    return aim ? nameOf(namesOf(aim), lang) : id;
  });
  const turns = rows.schedules.filter(({ service }) => service === row["id"]).length;
  return [aims.join(", "), t("manage.turns", { count: turns })].join(" · ");
}
