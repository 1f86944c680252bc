import "./panelWaiting.css";

/** A panel before its figures: its sentence and its rows, in grey, if they take longer than a moment. */
export function PanelWaiting({ rows }: { rows: number }) {
  return (
    <div className="panel-waiting" aria-hidden="true">
      <p />
      <p />
      <ul>
        {Array.from({ length: rows }, (_, i) => i).map((row) => (
          <li key={row}>
            <i />
            <b />
            <span />
          </li>
        ))}
      </ul>
    </div>
  );
}
