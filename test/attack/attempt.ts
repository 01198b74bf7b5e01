/** One attack on the product. */
export interface Attack {
  readonly name: string;
  /** Belongs to the slice that `npm test` runs. */
  readonly quick?: boolean | undefined;
  /** Resolves with one sentence on what got through; with undefined when the product held. */
  readonly act: () => Promise<string | undefined>;
}

/** Attacks that share a target. */
export interface Front {
  readonly attacks: readonly Attack[];
  readonly close: () => Promise<void>;
}

/** A topic of attacks, with what opens its target; `folder` is new and its own. */
export interface Topic {
  readonly topic: string;
  /** Whether `npm test` tries some of it; whole runs in `test/run/` cover the others there. */
  readonly isSliced: boolean;
  /** `patience`: seconds within which a sender is answered; Infinity where a wall clock proves nothing. */
  readonly open: (folder: string, patience: number) => Promise<Front>;
}

/** What became of one attack. */
export interface Result {
  readonly name: string;
  /** What got through; undefined when the product held. */
  readonly broken: string | undefined;
  readonly seconds: number;
}

/** Milliseconds after which an attack counts as having got through: it kept the product busy. */
const longest = 180_000;

/** Acts one attack, bounded in time; an error of the attack itself counts as not held, so that it is looked at. */
export const attempt = async ({ name, act }: Attack): Promise<Result> => {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, longest, `no end within ${String(longest / 1000)} s`);
  });
  try {
    return { name, broken: await Promise.race([act(), late]), seconds: secondsSince(started) };
  } catch (error) {
    return { name, broken: `the attack itself failed: ${String(error)}`, seconds: secondsSince(started) };
  } finally {
    clearTimeout(timer);
  }
};

const secondsSince = (started: number): number => (performance.now() - started) / 1000;
