import type { Answer } from '#judgement/answer';

/** Holds accepted dossiers to a number, however many deliveries are under way at once. */
export interface DossierCap {
  /** Waits until what is under way leaves room; false when the number is reached. */
  readonly take: () => Promise<boolean>;
  /** Gives a place back, or keeps it for good. */
  readonly settle: (isDossier: boolean) => void;
}

/** A cap on dossiers; undefined is without limit. */
export const dossierCap = (most = Infinity): DossierCap => {
  let kept = 0;
  let underWay = 0;
  let waiting: (() => void)[] = [];
  return {
    take: async () => {
      while (kept < most && kept + underWay >= most)
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      if (kept >= most) return false;
      underWay += 1;
      return true;
    },
    settle: (isDossier) => {
      underWay -= 1;
      if (isDossier) kept += 1;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
};

const neverArrived: ReadonlySet<string> = new Set(['dns', 'refused', 'unreachable', 'tls', 'budget']);

/** Whether there may be a dossier: an answer that did not come says nothing against it. */
export const mayBeDossier = (answer: Answer): boolean =>
  answer.kind === 'accepted' || (answer.kind === 'none' && !neverArrived.has(answer.failure.kind));
