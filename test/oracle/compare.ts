import type { Case, Made } from './cases.ts';
import { knownErrorOf, type KnownError } from './known-errors.ts';
import { judgeWithLibxml } from './libxml.ts';
import { type Verdict } from '#documents/judge/xerces';
import { judgeWithXerces } from './xerces.ts';

/** A document that a validator sees otherwise than it was meant. */
export interface Difference {
  readonly clause: string;
  readonly validator: KnownError['validator'];
  readonly one: Case;
  readonly verdict: Verdict;
  readonly known: KnownError | undefined;
}

/** Lets both validators judge all that was made. */
export const differencesIn = async (made: readonly Made[]): Promise<readonly Difference[]> => {
  const batches = made.map(({ clause, cases }) => ({
    files: clause.files,
    documents: cases.map(({ bytes }) => bytes),
  }));
  const xerces = await judgeWithXerces(batches);
  const libxml = batches.map(judgeWithLibxml);
  return made.flatMap((one, index) => [
    ...against('Xerces', one, xerces[index] ?? []),
    ...against('libxml2', one, libxml[index] ?? []),
  ]);
};

const against = (
  validator: KnownError['validator'],
  { clause: { title }, cases }: Made,
  verdicts: readonly Verdict[],
): readonly Difference[] =>
  cases.flatMap((one, index): readonly Difference[] => {
    const verdict = verdicts[index] ?? { kind: 'broken', message: 'no verdict' };
    if (verdict.kind === (one.breaks === undefined ? 'valid' : 'invalid')) return [];
    const known = knownErrorOf(validator, title, { breaks: one.breaks, verdict });
    return [{ clause: title, validator, one, verdict, known }];
  });

/** A difference in one line. */
export const lineOf = ({ clause, validator, one: { breaks, root }, verdict }: Difference): string => {
  const what =
    breaks === undefined ? 'a valid document' : `${breaks.constraint} broken by ${breaks.operator} at ${breaks.path}`;
  return `${clause}: root ${root}: ${what}: ${validator} says ${verdict.kind}: ${verdict.message}`;
};
