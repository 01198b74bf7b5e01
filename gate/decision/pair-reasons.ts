import type { Bilingual } from '#contract/texts/bilingual';
import { requirements } from '#judgement/requirements/registry';
import type { Verdict } from '#judgement/verdict';
import type { TypeFacts } from '../facts/gate-facts.ts';
import type { Weighed } from '../policy/policy.ts';
import { weigh } from '../policy/weigh.ts';
import type { RequiredPair } from '../required/required-list.ts';
import { type Reason, type ReasonKind, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';
import { waiverFor } from './waivers.ts';

/** What each demanded pair of requirement and document type comes to. */
export const pairReasons = (judged: JudgedEvidence): readonly Reason[] => [
  ...judged.required.pairs.flatMap((pair) => reasonsOf(pair, judged)),
  ...judged.required.documentTypes.flatMap(({ name }) => unprovableReasons(name, judged)),
];

/** What is known of a pair: its verdict, and by how many deliveries. */
interface Seen {
  readonly verdict: Verdict | undefined;
  readonly deliveries: number;
}

const reasonsOf = (pair: RequiredPair, judged: JudgedEvidence): readonly Reason[] => {
  const day = new Date(judged.now).toISOString().slice(0, 10);
  const { weight, deliveries } = weigh(pair, judged.policy?.read, day);
  if (weight === 'ignored') return [];
  const seen = seenOf(pair, judged);
  const text = requirements.get(pair.requirement)?.text ?? { nl: pair.requirement, en: pair.requirement };
  const told = toldOf({ pair, seen, weight, deliveries }, text);
  if (told === undefined) return [];
  const [kind, said, by] = told;
  const { requirement, documentType } = pair;
  const waiver = kind === 'warning' ? undefined : waiverFor(pair, judged.policy?.read, day);
  if (waiver === undefined) return [reason(kind, said, { requirement, documentType, by })];
  return [reason('waived', agreed(said, waiver), { requirement, documentType })];
};

type Told = readonly [kind: ReasonKind, text: Bilingual, by: Reason['by']];

interface Held extends Weighed {
  readonly pair: RequiredPair;
  readonly seen: Seen;
}

/** Undefined where there is nothing to tell. */
const toldOf = ({ pair: { level }, seen, weight, deliveries }: Held, text: Bilingual): Told | undefined => {
  if (seen.verdict === 'failed') {
    if (weight === 'warns') return ['warning', failed(text), 'vendor'];
    // On a ground that is no more than inferred a failure is for a person to decide on.
    return level === 'MUST' ? ['refused', failed(text), 'vendor'] : ['missing', failed(text), 'koop'];
  }
  if (deliveries === 0) return undefined;
  if (seen.verdict === 'broken') return ['missing', ourFault(text), 'koop'];
  if (seen.verdict !== 'passed') return ['missing', notShown(text), 'vendor'];
  return seen.deliveries < deliveries ? ['missing', tooFew(text, seen.deliveries, deliveries), 'vendor'] : undefined;
};

/** A failure that the messages of no type show by themselves is one of all together, and counts for each. */
const seenOf = ({ requirement, documentType }: RequiredPair, { facts }: JudgedEvidence): Seen => {
  const whole = facts.whole.find((one) => one.requirement === requirement)?.verdict;
  if (facts.kind === 'run' || whole === undefined) return { verdict: undefined, deliveries: 0 };
  if (documentType === undefined)
    return { verdict: whole, deliveries: facts.types.reduce((sum, { received }) => sum + received, 0) };
  const [own, rest] = [documentType, undefined].map((name) => facts.types.find((one) => one.documentType === name));
  const isOfAll = whole === 'failed' && facts.types.every((one) => verdictIn(one, requirement) !== 'failed');
  const verdict = isOfAll ? whole : worst(verdictIn(own, requirement), verdictIn(rest, requirement));
  return { verdict, deliveries: own?.received ?? 0 };
};

const verdictIn = (type: TypeFacts | undefined, requirement: RequiredPair['requirement']): Verdict | undefined =>
  type?.verdicts[requirement];

/** A message of no known type may be one of any, so that its failure counts for each. */
const worst = (own: Verdict | undefined, rest: Verdict | undefined): Verdict | undefined =>
  rest === 'failed' ? 'failed' : own;

const unprovableReasons = (name: string, { facts }: JudgedEvidence): readonly Reason[] =>
  facts.types.some(({ documentType, isUnprovable }) => isUnprovable && (documentType ?? name) === name)
    ? [
        reason(
          'missing',
          {
            nl: 'niet van elk bericht is alles bewaard, zodat het niet opnieuw te beoordelen is',
            en: 'not all of each message was kept, so that it can not be judged again',
          },
          { documentType: name },
        ),
      ]
    : [];

const failed = ({ nl, en }: Bilingual): Bilingual => ({ nl: `niet in orde: ${nl}`, en: `not in order: ${en}` });

const notShown = ({ nl, en }: Bilingual): Bilingual => ({ nl: `niet te zien: ${nl}`, en: `not shown: ${en}` });

const ourFault = ({ nl, en }: Bilingual): Bilingual => ({
  nl: `niet beoordeeld door een fout van de suite: ${nl}`,
  en: `not judged because of a mistake of the suite: ${en}`,
});

const tooFew = ({ nl, en }: Bilingual, came: number, least: number): Bilingual => ({
  nl: `${String(came)} van de ${String(least)} aanleveringen die nodig zijn voor: ${nl}`,
  en: `${String(came)} of the ${String(least)} deliveries that are needed for: ${en}`,
});

const agreed = (
  { nl, en }: Bilingual,
  { reason: why, owner, lastDay }: { readonly reason: string; readonly owner: string; readonly lastDay: string },
): Bilingual => ({
  nl: `afwijking met akkoord van ${owner} tot en met ${lastDay} (${why}): ${nl}`,
  en: `waived by ${owner} until ${lastDay} (${why}): ${en}`,
});
