import { ChevronDown, Heart } from "lucide-react";
import { memo } from "react";
import type { Need } from "../../../domain/network.ts";
import type { Known } from "../../useKnown.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Popover } from "../frame/Popover.tsx";

type Props = { known: Known; chosen: readonly string[] };

/** Needs in two levels; none ticked = all of them. */
export const NeedFilter = memo(function NeedFilter({ known, chosen }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const one = known.needs.find(({ id }) => id === chosen[0]);
  const said =
    chosen.length === 0
      ? t("needs.all")
      : t("needs.some", { count: chosen.length, name: one ? nameOf(one, lang) : "" });
  const button = (
    <>
      <Heart size={16} aria-hidden />
      <span>{said}</span>
      <ChevronDown size={16} aria-hidden />
    </>
  );
  return (
    <Popover className="picker-box" label={`${t("needs.label")}: ${said}`} button={button}>
      {() => (
        <div className="needs card">
          <button
            type="button"
            className="link"
            disabled={chosen.length === 0}
            onClick={() => setView({ needs: [] })}
          >
            {t("needs.clear")}
          </button>
          {known.network.groups.map((group) => (
            <NeedGroup
              key={group.id}
              name={nameOf(group, lang)}
              needs={known.needs.filter((need) => need.group === group.id)}
              chosen={chosen}
            />
          ))}
          {known.needs.some(({ sensitive }) => sensitive) && <small>{t("needs.ordinaryOnly")}</small>}
        </div>
      )}
    </Popover>
  );
});

function NeedGroup({ name, needs, chosen }: { name: string; needs: Need[]; chosen: readonly string[] }) {
  const { t } = useWords();
  const lang = useLang();
  const ids = needs.map(({ id }) => id);
  const ticked = ids.filter((id) => chosen.includes(id)).length;
  const without = chosen.filter((id) => !ids.includes(id));
  return (
    <fieldset className="need-group" aria-label={name}>
      <label className="tick tick-group">
        <input
          type="checkbox"
          checked={ticked === ids.length}
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && ticked < ids.length;
          }}
          onChange={() => setView({ needs: ticked === ids.length ? without : [...without, ...ids] })}
        />
        {name}
      </label>
      {needs.map((need) => (
        <label key={need.id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(need.id)}
            onChange={() => setView({ needs: toggled(chosen, need.id) })}
          />
          {nameOf(need, lang)}
          {need.sensitive && <small>{t("needs.sensitive")}</small>}
        </label>
      ))}
    </fieldset>
  );
}

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
