import type { Contract } from '#contract/contract';
import { allErrors, isOfContentFault, ownErrorOf } from '#contract/error-cases';
import type { Bilingual } from '#contract/texts/bilingual';
import { refusalIn } from '../answer.ts';
import type { Sent } from '../case.ts';
import { conforms, deviates, notApplicable } from '../verdict.ts';
import { type Mark, type StreamJudge, type StreamJudgement, sealed } from './stream-judge.ts';

/** An occasion that is compared, or a case of the interface's own by its name. */
type Kind = string;

interface Told {
  readonly kind: Kind;
  readonly code: string;
  /** The error that the contract has this code for, where that is another one. */
  readonly ofOther?: string | undefined;
}

/** Refusals of a kind that are needed before one code for it and another is no coincidence. */
const leastOf = (kind: Kind): number => (kind === 'duplicate' ? 1 : 3);

/** The occasions that are compared. */
const kinds: ReadonlyMap<Kind, Bilingual> = new Map([
  ['schema', { nl: 'een fout tegen het schema', en: 'an error against the schema' }],
  ['rule', { nl: 'een fout tegen een regel', en: 'an error against a rule' }],
  ['duplicate', { nl: 'een dossier dat er al was', en: 'a dossier that was there already' }],
]);

const textOf = (kind: Kind): Bilingual =>
  kinds.get(kind) ?? { nl: `een fout van errorCodes.own.${kind}`, en: `an error of errorCodes.own.${kind}` };

/** A kind that the contract itself has no code of its own for is not looked at. */
const kindOf = (sent: Sent, contract: Contract): Kind | undefined => {
  const kind = kindIn(sent, contract);
  const compared = allErrors(contract).filter(([name]) => kinds.has(name) || isInterfaces(contract, name));
  const code = compared.find(([name]) => name === kind)?.[1].code;
  return compared.filter(([, one]) => one.code === code).length === 1 ? kind : undefined;
};

const isInterfaces = ({ ownErrors }: Contract, name: string): boolean => ownErrors.some((one) => one.name === name);

const kindIn = ({ purpose, constraint }: Sent, contract: Contract): Kind | undefined => {
  if (purpose === 'again') return 'duplicate';
  if (purpose !== 'violation' || constraint === undefined) return undefined;
  const own = ownErrorOf(contract, constraint);
  return own?.name ?? (constraint.startsWith(`${contract.schemas.rules}#`) ? 'rule' : 'schema');
};

/** What is wrong with the content may be told of the content, whatever it goes against. */
const mayTell = ({ ownErrors }: Contract, kind: Kind, own: string): boolean =>
  own === kind ||
  (kind !== 'duplicate' && (own === 'content' || ownErrors.some((one) => one.name === own && isOfContentFault(one))));

const otherOf = (contract: Contract, kind: Kind, code: string): string | undefined => {
  const all = allErrors(contract).flatMap(([name, one]) => (one.code === code ? [name] : []));
  const [other] = all.some((own) => mayTell(contract, kind, own)) ? [] : all;
  return other === undefined || !isInterfaces(contract, other) ? other : `own.${other}`;
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
        own.length < leastOf(kind) ? [] : [[kind, usualOf(own)] as const],
      ),
    );
    const scattered = [...Map.groupBy(marks, ({ value }) => value.kind)].find(([, own]) => isScattered(own));
    if (scattered !== undefined) return anyCode(...scattered);
    const [mistaken] = [...usual.values()].flatMap(codeOfOther);
    if (mistaken !== undefined) return mistaken;
    if (usual.size < 2) return { judgement: tooFew, shown: [] };
    return alike(usual) ?? { judgement: conforms, shown: [] };
  },
};

/** The first two kinds that are told by one code. */
const alike = (usual: ReadonlyMap<Kind, Mark<Told> | undefined>): StreamJudgement | undefined => {
  const told = [...usual.values()].flatMap((mark) => mark ?? []).sort((one, other) => rankOf(one) - rankOf(other));
  const [first, second] =
    [...Map.groupBy(told, ({ value }) => value.code).values()].find((marks) => marks.length > 1) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const { code, kind } = first.value;
  const [one, other] = [textOf(kind), textOf(second.value.kind)];
  const actual = { nl: `${code} bij ${one.nl} en bij ${other.nl}`, en: `${code} for ${one.en} and for ${other.en}` };
  return { judgement: deviates(expected, actual), shown: [first.exchange, second.exchange] };
};

/** In the order of the occasions, cases of the interface's own behind them. */
const rankOf = ({ value }: Mark<Told>): number =>
  ([...kinds.keys()].indexOf(value.kind) + kinds.size + 1) % (kinds.size + 1);

const codeOfOther = (mark: Mark<Told> | undefined): readonly StreamJudgement[] => {
  if (mark?.value.ofOther === undefined) return [];
  const { kind, code, ofOther } = mark.value;
  const actual = {
    nl: `${code} bij ${textOf(kind).nl}; in het contract staat die code onder errorCodes.${ofOther}`,
    en: `${code} for ${textOf(kind).en}; in the contract that code stands under errorCodes.${ofOther}`,
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
    nl: `${times} verschillende codes voor ${times} keer ${textOf(kind).nl}`,
    en: `${times} different codes for ${times} times ${textOf(kind).en}`,
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
