import { needRate } from "../../needRate.ts";
import { needWords } from "../../needWords.ts";
import { useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";
import type { Night } from "./useNight.ts";
import { slotRuns } from "./weekColumns.ts";

type Props = {
  night: Night;
  side: "a" | "b";
  zone: string | null;
  /** Zones have no need by weekpart: `null` is the whole week. */
  weekpart: "weekday" | "weekend" | null;
};

/** The published need of each slot, in the colours of the maps. */
export function NeedBand({ night, side, zone, weekpart }: Props) {
  const { t } = useWords();
  const { screen, telling, breaks, figures } = night;
  const { need } = figures[side];
  const { needs } = screen.view;
  const head = { weekday: "night.weekdays", weekend: "night.weekend", null: "night.needRow" } as const;
  return (
    <tr className="need-row">
      <th scope="row">{t(head[weekpart ?? "null"])}</th>
      {slotRuns(night).map(({ slot, from, to }) => {
        const place = { ...(zone === null ? {} : { zone }), ...(weekpart === null ? {} : { weekpart }) };
        const question = { slot: slot.id, ...place, needs: needs.length > 0 ? needs : null };
        const rate = need && needRate(need, question);
        const text = rate ? needWords({ t, lang: telling.lang }, rate).text : "";
        const level = levelOf(rate?.rate ?? null, breaks);
        const said = t("night.bandOf", { slot: nameOf(slot, telling.lang).toLocaleLowerCase(), rate: text });
        return (
          <td key={from} colSpan={to - from} title={said}>
            <span data-need={level}>{text}</span>
          </td>
        );
      })}
    </tr>
  );
}

const levelOf = (rate: number | null, breaks: readonly number[]): number | "unknown" =>
  rate === null ? "unknown" : breaks.filter((limit) => rate >= limit).length;
