import { useState } from "react";
import { changeUser } from "../../../accountActs.ts";
import type { Known } from "../../../useKnown.ts";
import { useWords } from "../../../useWords.ts";
import { Confirm } from "./Confirm.tsx";
import { type Rights, RightsFields } from "./RightsFields.tsx";
import type { User } from "./UserRow.tsx";

type Props = { user: User; services: Known["services"]; changed: () => void; leave: () => void };

/** Another role, or another service. */
export function ChangeUser({ user, services, changed, leave }: Props) {
  const { t } = useWords();
  const [rights, choose] = useState<Rights>({ role: user.role, service: user.service });
  const go = async () => {
    const { problem } = await changeUser(user.id, rights);
    if (!problem) changed();
    return problem;
  };
  return (
    <div className="entry-form narrow">
      <RightsFields rights={rights} services={services} onChange={choose} />
      <Confirm why={t("users.changeWhy")} act={t("account.save")} go={go} leave={leave} />
    </div>
  );
}
