import fc from 'fast-check';
import type { Facet, SimpleType } from '#xml/schema/model';
import { GenerationError } from '../generation-error.ts';
import type { ValueOptions } from '../value-options.ts';
import { PatternError } from '../pattern/parse.ts';
import { atomicSources, builtinsOf, type Source } from './atomic.ts';
import { createCheck, facetsOf } from './check.ts';
import { limitsOf } from './limits.ts';
import { lists } from './lists.ts';
import { onlyBeyond } from './minimal.ts';
import type { Values } from './simple-values.ts';
import { holdsNames } from './holds-names.ts';
import { prefixesIn, writtenText } from './names-in-text.ts';
import type { PrefixTable } from './prefix-table.ts';
import { charactersIn } from './value.ts';
import { normalise, whiteSpaceOf } from './white-space.ts';
import { oneOf } from '../one-of.ts';

/** Makes arbitraries for simple types, one for each type. */
export const createValues = (table: PrefixTable, options: ValueOptions): Values => {
  const made = new Map<SimpleType, fc.Arbitrary<string>>();
  const check = createCheck(options);
  const of = (type: SimpleType): fc.Arbitrary<string> => {
    const known = made.get(type);
    if (known !== undefined) return known;
    const workshop = { ...options, table, values: { of, check } };
    const values = explained(type, workshop, () => make(type, workshop));
    made.set(type, values);
    return values;
  };
  return { of, check };
};

/** The means to make values of one type, those of the others among them. */
export interface Workshop extends ValueOptions {
  readonly table: PrefixTable;
  readonly values: Values;
}

const explained = <Result>(type: SimpleType, options: Workshop, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (error instanceof PatternError) throw new GenerationError(type, error.message, error);
    if (error instanceof GenerationError && options.beyondMinimal !== true && hasValues(type, options))
      throw new GenerationError(type, onlyBeyond, error);
    throw error;
  }
};

/** Tells whether a type has values once these may go further. */
const hasValues = (type: SimpleType, { table, ...options }: Workshop): boolean => {
  try {
    createValues(table, { ...options, beyondMinimal: true }).of(type);
    return true;
  } catch (error) {
    if (error instanceof GenerationError) return false;
    throw error;
  }
};

/** Longer texts and lists than this are not made. */
const mostLength = { text: 1_000_000, list: 100_000 };

const make = (type: SimpleType, workshop: Workshop): fc.Arbitrary<string> => {
  const { minLength } = limitsOf(type);
  const most = type.variety === 'list' ? mostLength.list : mostLength.text;
  if (minLength > most)
    throw new GenerationError(
      type,
      `a length of ${String(minLength)} is more than is made (${String(most)}); give it a smaller minLength in a copy of the schema`,
    );
  const listed = facetsOf(type).find((facet) => facet.kind === 'enumeration');
  if (listed !== undefined) return enumerated(type, listed, workshop);
  const sources = sourcesOf(type, workshop);
  return settled(type, sources, (text) => isValue(type, text, workshop));
};

const isValue = (type: SimpleType, text: string, { table, values }: Workshop): boolean =>
  values.check(type, text, holdsNames(type) ? prefixesIn(table, text) : {}) === 'yes';

const enumerated = (type: SimpleType, facet: Facet, workshop: Workshop): fc.Arbitrary<string> => {
  const texts = facet.values.map((value) => asTaken(writtenText(workshop.table, type, value), type, workshop));
  const values = [...new Set(texts)].filter((text) => isValue(type, text, workshop));
  if (values.length === 0) throw new GenerationError(type, 'no value of its enumeration keeps its other facets');
  return fc.constantFrom(...values);
};

/** As it stands where it is taken for a value, which in a union is the first member that takes it. */
const asTaken = (text: string, type: SimpleType, workshop: Workshop): string => {
  const member = type.variety === 'union' ? type.members.find((one) => isValue(one, text, workshop)) : undefined;
  return member === undefined ? normalise(text, whiteSpaceOf(type)) : asTaken(text, member, workshop);
};

const sourcesOf = (type: SimpleType, workshop: Workshop): readonly Source[] => {
  if (type.variety === 'list') return lists(type, workshop.values).map(unsure);
  if (type.variety === 'union') return unions(type, workshop.values).map(unsure);
  return atomicSources(type, workshop);
};

