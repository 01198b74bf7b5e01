import * as v from 'valibot';

/** What runs asked of endpoints on a day, by account. */
export interface DayUse {
  readonly type: 'day-use';
  readonly version: 1;
  readonly runs: readonly RunUse[];
}

/** The requests of a run: those that it may make until it has ended, then those that it made. */
export interface RunUse {
  /** A digest of host and username or certificate. */
  readonly account: string;
  /** YYYY-MM-DD in the Netherlands. */
  readonly day: string;
  readonly run: string;
  readonly requests: number;
}

const text = v.string();

/** `day-use.json` of a state folder. */
export const dayUseShape: v.GenericSchema<unknown, DayUse> = v.object({
  type: v.literal('day-use'),
  version: v.literal(1),
  runs: v.array(
    v.object({
      ...{ account: text, day: v.pipe(text, v.isoDate('must be a day, YYYY-MM-DD')), run: text },
      requests: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
  ),
});

/** The requests of an account on a day, of all other runs: one that is resumed takes its own anew. */
export const usedByOthers = (use: DayUse | undefined, { account, day, run }: Omit<RunUse, 'requests'>): number =>
  (use?.runs ?? [])
    .filter((one) => one.account === account && one.day === day && one.run !== run)
    .reduce((sum, { requests }) => sum + requests, 0);

/** The same with those of one run, in place of what was known of it; only its day is kept, and later ones. */
export const withRun = (use: DayUse | undefined, run: RunUse): DayUse => ({
  ...{ type: 'day-use', version: 1 },
  runs: [
    ...(use?.runs ?? []).filter((one) => one.day >= run.day && !(one.run === run.run && one.account === run.account)),
    run,
  ],
});
