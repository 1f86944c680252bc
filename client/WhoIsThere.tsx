import { MapPanel } from "./MapPanel.tsx";
import { Filters } from "./panels/filters/Filters.tsx";
import { ScreenFrame } from "./panels/frame/ScreenFrame.tsx";
import { EqualTable } from "./panels/table/EqualTable.tsx";
import { saveTable } from "./panels/table/exportTable.ts";
import { NetworkPanel } from "./panels/zone/NetworkPanel.tsx";
import { ZonePanel } from "./panels/zone/ZonePanel.tsx";
import type { Known } from "./useKnown.ts";
import { usePhone } from "./useMedia.ts";
import { chosenZone, useScreen } from "./useScreen.ts";

/** *Chi c'è?*: which services cover which zone, at which hour. */
export function WhoIsThere({ known }: { known: Known }) {
  const screen = useScreen(known);
  const phone = usePhone();
  const place = chosenZone(screen);
  return (
    <ScreenFrame
      screen={screen}
      map={<MapPanel screen={screen} phone={phone} />}
      filters={<Filters screen={screen} />}
      table={<EqualTable screen={screen} />}
      panel={
        place ? <ZonePanel screen={screen} place={place} phone={phone} /> : <NetworkPanel screen={screen} />
      }
      onExport={() => saveTable(screen)}
    />
  );
}
