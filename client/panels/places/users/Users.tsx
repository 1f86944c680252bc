import { useState } from "react";
import { questions, useAnswer } from "../../../api.ts";
import { useSignedIn } from "../../../session.ts";
import type { Known } from "../../../useKnown.ts";
import { useWords } from "../../../useWords.ts";
import { ErrorCard } from "../../frame/ErrorCard.tsx";
import { Waiting } from "../../frame/Waiting.tsx";
import { Place } from "../Place.tsx";
import { type Invited, InviteLink } from "./InviteLink.tsx";
import { InviteUser } from "./InviteUser.tsx";
import { type User, UserRow } from "./UserRow.tsx";
import "./users.css";

/** Who may sign in, with what role; whoever coordinates the network invites, changes and shuts out. */
export function Users({ known }: { known: Known }) {
  const { t } = useWords();
  const me = useSignedIn();
  const { data, problem, retry } = useAnswer(questions.users);
  const [invited, tell] = useState<Invited | null>(null);
  const users = data?.users ?? [];
  const changed = (link?: Invited) => {
    if (link) tell(link);
    retry();
  };
  return (
    <Place known={known} screen="utenti">
      <p>{t("users.lead")}</p>
      <InviteUser services={known.services} invited={changed} />
      {invited && <InviteLink key={invited.invite} invited={invited} done={() => tell(null)} />}
      <Waiting busy={!data && !problem} />
      {problem && <ErrorCard problem={problem} retry={retry} kept={data !== null} />}
      {data && (
        <section className="card" aria-labelledby="users-list">
          <h3 id="users-list">{t("users.list", { count: users.length })}</h3>
          <ul className="rows">
            {users.map((user) => (
              <UserRow
                key={user.id}
                user={user}
                me={user.login === me?.login}
                lastOne={isLast(user, users)}
                services={known.services}
                changed={changed}
              />
            ))}
          </ul>
          {users.every(({ demo }) => demo) && <p className="note">{t("users.onlyDemo")}</p>}
        </section>
      )}
    </Place>
  );
}

/** Without this one nobody could look after the network. */
const isLast = (user: User, users: readonly User[]): boolean =>
  isAtWork(user) && users.filter(isAtWork).length === 1;

const isAtWork = ({ role, disabled, invited, demo }: User) =>
  role === "coordinator" && !disabled && !invited && !demo;
