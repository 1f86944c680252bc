/** A box on screen by its centre, in pixels. A fixed box pushes but is never pushed. */
export type Box = { x: number; y: number; width: number; height: number; fixed?: boolean };
export type Frame = { left: number; top: number; right: number; bottom: number };

const ROUNDS = 240;
const GAP = 4;
const HOMEWARD = 0.04;

/**
 * Pushes boxes apart until none overlap, each as near to where it was as the others let it.
 * Same boxes in, same boxes out: no randomness, pairs are taken in order, ties are broken by it.
 */
export function relax(boxes: readonly Box[], frame?: Frame): Box[] {
  const moved = boxes.map((box) => ({ ...box }));
  // The pull home ends halfway, so that the last rounds can only separate.
  for (let round = 0; round < ROUNDS / 2; round++) {
    moved.forEach((box, i) => void pullHome(box, boxes[i]));
    settle(moved, frame);
  }
  for (let round = 0; round < ROUNDS / 2; round++) if (!settle(moved, frame)) break;
  return moved;
}

/** One round; false when nothing overlapped. */
function settle(boxes: Box[], frame: Frame | undefined): boolean {
  if (frame) for (const box of boxes) keepInside(box, frame);
  return separateAll(boxes);
}

function separateAll(boxes: Box[]): boolean {
  let touched = false;
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) touched = separate(a, b) || touched;
  });
  return touched;
}

function separate(a: Box, b: Box): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const overX = (a.width + b.width) / 2 + GAP - Math.abs(dx);
  const overY = (a.height + b.height) / 2 + GAP - Math.abs(dy);
  if (Math.min(overX, overY) <= 0.01 || (a.fixed && b.fixed)) return false;
  const share = shareOf(a, b);
  const [pushX, pushY] = overX < overY ? [overX * signOf(dx), 0] : [0, overY * signOf(dy)];
  a.x -= pushX * share;
  a.y -= pushY * share;
  b.x += pushX * (1 - share);
  b.y += pushY * (1 - share);
  return true;
}

/** How much of the push is a's: all if b is fixed, none if a is. */
const shareOf = (a: Box, b: Box) => (a.fixed ? 0 : b.fixed ? 1 : 0.5);
const signOf = (d: number) => (d < 0 ? -1 : 1);

function pullHome(box: Box, home: Box | undefined): void {
  if (box.fixed || !home) return;
  box.x += (home.x - box.x) * HOMEWARD;
  box.y += (home.y - box.y) * HOMEWARD;
}

function keepInside(box: Box, frame: Frame): void {
  if (box.fixed) return;
  box.x = within(box.x, frame.left + box.width / 2, frame.right - box.width / 2);
  box.y = within(box.y, frame.top + box.height / 2, frame.bottom - box.height / 2);
}

const within = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
