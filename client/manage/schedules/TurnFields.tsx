import { formats } from "../../format.ts";
import { scheduleWords } from "../../scheduleWords.ts";
import { nameOf } from "../../words.ts";
import type { Row } from "../draft.ts";
import { Choice, TextField } from "../fields/Field.tsx";
import { Ticks } from "../fields/Ticks.tsx";
import { TimeField } from "../fields/TimeField.tsx";
import type { Editing } from "../frame/useManage.ts";
import { namesOf } from "../words/changeWords.ts";
import {
  DAYS,
  daysOf,
  listOf,
  PATTERNS,
  type Pattern,
  patternOf,
  scheduleOf,
  withDays,
  withPattern,
} from "./turnRow.ts";

type Props = {
  editing: Editing;
  row: Row;
  onChange: (patch: Partial<Row>) => void;
  problem: (field: string) => string | undefined;
};

/** When and where a turn is held: days, hours, zones, how often. */
export function TurnFields({ editing, row, onChange, problem }: Props) {
  const { t, lang, rows } = editing;
  return (
    <>
      <When editing={editing} row={row} onChange={onChange} problem={problem} />
      <div className="field-row">
        <TimeField
          label={t("manage.field.opens_at")}
          value={row["opens_at"] ?? ""}
          problem={problem("opens_at")}
          onChange={(opens_at) => onChange({ opens_at })}
        />
        <TimeField
          label={t("manage.field.closes_at")}
          value={row["closes_at"] ?? ""}
          hint={overnight(row) ? t("manage.overnight") : undefined}
          problem={problem("closes_at")}
          onChange={(time) => onChange({ closes_at: time === "00:00" ? "24:00" : time })}
        />
      </div>
      <Ticks
        label={t("manage.field.zones")}
        choices={rows.zones.map(({ properties }) => ({
          id: String(properties.id),
          name: nameOf(namesOf(properties), lang),
        }))}
        chosen={listOf(row["zones"])}
        problem={problem("zones")}
        onChange={(zones) => onChange({ zones: zones.join(";") })}
      />
      <Choice
        label={t("manage.field.holidays")}
        value={row["holidays"] || "open"}
        choices={(["closed", "open"] as const).map((id) => ({ id, name: t(`manage.value.${id}`) }))}
        problem={problem("holidays")}
        onChange={(holidays) => onChange({ holidays })}
      />
    </>
  );
}

function When({ editing, row, onChange, problem }: Props) {
  const { t, lang } = editing;
  const pattern = patternOf(row);
  const { days, nth } = daysOf(row);
  const every = (
    <TextField
      label={t(`manage.every.${pattern}`)}
      type="number"
      size="short"
      min={1}
      value={row["interval"] || "1"}
      problem={problem("interval")}
      onChange={(interval) => onChange({ interval })}
    />
  );
  return (
    <>
      <div className="field-row">
        <Choice
          label={t("manage.field.freq")}
          value={pattern}
          choices={PATTERNS.map((id) => ({ id, name: t(`manage.pattern.${id}`) }))}
          problem={problem("freq")}
          onChange={(id) => onChange(withPattern(row, id as Pattern))}
        />
        {every}
        {pattern === "monthly" && (
          <Choice
            label={t("manage.nth")}
            value={nth}
            choices={["1", "2", "3", "4", "-1"].map((id) => ({
              id,
              name: t(`manage.nthOf.${id}` as "manage.nthOf.1"),
            }))}
            onChange={(one) => onChange(withDays(row, days, one))}
          />
        )}
        {pattern === "monthday" && (
          <TextField
            label={t("manage.field.bymonthday")}
            size="short"
            value={row["bymonthday"] ?? ""}
            problem={problem("bymonthday")}
            onChange={(bymonthday) => onChange({ bymonthday })}
          />
        )}
      </div>
      {(pattern === "weekly" || pattern === "monthly") && (
        <Ticks
          label={t("manage.field.byday")}
          choices={DAYS.map((id, day) => ({
            id,
            name: formats(lang).weekdayShort(day),
            title: formats(lang).weekday(day),
          }))}
          chosen={days}
          problem={problem("byday")}
          onChange={(chosen) => onChange(withDays(row, chosen, nth))}
        />
      )}
    </>
  );
}

const overnight = ({ opens_at = "", closes_at = "" }: Row) => closes_at !== "" && closes_at <= opens_at;

/** A turn as a sentence: "lun, mer 15–19, Centro Urbano". */
export function turnWords({ t, lang, rows }: Editing, row: Row): string {
  const schedule = scheduleOf(row);
  const zones = listOf(row["zones"]).map((id) => {
    const zone = rows.zones.find(({ properties }) => String(properties.id) === id);
    return zone ? nameOf(namesOf(zone.properties), lang) : id;
  });
  const when = schedule ? scheduleWords({ t, lang }, schedule) : t("manage.turnIncomplete");
  return [when, formats(lang).list(zones)].filter(Boolean).join(" · ");
}
