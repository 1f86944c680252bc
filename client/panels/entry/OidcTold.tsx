import it from "../../messages/it.json" with { type: "json" };
import { useWords } from "../../useWords.ts";
import { useOidcFault } from "../../view.ts";

type Fault = keyof typeof it.oidc;

/** Why coming back from the identity provider opened nothing. */
export function OidcTold() {
  const { t } = useWords();
  const key = useOidcFault()?.replaceAll("-", "_");
  if (!key) return null;
  const fault = Object.hasOwn(it.oidc, key) ? (key as Fault) : "failed";
  return (
    <p className="entry-problem" role="alert">
      {t(`oidc.${fault}`)}
    </p>
  );
}
