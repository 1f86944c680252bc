import { useEffect } from "react";
import { PARTS } from "./address.ts";
import { AimsPart } from "./manage/aims/AimsPart.tsx";
import { DraftBar } from "./manage/frame/DraftBar.tsx";
import { PartTabs } from "./manage/frame/PartTabs.tsx";
import type { Manage } from "./manage/frame/useManage.ts";
import { useManage } from "./manage/frame/useManage.ts";
import { HistoryPart } from "./manage/history/HistoryPart.tsx";
import { NeedsPart } from "./manage/needs/NeedsPart.tsx";
import { SchedulesPart } from "./manage/schedules/SchedulesPart.tsx";
import { ServicesPart } from "./manage/services/ServicesPart.tsx";
import { SlotsPart } from "./manage/slots/SlotsPart.tsx";
import { useLeaveWarning } from "./manage/typed.ts";
import { ZonesPart } from "./manage/zones/ZonesPart.tsx";
import { ErrorCard } from "./panels/frame/ErrorCard.tsx";
import { Header } from "./panels/frame/Header.tsx";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { useLang, useWords } from "./useWords.ts";
import { useView } from "./view.ts";
import { nameOf } from "./words.ts";
import "./panels/frame/screen.css";
import "./manage/frame/manage.css";

const SHOWN = {
  services: ServicesPart,
  schedules: SchedulesPart,
  needs: NeedsPart,
  slots: SlotsPart,
  aims: AimsPart,
  zones: ZonesPart,
  history: HistoryPart,
};

/** *Gestione*: the network itself, edited in a draft that is published when it is ready. */
export function Managing({ known }: { known: Known }) {
  const { view } = useView();
  const phone = usePhone();
  const { manage, problem, retry } = useManage(known);
  useLeaveWarning();
  useTitle(known);
  return (
    <div className="managing" data-open={view.item !== null}>
      <Header network={known.network} screen="gestione" theme={view.theme} phone={phone} period={null} />
      {manage && <PartTabs manage={manage} />}
      <main className="manage" id="panel" tabIndex={-1}>
        {manage ? <Part manage={manage} /> : <Refused problem={problem} retry={retry} />}
      </main>
    </div>
  );
}

function Part({ manage }: { manage: Manage }) {
  const part = manage.draft.rows === null ? "history" : manage.view.part;
  const Shown = SHOWN[part];
  return (
    <>
      <DraftBar manage={manage} />
      <Shown key={part} manage={manage} />
    </>
  );
}

/** A network that is not edited here is said to be; anything else that failed can be tried again. */
function Refused({ problem, retry }: Omit<ReturnType<typeof useManage>, "manage">) {
  const { t } = useWords();
  if (!problem) return <p className="hidden">{t("app.loading")}</p>;
  if (problem.status === 404) return <p className="manage-refused">{t("manage.notHere")}</p>;
  return <ErrorCard problem={problem} retry={retry} kept={false} />;
}

function useTitle({ network }: Known): void {
  const { t } = useWords();
  const lang = useLang();
  const { part } = useView().view;
  const shown = PARTS.includes(part) ? t(`manage.part.${part}`) : "";
  const title = [shown, t("nav.gestione"), nameOf(network, lang), t("app.name")].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
