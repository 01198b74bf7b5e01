/** Seconds that a slow answer takes, and that Retry-After asks to wait, where nothing is said. */
export const usualSeconds = 10;

/** Answers that can be played to a delivery, to see what its sender does then. */
export const playNames = ['fault', 'refusal', 'error', 'retry-after', 'lost-answer', 'slow'] as const;

/** An answer to play. */
export interface Play {
  readonly answer: (typeof playNames)[number];
  /** How long a slow answer takes, or Retry-After asks to wait. */
  readonly seconds: number;
}

/** When an answer is played: at one delivery by its number from 1, or at each so many. */
export interface ScriptedPlay extends Play {
  readonly delivery?: number | undefined;
  readonly every?: number | undefined;
}

/** The answers to be played. */
export interface Plays {
  /** Called at each delivery that got in; undefined for one that gets the service's own answer. */
  readonly take: () => Play | undefined;
  /** Plays this at the next delivery, before the script has its say. */
  readonly next: (play: Play) => void;
}

/** Plays by a script, after so many deliveries before. */
export const createPlays = (script: readonly ScriptedPlay[] = [], before = 0): Plays => {
  const asked: Play[] = [];
  let count = before;
  return {
    take: () => {
      count += 1;
      return asked.shift() ?? script.find(({ delivery, every }) => delivery === count || isEach(every, count));
    },
    next: (play) => void asked.push(play),
  };
};

const isEach = (every: number | undefined, count: number): boolean => every !== undefined && count % every === 0;
