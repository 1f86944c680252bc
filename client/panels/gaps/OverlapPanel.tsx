import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { ListTabs } from "./ListTabs.tsx";

/** Where two services are in one place at one time, and who of them could go where. */
export function OverlapPanel({ screen }: { screen: Screen; gaps: Gaps }) {
  return (
    <div className="panel-scroll">
      <ListTabs chosen={screen.view.list} />
    </div>
  );
}
