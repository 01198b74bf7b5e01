import type { SimpleType } from '#xml/schema/model';
import { builtinsOf } from './atomic.ts';
import { facetsOf } from './check.ts';
import { formatDecimal } from './decimal.ts';
import { holdsNames } from './holds-names.ts';
import { limitsOf } from './limits.ts';
import { spanAt } from './numbers.ts';

/** Types with more values than this are not counted up. */
const mostValues = 20_000;

/** Texts of a type's values, each value at least once; undefined where there are too many, or more than can be told. Some may break facets. */
export const everyValue = (type: SimpleType): readonly string[] | undefined => {
  const listed = facetsOf(type).find(({ kind }) => kind === 'enumeration');
  if (listed !== undefined) return holdsNames(type) ? undefined : listed.values.map(({ text }) => text);
  if (type.variety === 'union') {
    const members = type.members.map(everyValue);
    return members.every((one) => one !== undefined) ? members.flat().slice(0, mostValues) : undefined;
  }
  return type.variety === 'atomic' ? everyAtom(type) : undefined;
};

const everyAtom = (type: SimpleType): readonly string[] | undefined => {
  const builtins = builtinsOf(type);
  const limits = limitsOf(type);
  const is = (name: string): boolean => builtins.includes(name);
  if (is('decimal')) {
    const scale = is('integer') ? 0 : Math.min(limits.fractionDigits, limits.totalDigits);
    if (scale > 18) return undefined;
    const span = spanAt(limits, scale);
    if (span === undefined || span.max - span.min >= BigInt(mostValues)) return undefined;
    return Array.from({ length: Number(span.max - span.min) + 1 }, (_, step) =>
      formatDecimal(span.min + BigInt(step), scale),
    );
  }
  const numbered = (from: number, to: number, write: (two: string) => string): readonly string[] =>
    Array.from({ length: to - from + 1 }, (_, step) => write(String(from + step).padStart(2, '0')));
  if (is('gDay')) return numbered(1, 31, (two) => `---${two}`);
  if (is('gMonth')) return numbered(1, 12, (two) => `--${two}`);
  if (is('gMonthDay'))
    return numbered(1, 12, (two) => two).flatMap((month) => numbered(1, 31, (two) => `--${month}-${two}`));
  if (is('hexBinary') && limits.maxLength <= 1) return ['', ...numbered(0, 255, (two) => two).map(octet)];
  return undefined;
};

const octet = (decimal: string): string => Number(decimal).toString(16).toUpperCase().padStart(2, '0');
