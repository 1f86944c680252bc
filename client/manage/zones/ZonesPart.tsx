import { formats } from "../../format.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { RowList } from "../frame/RowList.tsx";
import { editing, type Manage } from "../frame/useManage.ts";
import { namesOf } from "../words/changeWords.ts";
import { ZoneForm } from "./ZoneForm.tsx";
import { ZoneImportBox } from "./ZoneImportBox.tsx";
import { ZoneSketch } from "./ZoneSketch.tsx";
import "./zones.css";

/** The zones: names, people who live there, what each lies in; other shapes come from a file. */
export function ZonesPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  if (!edits) return null;
  const { t, view, rows, lang } = edits;
  const open = rows.zones.find(({ properties }) => String(properties.id) === view.item);
  return (
    <div className="part" data-open={view.item !== null}>
      <RowList
        editing={edits}
        part="zones"
        entries={rows.zones.map(({ properties }) => ({
          id: String(properties.id),
          text: `${properties.name} ${properties.name_en ?? ""} ${properties.id}`,
          title: nameOf(namesOf(properties), lang),
          detail: [
            properties.population === null || properties.population === undefined
              ? t("manage.populationUnknown")
              : t("manage.people", {
                  count: formats(lang).count(properties.population) as unknown as number,
                }),
            properties.approximate ? t("manage.approximate") : "",
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      >
        <ZoneImportBox editing={edits} />
      </RowList>
      <div className="zone-side">
        {open && <ZoneForm key={view.item} editing={edits} zone={open} />}
        <ZoneSketch
          label={t("manage.zonesDrawn", { count: rows.zones.length })}
          zones={rows.zones}
          selected={view.item}
          onPick={(item) => setView({ item })}
        />
      </div>
    </div>
  );
}
