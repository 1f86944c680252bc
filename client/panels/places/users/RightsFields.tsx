import { useId } from "react";
import type { AccountRole } from "../../../session.ts";
import type { Known } from "../../../useKnown.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { nameOf } from "../../../words.ts";

export type Rights = { role: AccountRole; service: string | null };

const ROLES: readonly AccountRole[] = ["operator", "coordinator", "planner", "supervisor"];

type Props = { rights: Rights; services: Known["services"]; onChange: (rights: Rights) => void };

/** A role, and for operators the service they are of. */
export function RightsFields({ rights: { role, service }, services, onChange }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const id = useId();
  const choose = (next: AccountRole) =>
    onChange({ role: next, service: next === "operator" ? (service ?? services[0]?.id ?? null) : null });
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-role`}>{t("users.role")}</label>
        <select
          id={`${id}-role`}
          aria-describedby={`${id}-may`}
          value={role}
          onChange={({ target }) => choose(target.value as AccountRole)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}.name`)}
            </option>
          ))}
        </select>
        <p id={`${id}-may`}>{t(`role.${role}.may`)}</p>
      </div>
      {role === "operator" && (
        <div className="field">
          <label htmlFor={`${id}-service`}>{t("users.service")}</label>
          <select
            id={`${id}-service`}
            value={service ?? ""}
            onChange={({ target }) => onChange({ role, service: target.value })}
          >
            {services.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one, lang)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
