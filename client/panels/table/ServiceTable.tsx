import { formats } from "../../format.ts";
import { serviceHours } from "../../serviceHours.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { nameOf, type Words } from "../../words.ts";

/** Every service over the period: hours planned, seen and counted, and how it kept its turns. */
export function ServiceTable({ screen }: { screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const { presence } = screen.figures;
  if (!presence) return null;
  const { count } = formats(lang);
  return (
    <table className="service-table">
      <caption>
        <b>{t("table.services")}</b> {t("table.servicesCaption")}
      </caption>
      <thead>
        <tr>
          {(["service", "planned", "spent", "counted", "kept"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`table.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {screen.known.services.map((service) => {
          const { planned, seen, hours, kept } = serviceHours(presence, { service: service.id });
          return (
            <tr key={service.id} data-chosen={service.id === screen.view.highlight}>
              <th scope="row">{nameOf(service, lang)}</th>
              <td className="figure">{count(planned)}</td>
              <td className="figure">{count(seen)}</td>
              <td className="figure">{count(hours)}</td>
              <td className="figure">{keptText(t, kept, count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function keptText(
  t: Words,
  { recorded, share, declared }: ReturnType<typeof serviceHours>["kept"],
  count: (value: number) => string,
): string {
  if (!recorded) return t("table.keptSilent");
  if (share === null) return t("table.keptNone");
  return t("table.keptShare", { share: count(share * 100), declared: count(declared) });
}
