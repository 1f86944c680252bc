import { Component, type ReactNode } from "react";
import { reloadPage } from "../../view.ts";
import { words } from "../../words.ts";

/** The last net: if drawing itself fails, says so and lets the page start again from its address. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="error-card card" role="alert">
        <p>{words.t("state.broken")}</p>
        <button type="button" className="action" onClick={reloadPage}>
          {words.t("state.brokenAct")}
        </button>
      </div>
    );
  }
}
