import { Presets, SingleBar } from 'cli-progress';
import { complain } from './ports.ts';

export type Progress = { readonly step: (name: string) => void; readonly stop: () => void };

/** A bar on a terminal; in a log, a plain line at each quarter. */
export function progress(title: string, total: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      {
        format: `${title} {bar} {value}/{total} {name}`,
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    bar.start(total, 0, { name: '' });
    return { step: (name) => bar.increment(1, { name }), stop: () => bar.stop() };
  }
  let done = 0;
  let quarter = 0;
  complain(`${title}: 0 of ${total}`);
  return {
    step: () => {
      done += 1;
      const reached = Math.floor((done / total) * 4);
      if (reached > quarter) complain(`${title}: ${done} of ${total}`);
      quarter = Math.max(quarter, reached);
    },
    stop: () => {},
  };
}
