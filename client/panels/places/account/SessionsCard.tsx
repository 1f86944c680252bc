import { useState } from "react";
import type { Problem } from "../../../answered.ts";
import { questions, useAnswer } from "../../../api.ts";
import { formats } from "../../../format.ts";
import { signOutEverywhere } from "../../../session.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";
import { ErrorCard } from "../../frame/ErrorCard.tsx";

/** Where one is signed in, and out of all of it at once. */
export function SessionsCard({ timeZone }: { timeZone: string }) {
  const { t } = useWords();
  const { minute } = formats(useLang());
  const { data, problem, retry } = useAnswer(questions.sessions);
  const [refused, fail] = useState<Problem | null>(null);
  return (
    <section className="card" aria-busy={!data && !problem}>
      <h3>{t("sessions.title")}</h3>
      {problem && <ErrorCard problem={problem} retry={retry} kept={data !== null} />}
      <ul className="rows">
        {data?.sessions.map(({ id, created_at, seen_at, this: here }) => (
          <li key={id}>
            <span>{t("sessions.since", { moment: minute(created_at, timeZone) })}</span>
            <span className="note">
              {here ? t("sessions.here") : t("sessions.seen", { moment: minute(seen_at, timeZone) })}
            </span>
          </li>
        ))}
      </ul>
      <EntryProblem problem={refused} />
      <p>
        <button type="button" className="action" onClick={async () => fail(await signOutEverywhere())}>
          {t("sessions.out")}
        </button>
      </p>
      <p className="note">{t("sessions.why")}</p>
    </section>
  );
}
