import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { Rich } from "../frame/Rich.tsx";
import { newsSentence } from "./findingWords.ts";
import { sayingOf } from "./sayingOf.ts";

/** What changed since the close before, a sentence each; what ended is told with its why. */
export function NewsList({ screen, emerging: { news, answer } }: { screen: Screen; emerging: Emerging }) {
  const { t } = screen.telling;
  const saying = sayingOf(screen);
  if (!answer?.epoch) return null;
  return (
    <section className="emerge-news" aria-labelledby="emerge-news">
      <h2 id="emerge-news">{t("emerge.newsTitle")}</h2>
      {news.length === 0 && <p>{t("emerge.noNews")}</p>}
      <ul>
        {news.map((one) => (
          <li key={`${one.change} ${one.finding.id}`} data-change={one.change}>
            <span className="finding-change">{t(`emerge.change.${one.change}`)}</span>
            <span>
              <Rich text={newsSentence(saying, one)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
