/** Holds dossiers to a number, those that there may be included, however many deliveries are under way at once. */
export interface DossierCap {
  /** Waits until what is under way leaves room; false when the number is reached. */
  readonly take: () => Promise<boolean>;
  /** Gives a place back, or keeps it for good. */
  readonly settle: (isDossier: boolean) => void;
}

/** A cap on dossiers, after so many before; undefined is without limit. */
export const dossierCap = (most = Infinity, before = 0): DossierCap => {
  let kept = before;
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
