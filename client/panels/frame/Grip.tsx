import { useWords } from "../../useWords.ts";

/** On the phone, gives the panel more of the window, and takes it back. */
export function Grip({ tall, onPress }: { tall: boolean; onPress: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="grip"
      aria-expanded={tall}
      aria-label={t(tall ? "panel.less" : "panel.more")}
      onClick={onPress}
    />
  );
}
