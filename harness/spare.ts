/** Requests beside the plan of a run: tries again, and smaller cases of a failure. */
export interface Spare {
  /** Takes this many, unless fewer are left. */
  readonly take: (requests: number) => boolean;
}

/** So many requests beside the plan; undefined is without limit. */
export const createSpare = (requests = Infinity): Spare => {
  let left = requests;
  return {
    take: (wanted) => {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
};
