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
import { type Known, type KnownAnswer, useKnown } from "./useKnown.ts";
import { type ClosedPeriod, countedElsewhere } from "./useScreen.ts";
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

/** A period whose zones, slots or needs are not today's is shown with its own. */
function useTheirs(today: KnownAnswer, counted: ClosedPeriod | null): KnownAnswer {
  const theirs = useKnown(counted?.id);
  return counted ? theirs : today;
}

/** The screens of whoever is signed in: where their role does not lead is said, not shown. */
export function Screens({ role }: { role: AccountRole }) {
  const { screen, period, epoch } = useView().view;
  const today = useKnown(null);
  const counted = today.known && countedElsewhere(today.known.network, { screen, period, epoch });
  const { known, problem, retry } = useTheirs(today, counted);
  const Page = PAGES[screen];
  if (known && !mayOpen(screen, role)) return <ClosedPlace known={known} role={role} />;
  if (known)
    return (
      <Suspense fallback={<Skeleton />}>
        <Page key={`${screen} ${counted?.lattice ?? ""}`} known={known} />
      </Suspense>
    );
  return (
    <>
      <Skeleton />
      {problem && <ErrorCard problem={problem} retry={retry} kept={false} />}
    </>
  );
}
