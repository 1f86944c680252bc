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
  const [open, setOpen] = useState<"rights" | "shut" | "link" | null>(null);
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
      {!user.demo && !lastOne && open === null && (
        <p className="entry-choices">
          <button type="button" className="link" onClick={() => setOpen("rights")}>
            {t("users.change")} <span className="hidden">{user.login}</span>
          </button>
          <button type="button" className="link" onClick={() => setOpen("link")}>
            {t("users.newLink")} <span className="hidden">{user.login}</span>
          </button>
          <button type="button" className="link" onClick={() => setOpen("shut")}>
            {shutAct} <span className="hidden">{user.login}</span>
          </button>
        </p>
      )}
      {open === "rights" && (
        <ChangeUser user={user} services={services} changed={() => changed()} leave={leave} />
      )}
      {open === "link" && (
        <Confirm why={t("users.newLinkWhy", user)} act={t("users.newLink")} go={link} leave={leave} />
      )}
      {open === "shut" && (
        <Confirm
          why={t(user.disabled ? "users.enableWhy" : "users.disableWhy", user)}
          act={shutAct}
          go={shut}
          leave={leave}
        />
      )}
    </li>
  );
}
