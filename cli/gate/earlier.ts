import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { noJson, problemOf, withoutMark } from '#contract/texts/shape-problem';
import { gateOutcomes } from '#gate/decision/decision';
import type { EarlierDecision } from '#gate/decision/judged-evidence';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

const at = v.pipe(v.string(), v.isoTimestamp());

const decided = v.object({
  type: v.literal('gate-decision'),
  version: v.literal(1),
  at,
  phase: v.number(),
  vendor: v.optional(v.string()),
  outcome: v.picklist(gateOutcomes),
  contract: v.object({ id: v.string(), confirmed: v.boolean() }),
  types: v.array(v.object({ documentType: v.string(), outcome: v.picklist(gateOutcomes) })),
  certificates: v.array(v.object({ fingerprint: v.string() })),
});

const reviewed = v.object({
  type: v.literal('gate-review'),
  version: v.literal(1),
  at,
  phase: v.number(),
  vendor: v.optional(v.string()),
  granted: v.array(v.string()),
  refused: v.array(v.string()),
});

type Decided = v.InferOutput<typeof decided>;
type Reviewed = v.InferOutput<typeof reviewed>;

/** The decisions in a folder that stand: of each document type the latest counts, and what a person refused stays so until a person grants it. Observations there are passed over; throws `UsageError` for any other file, since it can be a refusal. */
export const earlierIn = (folder: string, now: number): readonly EarlierDecision[] => {
  const records = namesIn(folder).flatMap((name) => recordIn(join(folder, name), now));
  const decisions = records.filter((one) => one.type === 'gate-decision');
  const reviews = records.filter((one) => one.type === 'gate-review');
  const standing = standingOf([...decisions.flatMap(saidByGate), ...reviews.flatMap(saidByPerson)]);
  const isGranted = (of: Subject, name: string): boolean => standing.get(keyOf(of, name)) === 'granted';
  return [...decisions.map(asDecision), ...reviews.map(asGrant)].flatMap(({ vendor, documentTypes, ...one }) => {
    if (vendor === undefined) return [];
    return [
      { ...one, vendor, documentTypes: documentTypes.filter((name) => isGranted({ vendor, phase: one.phase }, name)) },
    ];
  });
};

const asDecision = ({ phase, vendor, outcome, types, certificates, contract }: Decided) => ({
  ...{ phase, vendor, outcome, unconfirmed: contract.confirmed ? undefined : contract.id },
  documentTypes: types.flatMap((one) => (one.outcome === 'voldoet' ? [one.documentType] : [])),
  certificates: certificates.map(({ fingerprint }) => fingerprint),
});

/** A person at KOOP grants whatever the contract. */
const asGrant = ({ phase, vendor, granted: documentTypes }: Reviewed) => ({
  ...{ phase, vendor, outcome: 'voldoet' as const, certificates: [], unconfirmed: undefined, documentTypes },
});

type Subject = Pick<Reviewed, 'phase' | 'vendor'>;

const keyOf = ({ phase, vendor = '' }: Subject, documentType: string): string =>
  JSON.stringify([phase, ...[vendor, documentType].map((one) => one.trim().toLowerCase())]);

type Said = 'granted' | 'failed' | 'refused';

interface Statement {
  readonly at: number;
  readonly key: string;
  readonly said: Said;
}

/** What is undecided, or is no evidence, takes nothing back. */
const saidByGate = (one: Decided): readonly Statement[] =>
  one.types.flatMap(({ documentType, outcome }): readonly Statement[] => {
    const said = { at: Date.parse(one.at), key: keyOf(one, documentType) };
    if (outcome === 'voldoet-niet') return [{ ...said, said: 'failed' }];
    return outcome === 'voldoet' && one.outcome === 'voldoet' ? [{ ...said, said: 'granted' }] : [];
  });

const saidByPerson = (one: Reviewed): readonly (Statement & { readonly isOfPerson: true })[] =>
  (['granted', 'refused'] as const).flatMap((said) =>
    one[said].map((name) => ({ at: Date.parse(one.at), key: keyOf(one, name), said, isOfPerson: true as const })),
  );

/** What was last said of each document type. */
const standingOf = (
  statements: readonly (Statement & { readonly isOfPerson?: boolean })[],
): ReadonlyMap<string, Said> => {
  const standing = new Map<string, Said>();
  for (const { key, said, isOfPerson = false } of statements.toSorted((one, other) => one.at - other.at))
    if (isOfPerson || standing.get(key) !== 'refused') standing.set(key, said);
  return standing;
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.json'));
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `--earlier ${folder} is geen map die te lezen is (${why.nl}); geef de map met eerdere fase-akkoorden`,
      en: `--earlier ${folder} is no folder that can be read (${why.en}); give the folder with earlier decisions`,
    });
  }
};

/** Milliseconds by which clocks may differ. */
const slack = 5 * 60_000;

const kindOf = v.object({ type: v.string() });

const recordIn = (file: string, now: number): readonly (Decided | Reviewed)[] => {
  const said = parsed(file);
  if (v.is(kindOf, said) && said.type === 'observations') return [];
  const isReview = v.is(kindOf, said) && said.type === 'gate-review';
  const { success, output, issues } = isReview ? v.safeParse(reviewed, said) : v.safeParse(decided, said);
  if (!success) throw unreadable(file, problemOf(issues[0]));
  if (Date.parse(output.at) > now + slack) throw unreadable(file, toCome);
  return [output];
};

const toCome: Bilingual = { nl: 'het is van een dag die nog moet komen', en: 'it is of a day that is still to come' };

const parsed = (file: string): unknown => {
  const text = optionText('--earlier', file);
  try {
    return JSON.parse(withoutMark(text));
  } catch {
    throw unreadable(file, noJson);
  }
};

const unreadable = (file: string, { nl, en }: Bilingual): UsageError =>
  new UsageError({
    nl: `--earlier: ${file} is geen fase-akkoord van 3pas gate en geen vastlegging van 3pas review (${nl}); herstel het bestand, of haal het uit de map als het er niet in hoort`,
    en: `--earlier: ${file} is no decision of 3pas gate and no record of 3pas review (${en}); restore the file, or take it out of the folder if it does not belong there`,
  });
