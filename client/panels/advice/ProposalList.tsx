import { parseWhatIf } from "../../../domain/whatif/whatIf.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Chip } from "../frame/Chip.tsx";
import { shiftHours, shiftText, zoneName } from "../whatif/whatIfWords.ts";
import { meetsText, needsText, type Proposal } from "./adviceWords.ts";
import type { Trial } from "./trialOf.ts";

type Props = { screen: Screen; proposals: readonly Proposal[]; trial: Trial };

/** Proposed shifts, those that act before those that look; each can be tried by itself, or all together. */
export function ProposalList({ screen, proposals, trial }: Props) {
  const { t } = screen.telling;
  const ordered = [...proposals].sort(
    (a, b) => Number(a.purpose === "look") - Number(b.purpose === "look") || worth(b) - worth(a),
  );
  const all = proposals.every(trial.isTried);
  const fits = trial.fits(proposals);
  return (
    <section className="proposals" aria-labelledby="proposals-title">
      <header>
        <h3 id="proposals-title">{t("advice.list")}</h3>
        <button
          type="button"
          className="action"
          disabled={!all && !fits}
          onClick={() => (all ? trial.drop(proposals) : trial.tryOut(proposals))}
        >
          {t(all ? "advice.untryAll" : "advice.tryAll")}
        </button>
      </header>
      {!all && !fits && <p className="advice-note">{t("advice.full", { n: 60 })}</p>}
      <ul>
        {ordered.map((proposal) => (
          <Row key={proposal.shift} screen={screen} proposal={proposal} trial={trial} />
        ))}
      </ul>
    </section>
  );
}

const worth = ({ needs }: Proposal) => needs.reduce((sum, one) => sum + one.worth, 0);

function Row({ screen, proposal, trial }: { screen: Screen; proposal: Proposal; trial: Trial }) {
  const { telling, known } = screen;
  const { t, lang } = telling;
  const [shift] = parseWhatIf(proposal.shift).shifts;
  const service = screen.serviceOf(proposal.service);
  if (!shift || !service) return null;
  const needName = (id: string) => nameOf(known.needs.find((need) => need.id === id) ?? { id }, lang);
  const meets = meetsText(telling, proposal);
  const tried = trial.isTried(proposal);
  return (
    <li data-purpose={proposal.purpose} data-tried={tried}>
      <Chip service={service} standing={tried ? "supposed" : "seen"} />
      <p>
        <button type="button" className="link" onClick={() => setView({ zone: proposal.zone })}>
          {zoneName(screen, proposal.zone)}
        </button>{" "}
        <b>{shiftHours(screen, shift)}</b> <em>{t(`advice.purpose.${proposal.purpose}`)}</em>
        {meets && <span>{meets}</span>}
        <small>{needsText(telling, proposal, needName)}</small>
      </p>
      <button
        type="button"
        className="try"
        aria-pressed={tried}
        aria-label={t(tried ? "whatIf.removeOne" : "advice.tryOne", { shift: shiftText(screen, shift) })}
        disabled={!tried && !trial.fits([proposal])}
        onClick={() => (tried ? trial.drop([proposal]) : trial.tryOut([proposal]))}
      >
        {t(tried ? "whatIf.remove" : "advice.try")}
      </button>
    </li>
  );
}
