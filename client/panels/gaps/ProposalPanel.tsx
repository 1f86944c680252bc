import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { ListTabs } from "./ListTabs.tsx";

/** Where the next hours help most. */
export function ProposalPanel({ screen }: { screen: Screen; gaps: Gaps }) {
  return (
    <div className="panel-scroll">
      <ListTabs chosen={screen.view.list} />
    </div>
  );
}
