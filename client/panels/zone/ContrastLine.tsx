import { useMemo } from "react";
import type { Screen } from "../../useScreen.ts";
import { useWords } from "../../useWords.ts";
import { contrastsIn } from "../../zoneFacts.ts";
import { Chip } from "../frame/Chip.tsx";

/** The pair of contrasting services most often together in the chosen hours. */
export function ContrastLine({ screen, zone }: { screen: Screen; zone: string }) {
  const { t } = useWords();
  const { known, figures, hours, states, serviceOf } = screen;
  const kept = figures.supposition?.kept;
  const seen = states.find((state) => state.zone === zone)?.seen;
  const [contrast] = useMemo(() => {
    const services = known.services.filter(({ id }) => seen?.includes(id));
    return kept ? contrastsIn(kept, { zone, hours, services }, known.network.relations) : [];
  }, [kept, known, zone, hours, seen]);
  const [a, b] = [serviceOf(contrast?.a ?? ""), serviceOf(contrast?.b ?? "")];
  if (!contrast || !a || !b) return null;
  return (
    <p className="contrast">
      <Chip service={a} />
      <span aria-hidden="true">≠</span>
      <Chip service={b} />
      <span className="hidden">
        {a.initials} ≠ {b.initials}:
      </span>
      <span>{t("zone.contrast", { count: contrast.together, of: contrast.of })}</span>
    </p>
  );
}
