import type { Contract, ErrorCase } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { refusalIn } from '../answer.ts';
import type { Sent } from '../case.ts';
import { conforms, deviates, notApplicable } from '../verdict.ts';
import { type Mark, type StreamJudge, type StreamJudgement, sealed } from './stream-judge.ts';

type Kind = 'schema' | 'rule' | 'duplicate';

interface Told {
  readonly kind: Kind;
  readonly code: string;
  /** The error that the contract has this code for, where that is another one. */
  readonly ofOther?: ErrorCase | undefined;
}

/** Refusals of each kind that are needed before one code for both is no coincidence. */
const least: Readonly<Record<Kind, number>> = { schema: 3, rule: 3, duplicate: 1 };

const kinds: Readonly<Record<Kind, Bilingual>> = {
  schema: { nl: 'een fout tegen het schema', en: 'an error against the schema' },
  rule: { nl: 'een fout tegen een regel', en: 'an error against a rule' },
  duplicate: { nl: 'een dossier dat er al was', en: 'a dossier that was there already' },
};

const pairs: readonly (readonly [Kind, Kind])[] = [
  ['schema', 'rule'],
  ['schema', 'duplicate'],
  ['rule', 'duplicate'],
];

/** A kind that the contract itself has no code of its own for is not looked at. */
const kindOf = (sent: Sent, { errorCodes, schemas }: Contract): Kind | undefined => {
  const kind = kindsOf(sent, schemas.rules);
  const codes = pairs.flatMap(([one, other]) => [one, other]).map((each) => errorCodes[each].code);
  return kind !== undefined && codes.filter((code) => code === errorCodes[kind].code).length === 2 ? kind : undefined;
};

const kindsOf = ({ purpose, constraint }: Sent, rules: string): Kind | undefined => {
  if (purpose === 'again') return 'duplicate';
  if (purpose !== 'violation' || constraint === undefined) return undefined;
  return constraint.startsWith(`${rules}#`) ? 'rule' : 'schema';
};

/** What is wrong with the content may be told of the content, whatever it goes against. */
const isOwn = (kind: Kind, own: ErrorCase): boolean => own === kind || (own === 'content' && kind !== 'duplicate');

const otherOf = ({ errorCodes }: Contract, kind: Kind, code: string): ErrorCase | undefined => {
  const all = (Object.keys(errorCodes) as ErrorCase[]).filter((own) => errorCodes[own].code === code);
  return all.some((own) => isOwn(kind, own)) ? undefined : all[0];
};

const judge: StreamJudge<Told> = {
  look: (sent, { contract }) => {
    const code = refusalIn(sent.answer)?.code ?? '';
    const kind = code === '' ? undefined : kindOf(sent, contract);
    return kind === undefined ? undefined : { kind, code, ofOther: otherOf(contract, kind, code) };
  },
  decide: (marks) => {
    const usual = new Map(
      [...Map.groupBy(marks, ({ value }) => value.kind)].flatMap(([kind, own]) =>
        own.length < least[kind] ? [] : [[kind, usualOf(own)] as const],
      ),
    );
    const scattered = [...Map.groupBy(marks, ({ value }) => value.kind)].find(([, own]) => isScattered(own));
    if (scattered !== undefined) return anyCode(...scattered);
    const [mistaken] = [...usual.values()].flatMap(codeOfOther);
    if (mistaken !== undefined) return mistaken;
    if (usual.size < 2) return { judgement: tooFew, shown: [] };
    for (const [one, other] of pairs) {
      const [first, second] = [usual.get(one), usual.get(other)];
      if (first === undefined || first.value.code !== second?.value.code) continue;
      const { code } = first.value;
      const actual = {
        nl: `${code} bij ${kinds[one].nl} en bij ${kinds[other].nl}`,
        en: `${code} for ${kinds[one].en} and for ${kinds[other].en}`,
      };
      return { judgement: deviates(expected, actual), shown: [first.exchange, second.exchange] };
    }
    return { judgement: conforms, shown: [] };
  },
};

const codeOfOther = (mark: Mark<Told> | undefined): readonly StreamJudgement[] => {
  if (mark?.value.ofOther === undefined) return [];
  const { kind, code, ofOther } = mark.value;
  const actual = {
    nl: `${code} bij ${kinds[kind].nl}; in het contract staat die code onder errorCodes.${ofOther}`,
    en: `${code} for ${kinds[kind].en}; in the contract that code stands under errorCodes.${ofOther}`,
  };
  return [{ judgement: deviates(expected, actual), shown: [mark.exchange] }];
};

/** Refusals of one kind that are needed before a code of its own for each is no coincidence. */
const leastScattered = 8;

const isScattered = (own: readonly Mark<Told>[]): boolean =>
  own.length >= leastScattered && new Set(own.map(({ value }) => value.code)).size === own.length;

const anyCode = (kind: Kind, own: readonly Mark<Told>[]) => {
  const times = String(own.length);
  const actual = {
    nl: `${times} verschillende codes voor ${times} keer ${kinds[kind].nl}`,
    en: `${times} different codes for ${times} times ${kinds[kind].en}`,
  };
  return {
    judgement: deviates(expected, actual),
    shown: own
      .map(({ exchange }) => exchange)
      .sort()
      .slice(0, 2),
  };
};

/** The first exchange with the code that a kind has most often. */
const usualOf = (marks: readonly Mark<Told>[]): Mark<Told> | undefined => {
  const inOrder = [...marks].sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
  const byCode = [...Map.groupBy(inOrder, ({ value }) => value.code).values()];
  return byCode.sort((one, other) => other.length - one.length)[0]?.[0];
};

const expected = {
  nl: 'voor elk soort fout een eigen code',
  en: 'a code of its own for each kind of error',
};

const tooFew = notApplicable({
  nl: 'er zijn te weinig soorten fouten verteld om te vergelijken',
  en: 'too few kinds of errors were told to compare them',
});

/** Errors against the schema, errors against a rule and duplicates have different codes. */
export const kindsApart = sealed(judge);
