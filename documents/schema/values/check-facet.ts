import { builtinOf } from '#xml/schema/lexical';
import type { Facet, FacetValue, SimpleType } from '#xml/schema/model';
import { qualify, type Scope } from '#xml/schema/names';
import { keyOf } from '#xml/qname';
import { matcher, type Match } from '../pattern/matches.ts';
import { choice } from '../pattern/node.ts';
import { parsePattern } from '../pattern/parse.ts';
import { leavesPeriod } from './calendar.ts';
import { parseDecimal, totalDigitsOf } from './decimal.ts';
import { holdsNames } from './holds-names.ts';
import { parseValue } from './parse-value.ts';
import { compareValues, lengthOf, sameValue, type Value } from './value.ts';
import { normalise, whiteSpaceOf } from './white-space.ts';
import { wordsOf, type Test } from './words.ts';

/** Tests normalised text against one facet of a type; undefined for a facet that nothing breaks. */
export const facetTest = (type: SimpleType, facet: Facet): Test | undefined => {
  const [first] = facet.values;
  if (first === undefined || facet.kind === 'whiteSpace') return undefined;
  if (facet.kind === 'pattern') return patternTest(type, facet);
  if (facet.kind === 'enumeration') return enumerationTest(type, facet);
  if (facet.kind === 'totalDigits' || facet.kind === 'fractionDigits')
    return digitsTest(facet.kind, Number(first.text));
  if (facet.kind === 'length' || facet.kind === 'minLength' || facet.kind === 'maxLength')
    return lengthTest(type, facet.kind, Number(first.text));
  return boundTest(type, facet.kind, first);
};

const truth = (value: boolean): Match => (value ? 'yes' : 'no');

/** Which text a pattern of a union sees is told nowhere: that of the document, or that without its blanks. */
const patternTest = (type: SimpleType, facet: Facet): Test => {
  const matches = matcher(choice(facet.values.map(({ text }) => parsePattern(text))));
  if (type.variety !== 'union') return matches;
  return (text) => {
    const match = matches(text);
    return match === matches(normalise(text, 'collapse')) ? match : 'maybe';
  };
};

const digitsTest =
  (kind: 'totalDigits' | 'fractionDigits', limit: number): Test =>
  (text) => {
    const decimal = parseDecimal(text);
    if (decimal === undefined) return 'yes';
    return truth((kind === 'totalDigits' ? totalDigitsOf(decimal) : decimal.scale) <= limit);
  };

const lengthTest = (type: SimpleType, kind: 'length' | 'minLength' | 'maxLength', limit: number): Test => {
  const keeps = (length: number): boolean =>
    kind === 'length' ? length === limit : kind === 'minLength' ? length >= limit : length <= limit;
  if (type.variety === 'list') return (text) => truth(keeps(wordsOf(text).length));
  const builtin = builtinOf(type);
  return (text, prefixes) => {
    const value = parseValue(builtin, text, prefixes);
    const length = value && lengthOf(value);
    if (length === undefined) return 'yes';
    // Some implementations count a character beyond 16 bits as two.
    const longer = value?.kind === 'text' ? value.text.length : length;
    return keeps(length) === keeps(longer) ? truth(keeps(length)) : 'maybe';
  };
};

const boundTest = (type: SimpleType, kind: string, facet: FacetValue): Test => {
  const builtin = builtinOf(type);
  const bound = parseValue(builtin, facet.text.trim(), facet.prefixes);
  return (text, prefixes) => {
    const value = parseValue(builtin, text, prefixes);
    const order = value && bound && compareValues(value, bound);
    if (order === undefined || isDisputed(value) || isDisputed(bound)) return 'maybe';
    if (kind === 'minInclusive') return truth(order >= 0);
    if (kind === 'maxInclusive') return truth(order <= 0);
    return truth(kind === 'minExclusive' ? order > 0 : order < 0);
  };
};

const isDisputed = (value: Value | undefined): boolean =>
  value?.kind === 'moment' && leavesPeriod(value.type, value.moment);

/** Tells whether the text is one of the listed values; for lists and unions another spelling of one is left in doubt. */
const enumerationTest = (type: SimpleType, facet: Facet): Test => {
  const listed = facet.values.map((value) => ({
    text: normalise(value.text, whiteSpaceOf(type)),
    scope: value.prefixes,
  }));
  const texts = new Set(listed.map(({ text }) => text));
  const builtin = builtinOf(type);
  if (type.variety !== 'atomic')
    return (text, prefixes) => {
      if (listed.some((one) => sameNames(type, { text, scope: prefixes }, one))) return 'yes';
      if (texts.has(text)) return holdsNames(type) ? 'maybe' : 'yes';
      return listed.some((one) => couldBeSame(type, text, one)) ? 'maybe' : 'no';
    };
  const values = listed.flatMap(({ text, scope }) => parseValue(builtin, text, scope) ?? []);
  // Text is equal as text only, and lists of it can be long.
  if (values.every((value) => value.kind === 'text')) return (text) => truth(texts.has(text));
  return (text, prefixes) => {
    const own = parseValue(builtin, text, prefixes);
    return truth(own !== undefined && values.some((value) => sameValue(own, value)));
  };
};

/** Lists of one length, and unions, can be equal in value with another text. */
const couldBeSame = (type: SimpleType, one: string, other: Listed): boolean => {
  if (type.variety === 'union')
    return type.members.some((member) => {
      const [own, listed] = [one, other.text].map((text) => normalise(text, whiteSpaceOf(member)));
      return couldBeSame(member, own ?? one, { ...other, text: listed ?? other.text });
    });
  const { item } = type;
  if (type.variety === 'list' && item !== undefined) {
    const [left, right] = [wordsOf(one), wordsOf(other.text)];
    const same = (word: string, at: number): boolean => couldBeSame(item, word, { ...other, text: right[at] ?? '' });
    return left.length === right.length && left.every(same);
  }
  const [left, right] = [one, other.text].map((text) => parseValue(builtinOf(type), text, other.scope));
  return left !== undefined && right !== undefined && sameValue(left, right);
};

/** Tells whether each word is the same name in its own scope, in a type of names. */
const sameNames = (type: SimpleType, one: Listed, other: Listed): boolean => {
  if (!holdsNames(type)) return false;
  const [left, right] = [one, other].map(({ text, scope }) =>
    wordsOf(normalise(text, 'collapse')).map((word) => nameKey(word, scope)),
  );
  return left !== undefined && !left.includes(undefined) && left.join(' ') === right?.join(' ');
};

const nameKey = (word: string, scope: Scope): string | undefined => {
  const name = qualify(word, scope);
  return name && keyOf(name);
};

/** A listed value, normalised, with the prefixes in its scope. */
interface Listed {
  readonly text: string;
  readonly scope: Scope;
}
