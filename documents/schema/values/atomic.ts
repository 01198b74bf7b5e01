import fc from 'fast-check';
import type { SimpleType } from '#xml/schema/model';
import type { ValueOptions } from '../value-options.ts';
import { choice, type Node } from '../pattern/node.ts';
import { parsePattern } from '../pattern/parse.ts';
import { createWalker, type Walker } from '../pattern/walker.ts';
import { calendarTypes } from './calendar.ts';
import { facetsOf } from './check.ts';
import { choices, drawFrom, pickNear } from './draws.ts';
import { limitsOf, type Limits } from './limits.ts';
import { minimalDigits } from './minimal.ts';
import { durations, moments } from './moments.ts';
import { decimals, floats } from './numbers.ts';
import { settledText, shapeOf } from './shapes.ts';
import { texts } from './texts.ts';
import { whiteSpaceOf } from './white-space.ts';
import { oneOf } from '../one-of.ts';

/** Text, most of which is a value of a type. */
export interface Source {
  readonly texts: fc.Arbitrary<string>;
  /** How much of it is, by the way it is made: for characters beyond 16 bits implementations count lengths in two ways. */
  readonly sure: 'all' | 'within 16 bits' | 'nothing';
}

/** Sources of text, each of which by itself mostly gives values of an atomic type. */
export const atomicSources = (type: SimpleType, options: ValueOptions): readonly Source[] => {
  const reach = options.beyondMinimal === true ? 'any' : 'minimal';
  const kind: Kind = { limits: limitsOf(type), builtins: builtinsOf(type), reach };
  const { builtins } = kind;
  const own = ownSource(type, kind, options);
  const patterned = patternSource(type, kind, own === undefined);
  const sources = own === undefined ? [] : [{ texts: own, sure: sureOfOwn(type, builtins) }];
  return patterned === undefined ? sources : [...sources, patterned];
};

/** Local names of the built-in types that a type is derived from, the nearest first. */
export const builtinsOf = (type: SimpleType): readonly string[] => {
  const names: string[] = [];
  for (let now: SimpleType | undefined = type; now !== undefined; now = now.base)
    if (now.builtin && now.name !== undefined) names.push(now.name.name);
  return names;
};

interface Kind {
  readonly limits: Limits;
  readonly builtins: readonly string[];
  /** Whether values stay within what every processor must take. */
  readonly reach: 'minimal' | 'any';
}

/** Values of the built-in type within the limits, patterns aside; undefined where only patterns say what the values are. */
const ownSource = (
  type: SimpleType,
  { limits, builtins, reach }: Kind,
  { text }: ValueOptions,
): fc.Arbitrary<string> | undefined => {
  const is = (name: string): boolean => builtins.includes(name);
  const calendar = calendarTypes.find(is);
  if (calendar !== undefined) return moments(calendar, limits, reach);
  if (is('boolean')) return fc.constantFrom('true', 'false', '1', '0');
  if (is('duration')) return durations(limits);
  if (is('float') || is('double')) return floats(limits, is('float'));
  if (is('decimal')) return decimals(within(limits, reach), is('integer'));
  if (limits.minLength > limits.maxLength) return undefined;
  if (is('hexBinary')) return octets(limits).map((bytes) => bytes.toString('hex').toUpperCase());
  if (is('base64Binary')) return octets(limits).map((bytes) => bytes.toString('base64'));
  const length = { min: limits.minLength, max: limits.maxLength };
  return !needsShape(builtins) && length.min <= length.max ? texts(length, whiteSpaceOf(type), text) : undefined;
};

const within = (limits: Limits, reach: Kind['reach']): Limits =>
  reach === 'any' ? limits : { ...limits, totalDigits: Math.min(limits.totalDigits, minimalDigits) };

const needsShape = (builtins: readonly string[]): boolean =>
  shapeOf(builtins, 'any') !== undefined || ['language', 'NMTOKEN', 'Name'].some((name) => builtins.includes(name));

const octets = ({ minLength, maxLength }: Limits): fc.Arbitrary<Buffer> => {
  const length = { minLength, maxLength: Math.min(maxLength, Math.max(minLength + 24, 24)) };
  const usual = fc.array(fc.nat(255), { ...length, size: 'max' });
  const longest =
    maxLength > length.maxLength && maxLength <= 10_000
      ? fc.nat(255).map((byte) => Array<number>(maxLength).fill(byte))
      : usual;
  return oneOf({ arbitrary: usual, weight: 7 }, { arbitrary: longest, weight: 1 }).map((bytes) => Buffer.from(bytes));
};

/** Text made along the patterns of a type, all of them at once, and along the shape of its built-in type. */
const patternSource = (type: SimpleType, { limits, builtins, reach }: Kind, needed: boolean): Source | undefined => {
  const patterns = patternsOf(type);
  if (patterns.length === 0 && !needed) return undefined;
  const shape = shapeOf(builtins, reach);
  const walker = createWalker(
    [...patterns, settledText(whiteSpaceOf(type)), ...(shape === undefined ? [] : [shape])],
    textLength(limits, builtins),
  );
  if (walker === undefined) return undefined;
  const sure = isPlain(type, builtins) ? sureWithin(type, walker.countsDiffer) : 'nothing';
  return { texts: walks(walker), sure };
};

/** A type that asks no more of text than what it is made along: white space, a length, patterns. */
const isPlain = (type: SimpleType, builtins: readonly string[]): boolean =>
  builtins.every((name) => plainTypes.has(name)) && facetsOf(type).every(({ kind }) => plainFacets.has(kind));

const plainTypes = new Set(['token', 'normalizedString', 'string', 'anySimpleType']);
const lengthFacets = new Set(['length', 'minLength', 'maxLength']);
const plainFacets = new Set(['whiteSpace', 'pattern', ...lengthFacets]);

const sureWithin = (type: SimpleType, countsDiffer: boolean): Source['sure'] =>
  countsDiffer && facetsOf(type).some(({ kind }) => lengthFacets.has(kind)) ? 'within 16 bits' : 'all';

/** Free text and octets are made to a length, along no pattern. */
const sureOfOwn = (type: SimpleType, builtins: readonly string[]): Source['sure'] => {
  if (facetsOf(type).some(({ kind }) => kind === 'pattern' || !plainFacets.has(kind))) return 'nothing';
  if (builtins.some((name) => name === 'hexBinary' || name === 'base64Binary')) return 'all';
  return isPlain(type, builtins) ? sureWithin(type, true) : 'nothing';
};

/** The patterns of each step; those of one step are alternatives. */
export const patternsOf = (type: SimpleType): readonly Node[] =>
  facetsOf(type)
    .filter((facet) => facet.kind === 'pattern')
    .map((facet) => choice(facet.values.map(({ text }) => parsePattern(text))));

/** Texts of a walker; shrinks to the shortest and plainest. */
export const walks = (walker: Walker): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: 0xffff }), choices)
    .map(([length, given]) => walker.walk(pickNear(walker.lengths, length) ?? 0, drawFrom(given)));

/** Length facets count octets for binary types, between whose characters there may be spaces, and say nothing for those whose values are not text. */
const textLength = ({ minLength, maxLength }: Limits, builtins: readonly string[]): { min: number; max: number } => {
  if (builtins.includes('hexBinary')) return { min: minLength * 2, max: maxLength * 2 };
  if (builtins.includes('base64Binary'))
    return { min: Math.ceil(minLength / 3) * 4, max: Math.ceil(maxLength / 3) * 8 };
  const counted = builtins.some((name) => name === 'string' || name === 'anyURI');
  return counted ? { min: minLength, max: maxLength } : { min: 0, max: Infinity };
};
