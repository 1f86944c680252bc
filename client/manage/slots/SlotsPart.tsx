import { Plus, X } from "lucide-react";
import { useState } from "react";
import { clockRange } from "../../format.ts";
import { nameOf } from "../../words.ts";
import { editOf, type SlotEntry } from "../draft.ts";
import { Choice } from "../fields/Field.tsx";
import { NameFields } from "../fields/NameFields.tsx";
import { type Editing, editing, type Manage } from "../frame/useManage.ts";
import { proposeId } from "../services/newService.ts";
import { useTyped } from "../typed.ts";
import { namesOf } from "../words/changeWords.ts";
import { problemWords } from "../words/problemWords.ts";
import { savedWords } from "../words/savedWords.ts";
import { tellingOf } from "../words/telling.ts";
import { freeStart, lengthOf, sameStart, tiled } from "./slotHours.ts";
import "./slots.css";

export function SlotsPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  return edits && <Slots editing={edits} />;
}

/** The named parts of the day: one says when each begins, it ends where the next one does. */
function Slots({ editing: edits }: { editing: Editing }) {
  const { t, rows, draft, known } = edits;
  const dayStart = known.network.day_start;
  const form = useTyped<{ slots: SlotEntry[] }>("slots/~all", { slots: rows.slots });
  const [state, setState] = useState("");
  const slots = tiled(form.value.slots, dayStart);
  const set = (slot: SlotEntry, patch: Partial<SlotEntry>) =>
    form.change({ slots: slots.map((one) => (one === slot ? { ...one, ...patch } : one)) });
  const save = async () => {
    const saved = await draft.save([editOf("slots", () => slots)]);
    setState(savedWords(edits, saved));
    if (saved.state === "saved") form.forget();
  };
  const add = () => {
    const id = proposeId(
      t("manage.newSlot"),
      slots.map((one) => one.id),
    );
    form.change({ slots: [...slots, { id, name: "", from: freeStart(slots), to: 0 }] });
  };
  const wrong = (draft.editions.draft?.problems ?? []).filter(({ part }) => part === "slots");
  const double = sameStart(slots);
  return (
    <form
      className="part-page"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t("manage.part.slots")}</h2>
      <p className="waits-note">{t("manage.slotsWait")}</p>
      <DayBar editing={edits} slots={slots} />
      <ul className="slot-rows">
        {slots.map((slot) => (
          <li key={slot.id}>
            <Choice
              label={t("manage.slotFrom")}
              value={String(slot.from)}
              choices={Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), name: `${hour}:00` }))}
              hint={t("manage.slotTo", { to: slot.to || 24, count: lengthOf(slot) })}
              problem={double.includes(slot.from) ? t("manage.sameStart") : undefined}
              onChange={(from) => set(slot, { from: Number(from) })}
            />
            <NameFields value={slot} problem={() => undefined} onChange={(names) => set(slot, names)} />
            <button
              type="button"
              className="icon-button"
              disabled={slots.length === 1}
              aria-label={t("manage.dropSlot", { name: nameOf(namesOf(slot), edits.lang) })}
              onClick={() => form.change({ slots: slots.filter((one) => one !== slot) })}
            >
              <X size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {!slots.some(({ from }) => from === dayStart) && (
        <p className="field-problem">{t("manage.dayStart", { hour: dayStart })}</p>
      )}
      {wrong.map((one) => (
        <p className="field-problem" key={one.field + one.message}>
          {problemWords(tellingOf(edits), one)}
        </p>
      ))}
      <p className="page-acts">
        <button type="submit" className="action" disabled={!form.dirty || double.length > 0}>
          {t("manage.save")}
        </button>
        <button type="button" className="plain-button" onClick={add} disabled={slots.length > 11}>
          <Plus size={16} aria-hidden /> {t("manage.newSlot")}
        </button>
        {form.dirty && (
          <button type="button" className="plain-button" onClick={form.forget}>
            {t("manage.undo")}
          </button>
        )}
        <span role="status">{form.dirty ? t("manage.unsaved") : state}</span>
      </p>
    </form>
  );
}

/** The operational day as a bar, its slots as long as they last. */
function DayBar({ editing: { lang }, slots }: { editing: Editing; slots: readonly SlotEntry[] }) {
  return (
    <ol className="day-bar">
      {slots.map((slot) => (
        <li key={slot.id} style={{ flexGrow: lengthOf(slot) }}>
          <b>{nameOf(namesOf(slot), lang) || "…"}</b>
          <span>{clockRange(slot.from, slot.to || 24)}</span>
        </li>
      ))}
    </ol>
  );
}
