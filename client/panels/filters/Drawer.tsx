import { Layers } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { View } from "../../address.ts";
import { useWords } from "../../useWords.ts";
import { Tools } from "../frame/Tools.tsx";

type Props = { view: View; onExport: () => void; children: ReactNode };

/** On the phone filters, legend and tools wait behind one button. Esc, a touch elsewhere or a choice puts them away. */
export function Drawer({ view, onExport, children }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { period, levels, services, table, zone } = view;
  // Needs are ticked several at a time, so they alone keep it open.
  const choice = JSON.stringify([period, levels, services, table, zone]);
  const [before, setBefore] = useState(choice);
  if (before !== choice) {
    setBefore(choice);
    setOpen(false);
  }
  useEffect(() => {
    if (!open) return;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", leave);
    };
  }, [open]);
  return (
    <div className="drawer" ref={box}>
      <button
        type="button"
        className="layers card"
        ref={opener}
        aria-expanded={open}
        aria-label={t("legend.filters")}
        onClick={() => setOpen(!open)}
      >
        <Layers size={22} aria-hidden />
      </button>
      {open && (
        <>
          {!table && <Tools onExport={onExport} />}
          {children}
        </>
      )}
    </div>
  );
}
