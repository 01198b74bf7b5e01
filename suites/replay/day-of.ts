import { daysBetween } from '#judgement/certificate/days';
import type { Finding, JudgementContext, Opinion } from '#judgement/finding';
import type { CaseRequest, CorpusCase } from '#evidence/corpus/corpus-case';
import { redated } from './rewritten.ts';

/** Forms an opinion of a message, however long that may take. */
export type JudgeMessage = (message: Uint8Array, context: JudgementContext) => Promise<Opinion>;

/** What decides by how many days a case moves. */
interface DatedCase {
  readonly origin: Pick<CorpusCase['origin'], 'day'>;
  readonly requests: readonly Pick<CaseRequest, 'body' | 'constraint'>[];
}

/**
 * By how many days the dates of a case move, so that its requests are right or wrong today in the same way as they were on their own
 * day; undefined where no number of days does that. What has not changed with the days stays as it is.
 */
export const shiftOf = async (
  one: DatedCase,
  now: JudgementContext,
  judge: JudgeMessage,
): Promise<number | undefined> => {
  const { day } = one.origin;
  if (day === now.today && now.mandates === undefined) return 0;
  const then: JudgementContext = { today: day, oin: undefined, mandates: undefined };
  const before = await Promise.all(one.requests.map(({ body }) => judge(body, then)));
  const isAlike = async (shift: number, weigh: Weigh): Promise<boolean> => {
    for (const [index, request] of one.requests.entries()) {
      const after = await judge(redated(request.body, shift), now);
      if (standing(before[index], request, weigh) !== standing(after, request, weigh)) return false;
    }
    return true;
  };
  const shifts = shiftsFrom(daysBetween(atNoon(day), atNoon(now.today)));
  for (const weigh of [all, errorsOnly]) for (const shift of shifts) if (await isAlike(shift, weigh)) return shift;
  return undefined;
};

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** None at all; then all days that passed, whole weeks, and what is near, since a day can be a holiday. */
const shiftsFrom = (passed: number): readonly number[] => {
  const week = 7 * Math.floor(passed / 7);
  return [...new Set([0, passed, week, week + 7, ...[1, 2, 3, 4, 5, 6].map((more) => passed + more), passed - 1])];
};

type Weigh = (finding: Finding) => boolean;

const all: Weigh = () => true;
const errorsOnly: Weigh = ({ severity }) => severity === 'error';

/** What is wrong with a message, as text to compare; what it was made to break counts always, also where nobody can judge it without knowing the sender. */
const standing = (
  opinion: Opinion | undefined,
  { constraint }: Pick<CaseRequest, 'constraint'>,
  weigh: Weigh,
): string => {
  if (opinion === undefined || opinion.verdict === 'unjudgeable') return 'unjudgeable';
  const broken = opinion.findings.filter((one) => weigh(one) || one.constraint === constraint);
  const unseen = (opinion.unseen ?? []).filter((one) => one.constraint === constraint);
  return [...new Set([...broken, ...unseen].map((one) => one.constraint))].sort().join('\n');
};
