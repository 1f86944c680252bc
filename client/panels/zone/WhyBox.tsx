import { X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { useWords } from "../../useWords.ts";
import "./why.css";

export type WhyRef = RefObject<HTMLDialogElement | null>;

/** The box *Perché queste cifre?*; what is in it is worked out only while it is open. */
export function WhyBox({
  box,
  wide = false,
  title,
  children,
}: {
  box: WhyRef;
  wide?: boolean;
  /** What is explained, where it is not figures. */
  title?: string;
  children: () => ReactNode;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    const follow = () => setOpen(dialog?.open ?? false);
    dialog?.addEventListener("toggle", follow);
    return () => dialog?.removeEventListener("toggle", follow);
  }, [box]);
  return (
    <dialog
      ref={box}
      className="why card"
      data-wide={wide}
      aria-labelledby={heading}
      onClose={() => setOpen(false)}
    >
      <button
        type="button"
        className="icon-button"
        aria-label={t("tools.close")}
        onClick={() => box.current?.close()}
      >
        <X size={18} aria-hidden />
      </button>
      <h2 id={heading}>{title ?? t("why.title")}</h2>
      {open && children()}
    </dialog>
  );
}

/** One place among several, to explain. */
export function WhyPlace({
  label,
  value,
  places,
  choose,
}: {
  label: string;
  value: string;
  places: readonly { id: string; name: string }[];
  choose: (id: string) => void;
}) {
  return (
    <label className="why-slot">
      {label}{" "}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
