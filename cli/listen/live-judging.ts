import type { RecordedSent } from '#evidence/recorded-cases';
import type { JudgedExchange, RecordingJudge } from '#harness/judge-recording';

/** Judges exchanges one after another, as they come. */
export interface LiveJudging {
  readonly add: (event: RecordedSent) => void;
  /** Resolves once all that was added is judged. */
  readonly settled: () => Promise<void>;
  /** Adds no more and waits for none: what is left is judged from disk another time. */
  readonly abandon: () => void;
  readonly waiting: () => number;
}

/** Called with each exchange that was judged, and with a failure of ours. */
export interface JudgingHeard {
  readonly judged: (one: JudgedExchange) => void;
  readonly failed: (error: unknown) => void;
}

/** Judging that waits for its first exchange. */
export const liveJudging = ({ take }: Pick<RecordingJudge, 'take'>, { judged, failed }: JudgingHeard): LiveJudging => {
  let last = Promise.resolve();
  let waiting = 0;
  let isOver = false;
  const judge = async (event: RecordedSent): Promise<void> => {
    try {
      if (!isOver) judged(await take(event));
    } catch (error) {
      failed(error);
    } finally {
      waiting -= 1;
    }
  };
  return {
    add: (event) => {
      waiting += 1;
      last = last.then(() => judge(event));
    },
    settled: () => last,
    abandon: () => {
      isOver = true;
    },
    waiting: () => waiting,
  };
};
