import { LISTS, type ListName } from "../../address.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

/** What the panel lists: where somebody is missing, where two are too many, where the next hours help most. */
export function ListTabs({ chosen }: { chosen: ListName }) {
  const { t } = useWords();
  return (
    <>
      <h2 className="hidden">{t(`gaps.list.${chosen}`)}</h2>
      <fieldset className="segments list-tabs" aria-label={t("gaps.list.label")}>
        {LISTS.map((list) => (
          <button
            type="button"
            key={list}
            aria-pressed={list === chosen}
            onClick={() => setView({ list, zone: null, pair: [], levels: [] })}
          >
            {t(`gaps.list.${list}`)}
          </button>
        ))}
      </fieldset>
    </>
  );
}
