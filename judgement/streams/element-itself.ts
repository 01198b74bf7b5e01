import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { refusalIn } from '../answer.ts';
import type { Sent } from '../case.ts';
import { conforms, deviates, notApplicable } from '../verdict.ts';
import { type Mark, type StreamJudge, sealed } from './stream-judge.ts';
import { knownElements, structureOf, touchedBy } from './touched.ts';

interface Told {
  /** The element that the Fault names. */
  readonly named: string;
  /** The one that it should have named, or what it should have to do with. */
  readonly wanted: Bilingual;
  readonly isWrong: boolean;
  /** The declaration that was violated, where its structure was: one such error may be told in a way that we do not know. */
  readonly declaration?: string | undefined;
}

/** Constraints on a value: what is missing, or stands elsewhere, can be told of the element around it as well. */
const ofValue =
  /^(?:enumeration|pattern|type|fixed|fractionDigits|totalDigits|(?:min|max)?[Ll]ength|(?:min|max)(?:In|Ex)clusive)$/;

/** The element that a constraint of the message is declared on; undefined for one of a named type, which many have, or of an attribute. */
const elementOf = (constraint: string, { schemas }: Contract): string | undefined => {
  const [schema, path = ''] = constraint.split('#', 2);
  const steps = path.split('/');
  const [kind = '', own] = [steps.at(-1), steps.at(-2)];
  const isIts = schema === schemas.message && steps.length > 2 && ofValue.test(kind);
  return isIts && own?.startsWith('@') === false ? own : undefined;
};

const ofWrongValue = (named: string, own: string): Told => ({
  named,
  wanted: { nl: own, en: own },
  isWrong: !named.toLowerCase().includes(own.toLowerCase()),
});

/** Only another element of the message is surely the wrong one: the last that is named, which others stand around. */
const ofWrongStructure = (sent: Sent, contract: Contract, named: string): Told | undefined => {
  const structure = structureOf(sent.constraint ?? '', contract);
  const last = named.match(/[\p{L}_][\p{L}\d_.-]*/gu)?.at(-1);
  if (structure === undefined || last === undefined || !knownElements(contract).has(last)) return undefined;
  const touched = touchedBy(structure, contract, sent.exchange.request.body);
  if (touched === undefined) return undefined;
  const { type, own = type } = structure;
  const wanted = { nl: `${own}, of wat eromheen of ernaast staat`, en: `${own}, or what stands around or beside it` };
  return { named, wanted, isWrong: !touched.has(last), declaration: `${type}/${own}` };
};

/** Declarations whose structure must have been told of at another element before that is no chance. */
const leastDeclarations = 2;

const isProven = (wrong: readonly Mark<Told>[]): boolean =>
  new Set(wrong.flatMap(({ value: { declaration } }) => declaration ?? [])).size >= leastDeclarations;

const judge: StreamJudge<Told> = {
  look: (sent, { contract }) => {
    const named = refusalIn(sent.answer)?.element ?? '';
    if (sent.purpose !== 'violation' || named === '') return undefined;
    const own = elementOf(sent.constraint ?? '', contract);
    return own === undefined ? ofWrongStructure(sent, contract, named) : ofWrongValue(named, own);
  },
  decide: (marks) => {
    const all = marks
      .filter(({ value }) => value.isWrong)
      .sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
    const wrong = isProven(all) ? all : all.filter(({ value }) => value.declaration === undefined);
    const [first] = wrong;
    if (first === undefined) return { judgement: marks.length > 0 ? conforms : notTold, shown: [] };
    const { named, wanted } = first.value;
    const times = `${String(wrong.length)}/${String(marks.length)}`;
    return {
      judgement: deviates(wanted, { nl: `${named} (${times})`, en: `${named} (${times})` }),
      shown: wrong.slice(0, 3).map(({ exchange }) => exchange),
    };
  },
};

const notTold = notApplicable({
  nl: 'bij geen fout is een element genoemd dat te vergelijken is',
  en: 'no element was named for an error that can be compared',
});

/** Faults name the element whose value is wrong, and for a wrong structure one that has to do with it. */
export const elementItself = sealed(judge);
