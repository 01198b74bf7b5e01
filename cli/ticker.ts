import { statusLine } from './tell.ts';

/** Tells where long work is. */
export interface Ticker {
  /** Called often; `line` is asked for only when it is told. */
  readonly tick: (line: () => string) => void;
  readonly stop: () => void;
}

/** Milliseconds of silence: nothing is told of work that is done in two seconds. */
const interval = { terminal: 250, file: 5000, first: 2000 };

/** Tells on stderr where work is that lets no timer run: one line that is rewritten on a terminal, a line every five seconds elsewhere. */
export const createTicker = (): Ticker => {
  const status = statusLine();
  let next = performance.now() + interval.first;
  let told = false;
  return {
    tick: (line) => {
      if (performance.now() < next) return;
      next = performance.now() + (status.isTerminal ? interval.terminal : interval.file);
      told = true;
      status.show(line());
    },
    stop: () => {
      if (told) status.clear();
    },
  };
};
