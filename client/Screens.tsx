import { type ComponentType, lazy, Suspense } from "react";
import type { ScreenName } from "./address.ts";
import { DayAndNight } from "./DayAndNight.tsx";
import { Emerging } from "./Emerging.tsx";
import { ErrorCard } from "./panels/frame/ErrorCard.tsx";
import { Skeleton } from "./panels/frame/Skeleton.tsx";
import { Account } from "./panels/places/account/Account.tsx";
import { ClosedPlace } from "./panels/places/ClosedPlace.tsx";
import { TrailScreen } from "./panels/places/trail/TrailScreen.tsx";
import { Users } from "./panels/places/users/Users.tsx";
import { mayOpen } from "./places.ts";
import type { AccountRole } from "./session.ts";
import { type Known, useKnown } from "./useKnown.ts";
import { useView } from "./view.ts";
import { WhereItLacks } from "./WhereItLacks.tsx";
import { WhoIsThere } from "./WhoIsThere.tsx";

/** Fetched only by whoever manages the network. */
const Managing = lazy(() => import("./Managing.tsx").then((page) => ({ default: page.Managing })));

const PAGES: Record<ScreenName, ComponentType<{ known: Known }>> = {
  chi: WhoIsThere,
  manca: WhereItLacks,
  notte: DayAndNight,
  emerge: Emerging,
  gestione: Managing,
  account: Account,
  utenti: Users,
  registro: TrailScreen,
};

/** The screens of whoever is signed in: where their role does not lead is said, not shown. */
export function Screens({ role }: { role: AccountRole }) {
  const { known, problem, retry } = useKnown();
  const { screen } = useView().view;
  const Page = PAGES[screen];
  if (known && !mayOpen(screen, role)) return <ClosedPlace known={known} role={role} />;
  if (known)
    return (
      <Suspense fallback={<Skeleton />}>
        <Page key={screen} known={known} />
      </Suspense>
    );
  return (
    <>
      <Skeleton />
      {problem && <ErrorCard problem={problem} retry={retry} kept={false} />}
    </>
  );
}
