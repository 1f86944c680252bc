import { Menu } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { SCREENS, type ScreenName, type View } from "../../address.ts";
import type { Known } from "../../useKnown.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { AccountMenu, AccountPlaces } from "./AccountMenu.tsx";
import { Languages, Themes } from "./Appearance.tsx";
import { Eye } from "./Eye.tsx";
import { Popover } from "./Popover.tsx";
import "./header.css";
import "./nav.css";

type Props = {
  network: Known["network"];
  screen: ScreenName;
  theme: View["theme"];
  phone: boolean;
  period: string | null;
};

export const Header = memo(function Header({ network, screen, theme, phone, period }: Props) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <header className="header">
      <a className="skip" href="#panel">
        {t("app.skip")}
      </a>
      <h1 className="brand">
        <Eye />
        <strong>{phone ? t(`nav.${screen}`) : t("app.name")}</strong>
        {!phone && <span>{nameOf(network, lang)}</span>}
      </h1>
      {phone && period && <p className="header-period">{period}</p>}
      {network.simulated && (
        <span className="simulated" title={t("app.simulatedWhy")}>
          {t("app.simulated")}
        </span>
      )}
      {phone ? (
        <Popover className="menu" label={t("menu.open")} button={<Menu size={26} aria-hidden />}>
          {(close) => (
            <div className="menu-panel card">
              <p>{nameOf(network, lang)}</p>
              <Screens screen={screen} onChoose={close} />
              <AccountPlaces screen={screen} onChoose={close} />
              <div className="menu-appearance">
                <Languages lang={lang} />
                <Themes theme={theme} />
              </div>
            </div>
          )}
        </Popover>
      ) : (
        <>
          <Screens screen={screen} />
          <Languages lang={lang} />
          <Themes theme={theme} />
          <AccountMenu screen={screen} />
        </>
      )}
    </header>
  );
});

/** The screens; a choice of period, hours, needs and zone goes along. */
function Screens({ screen, onChoose }: { screen: ScreenName; onChoose?: () => void }) {
  const { t } = useWords();
  const open = (event: MouseEvent, to: ScreenName) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose?.();
    setView({ screen: to, levels: [], table: false, part: "services", item: null });
  };
  return (
    <nav className="nav" aria-label={t("nav.label")}>
      {SCREENS.map((one) => (
        <a
          key={one}
          href={`?screen=${one}`}
          aria-current={one === screen ? "page" : undefined}
          onClick={(event) => open(event, one)}
        >
          {t(`nav.${one}`)}
        </a>
      ))}
    </nav>
  );
}