const unsure = (texts: fc.Arbitrary<string>): Source => ({ texts, sure: 'nothing' });

/** A union's own facets are put on each of its members. */
const unions = (type: SimpleType, values: Values): readonly fc.Arbitrary<string>[] => {
  const own = facetsOf(type);
  const others = type.members.filter((member) => !isReference(member));
  const possible = (others.length > 0 ? others : type.members).flatMap((member) => {
    const narrowed = own.length === 0 ? member : { ...member, builtin: false, base: member, facets: own };
    try {
      return [values.of(narrowed)];
    } catch (error) {
      if (error instanceof GenerationError) return [];
      throw error;
    }
  });
  return possible.length === 0 ? [] : [oneOf(...possible)];
};

/** Whether a value of a union that is an ID or IDREF is one for the document too is read in two ways (part 1, 3.15.4). */
const isReference = (member: SimpleType): boolean => {
  const atom = member.variety === 'list' ? member.item : member;
  return atom?.variety === 'atomic' && builtinsOf(atom).some((name) => name === 'ID' || name === 'IDREF');
};

const seed = 20200101;

/** Sources of which at least half is right, with what is not right replaced by a value found before. */
const settled = (
  type: SimpleType,
  sources: readonly Source[],
  isRight: (text: string) => boolean,
): fc.Arbitrary<string> => {
  const tries = limitsOf(type).minLength > longText ? 2 : 24;
  const tried = sources.map((source) => ({
    source,
    share: source.sure === 'all' ? 1 : shareRight(source, isRight, tries),
  }));
  const good = tried.filter(({ share }) => share >= 0.5);
  const kept = good.length > 0 ? good : tried.filter(({ share }) => share > 0);
  const used = kept.length > 0 ? kept.map(({ source }) => source) : sources;
  if (used.every(({ sure }) => sure === 'all') && used.length > 0) return oneOf(...used.map(({ texts }) => texts));
  const pool = poolOf(type, used, { isRight, tries });
  const [first] = pool;
  if (first === undefined)
    throw new GenerationError(type, 'no value was found that keeps all its facets; it may have none');
  const mend = (text: string): string => (isRight(text) ? text : (pool[sumOf(text) % pool.length] ?? first));
  const { minLength, maxLength } = limitsOf(type);
  const isOutside = (text: string): boolean => text.length > maxLength || charactersIn(text) < minLength;
  const mendWide = (text: string): string => (isWide.test(text) && isOutside(text) ? mend(text) : text);
  return oneOf(
    ...used.map(({ texts, sure }) => (sure === 'all' ? texts : texts.map(sure === 'nothing' ? mend : mendWide))),
  );
};

/** Of texts and lists that are longer fewer are tried. */
const longText = 10_000;

/** Characters beyond 16 bits. */
const isWide = /[\uD800-\uDFFF]/;

const shareRight = ({ texts }: Source, isRight: (text: string) => boolean, tries: number): number =>
  samplesOf(texts, tries).filter(isRight).length / tries;

const samplesOf = (texts: fc.Arbitrary<string>, numRuns: number): readonly string[] =>
  fc.sample(texts, { seed: seed + numRuns, numRuns });

/** Values to fall back on, the shortest first; looked for harder while there is none. */
const poolOf = (
  type: SimpleType,
  sources: readonly Source[],
  { isRight, tries }: { readonly isRight: (text: string) => boolean; readonly tries: number },
): readonly string[] => {
  const pool = new Set<string>();
  const bounds = facetsOf(type).flatMap((facet) => (facet.kind.endsWith('clusive') ? facet.values : []));
  for (const { text } of bounds) if (isRight(text.trim())) pool.add(text.trim());
  const look = (numRuns: number): void => {
    const found = sources.flatMap(({ texts }) => samplesOf(texts, numRuns)).filter(isRight);
    for (const text of found) pool.add(text);
  };
  look(tries);
  for (const numRuns of tries === 24 ? [200, 5000] : [24]) if (pool.size === 0) look(numRuns);
  return [...pool].sort((one, other) => one.length - other.length).slice(0, 64);
};

const sumOf = (text: string): number => {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
};
