import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";
import { SmallMultiples } from "./charts/SmallMultiples.tsx";
import { isRead } from "./charts/series.ts";

/** Below: every need by itself, with the presence hours it rests on. */
export function EmergeStrip({ screen, emerging }: { screen: Screen; emerging: Emerging }) {
  const { answer } = emerging;
  if (answer && isRead(answer))
    return <SmallMultiples known={screen.known} emerged={answer} view={screen.view} />;
  if (answer) return <p className="multiples-none">{screen.telling.t("emerge.noClose")}</p>;
  return (
    <div className="strip-waiting" aria-hidden>
      {screen.known.needs.slice(0, 7).map(({ id }) => (
        <span key={id} />
      ))}
    </div>
  );
}
