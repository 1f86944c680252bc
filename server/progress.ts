import { SingleBar } from "cli-progress";

/** A bar with rate and remaining time; on a terminal only, a line at the end elsewhere. */
export function progress(
  label: string,
  unit: string,
): { to: (done: number, total: number) => void; end: () => void } {
  const bar = new SingleBar({
    format: `${label} {bar} {percentage}% · {value}/{total} ${unit} · {speed}/s · {eta_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
    fps: 10,
  });
  const started = performance.now();
  let last = 0;
  let open = false;
  return {
    to: (done, total) => {
      last = done;
      const speed = Math.round(done / Math.max(0.001, (performance.now() - started) / 1000));
      if (open) bar.setTotal(total);
      else bar.start(total, 0, { speed });
      open = true;
      bar.update(done, { speed });
    },
    end: () => {
      if (!open) return;
      open = false;
      bar.stop();
      if (!process.stderr.isTTY) {
        process.stderr.write(
          `${label}: ${last} ${unit} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
        );
      }
    },
  };
}
