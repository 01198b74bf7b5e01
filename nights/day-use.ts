import * as v from 'valibot';
import { dutchDay } from '#judgement/certificate/days';

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

type RunOfDay = Omit<RunUse, 'requests'>;

const onDay = (use: DayUse | undefined, { account, day }: RunOfDay): readonly RunUse[] =>
  (use?.runs ?? []).filter((one) => one.account === account && one.day === day);

/** What is known of a run that is resumed: where several were given its id, the one that used least. */
export const ownIn = (use: DayUse | undefined, run: RunOfDay): RunUse | undefined =>
  onDay(use, run)
    .filter((one) => one.run === run.run)
    .toSorted((one, other) => one.requests - other.requests)[0];

/** The requests of an account on a day, but for those that a run takes anew. */
export const usedBesides = (use: DayUse | undefined, run: RunOfDay, own: RunUse | undefined): number =>
  onDay(use, run).reduce((sum, { requests }) => sum + requests, 0) - (own?.requests ?? 0);

/** The same with those of one run on a day, in place of what it had taken of that if it had; only that day is kept, or an earlier one that counts still, and later ones. */
export const withRun = (
  use: DayUse | undefined,
  run: RunUse,
  { own, since = run.day }: { readonly own?: RunUse | undefined; readonly since?: string } = {},
): DayUse => {
  const runs = (use?.runs ?? []).filter(({ day }) => day >= since);
  const place = own === undefined ? -1 : runs.findIndex((one) => isSame(one, own));
  const others = runs.filter((_, index) => index !== place);
  return { type: 'day-use', version: 1, runs: run.requests === 0 && run.day !== since ? others : [...others, run] };
};

/** The days on which a run may make its requests, which takes so many milliseconds from a moment on: one that begins before midnight can go on after it. */
export const daysFrom = (moment: Date, milliseconds: number): readonly string[] => {
  const steps = Array.from({ length: Math.ceil(milliseconds / halfDay) }, (_, step) => step * halfDay);
  return [...new Set([...steps, milliseconds].map((later) => dutchDay(new Date(moment.getTime() + later))))];
};

const halfDay = 12 * 3_600_000;

const isSame = (one: RunUse, other: RunUse): boolean =>
  one.account === other.account && one.day === other.day && one.run === other.run && one.requests === other.requests;
