import { type DragEvent, useState } from "react";
import { formats } from "../../format.ts";
import { nameOf } from "../../words.ts";
import { editOf, type ZoneFeature } from "../draft.ts";
import type { Editing } from "../frame/useManage.ts";
import { namesOf } from "../words/changeWords.ts";
import { savedWords } from "../words/savedWords.ts";
import { type FileRefused, readZoneFile, type ZoneImport } from "./readZoneFile.ts";
import { ZoneSketch } from "./ZoneSketch.tsx";

/** New shapes from a GeoJSON file: what it would change is seen and said before it goes into the draft. */
export function ZoneImportBox({ editing }: { editing: Editing }) {
  const { t, rows } = editing;
  const [read, setRead] = useState<ZoneImport | FileRefused | null>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (file) setRead(readZoneFile(await file.text(), rows.zones));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section className="zone-import" aria-label={t("manage.importZones")}>
      <h3>{t("manage.importZones")}</h3>
      <p className="field-hint">{t("manage.importHint")}</p>
      <label
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = "";
          }}
        />
        <span>{t("manage.chooseFile")}</span>
      </label>
      {read && "refused" in read && (
        <p className="field-problem" role="alert">
          {t(`manage.file.${read.refused}`, { detail: read.detail })}
        </p>
      )}
      {read && "features" in read && <Preview editing={editing} read={read} done={() => setRead(null)} />}
    </section>
  );
}

type PreviewProps = { editing: Editing; read: ZoneImport; done: () => void };

function Preview({ editing, read, done }: PreviewProps) {
  const { t, lang, rows, draft } = editing;
  const [problem, setProblem] = useState("");
  const names = (zones: readonly ZoneFeature[]) =>
    formats(lang).list(zones.map(({ properties }) => nameOf(namesOf(properties), lang)));
  const changed = [...read.redrawn.map(({ is }) => is), ...read.added];
  const save = async () => {
    const saved = await draft.save([editOf("zones", () => read.features)]);
    if (saved.state === "saved") done();
    else setProblem(savedWords(editing, saved));
  };
  const lines = [
    { word: "sameZones", zones: read.same },
    { word: "redrawnZones", zones: read.redrawn.map(({ is }) => is) },
    { word: "addedZones", zones: read.added },
    { word: "removedZones", zones: read.removed },
  ] as const;
  return (
    <div className="import-preview">
      <ZoneSketch
        label={t("manage.importDrawn")}
        zones={read.features}
        before={rows.zones}
        marked={new Set(changed.map(({ properties }) => String(properties.id)))}
      />
      <ul>
        {lines
          .filter(({ zones }) => zones.length > 0)
          .map(({ word, zones }) => (
            <li key={word}>
              <b>{t(`manage.${word}`, { count: zones.length })}</b> {names(zones)}
            </li>
          ))}
      </ul>
      {changed.length + read.removed.length > 0 && <p className="waits-note">{t("manage.zonesWait")}</p>}
      <p className="page-acts">
        <button type="button" className="action" onClick={save}>
          {t("manage.takeZones")}
        </button>
        <button type="button" className="plain-button" onClick={done}>
          {t("manage.undo")}
        </button>
      </p>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
