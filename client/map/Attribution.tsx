/** Mean width of a letter of the line, pixels, and the space at its ends. */
const LETTER = 5.1;
const ENDS = 24;

type Props = {
  network: { attribution: string; attribution_short?: string | undefined };
  /** Of the map, pixels. */
  width: number;
};

/** Whose the data are: the whole text where it stands in one line, else the short one, else the whole in several. */
export function Attribution({ network: { attribution, attribution_short: short }, width }: Props) {
  const fits = attribution.length * LETTER + ENDS <= width;
  return (
    <p className="map-attribution" data-long={!fits && !short} title={fits ? undefined : attribution}>
      {fits ? attribution : (short ?? attribution)}
    </p>
  );
}
