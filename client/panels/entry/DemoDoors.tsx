import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Problem } from "../../answered.ts";
import { type AccountRole, signInDemo } from "../../session.ts";
import { useWords } from "../../useWords.ts";
import { EntryProblem } from "./EntryProblem.tsx";

/** A demo is entered by choosing a role. */
export function DemoDoors({ roles }: { roles: readonly AccountRole[] }) {
  const { t } = useWords();
  const [chosen, choose] = useState<AccountRole | null>(null);
  const [problem, fail] = useState<Problem | null>(null);
  const enter = async (role: AccountRole) => {
    if (chosen) return;
    choose(role);
    fail(await signInDemo(role));
    choose(null);
  };
  return (
    <>
      <p>
        <span className="simulated">{t("entry.demo")}</span>
      </p>
      <p>{t("entry.demoWhy")}</p>
      <ul className="doors">
        {roles.map((role) => (
          <li key={role}>
            <button type="button" aria-busy={chosen === role} onClick={() => enter(role)}>
              <span className="door-words">
                <strong>{t(`role.${role}.name`)}</strong>
                <small>{t(`role.${role}.may`)}</small>
              </span>
              <ChevronRight size={20} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <EntryProblem problem={problem} />
    </>
  );
}
