import { useRef, useState } from "react";
import { changeUser, newLink } from "../../../accountActs.ts";
import type { AnswerOf, questions } from "../../../api.ts";
import type { Known } from "../../../useKnown.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { nameOf } from "../../../words.ts";
import { ChangeUser } from "./ChangeUser.tsx";
import { Confirm } from "./Confirm.tsx";
import type { Invited } from "./InviteLink.tsx";
import { standingWords } from "./standingWords.ts";
import { type Act, UserActs } from "./UserActs.tsx";

export type User = AnswerOf<typeof questions.users>["users"][number];

type Props = {
  user: User;
  me: boolean;
  lastOne: boolean;
  services: Known["services"];
  changed: (link?: Invited) => void;
};

/** One user, and what may be changed; each change is asked for twice, for it ends the user's sessions. */
export function UserRow({ user, me, lastOne, services, changed }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const [open, setOpen] = useState<Act | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const leave = () => {
    setOpen(null);
    row.current?.focus();
  };
  const service = services.find(({ id }) => id === user.service);
  const shut = async () => {
    const { problem } = await changeUser(user.id, { disabled: !user.disabled });
    if (!problem) changed();
    return problem;
  };
  const link = async () => {
    const { data, problem } = await newLink(user.id);
    if (data) changed({ login: user.login, invite: data.invite });
    return problem;
  };
  const shutAct = t(user.disabled ? "users.enable" : "users.disable");
  return (
    <li className="user-row" ref={row} tabIndex={-1} data-disabled={user.disabled}>
      <p>
        <strong>{user.login}</strong> {me && <span className="note">{t("users.you")}</span>}
        <br />
        {t(`role.${user.role}.name`)}
        {user.service && ` · ${service ? nameOf(service, lang) : user.service}`}
      </p>
      <p className="note">{standingWords(t, lang, user)}</p>
      {lastOne && <p className="note">{t("users.lastOne")}</p>}
      {user.oidc && <p className="note">{t("users.byProvider")}</p>}
      {!user.demo && !lastOne && open === null && <UserActs user={user} shutAct={shutAct} open={setOpen} />}
      {open === "rights" && (
        <ChangeUser user={user} services={services} changed={() => changed()} leave={leave} />
      )}
      {open === "link" && (
        <Confirm why={t("users.newLinkWhy", user)} act={t("users.newLink")} go={link} leave={leave} />
      )}
      {open === "shut" && <Confirm why={t(shutWhy(user), user)} act={shutAct} go={shut} leave={leave} />}
    </li>
  );
}

const shutWhy = ({ disabled, oidc }: User) => {
  if (!disabled) return "users.disableWhy";
  return oidc ? "users.enableOidcWhy" : "users.enableWhy";
};
