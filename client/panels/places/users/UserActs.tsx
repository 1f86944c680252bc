import { useWords } from "../../../useWords.ts";
import type { User } from "./UserRow.tsx";

export type Act = "rights" | "link" | "shut";

type Props = { user: User; shutAct: string; open: (act: Act) => void };

/** What may be changed of a user; of one who comes from the identity provider only whether it comes in. */
export function UserActs({ user, shutAct, open }: Props) {
  const { t } = useWords();
  const acts: Act[] = user.oidc ? ["shut"] : ["rights", "link", "shut"];
  const said = { rights: t("users.change"), link: t("users.newLink"), shut: shutAct };
  return (
    <p className="entry-choices">
      {acts.map((act) => (
        <button key={act} type="button" className="link" onClick={() => open(act)}>
          {said[act]} <span className="hidden">{user.login}</span>
        </button>
      ))}
    </p>
  );
}
