import type { Known } from "../../useKnown.ts";
import { Place } from "./Place.tsx";

export function Account({ known }: { known: Known }) {
  return (
    <Place known={known} screen="account">
      {null}
    </Place>
  );
}
