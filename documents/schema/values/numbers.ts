import fc from 'fast-check';
import type { Facet } from '#xml/schema/model';
import { atScale, formatDecimal, parseDecimal, type Decimal } from './decimal.ts';
import type { Limits } from './limits.ts';
import { oneOf } from '../one-of.ts';

/** As far from zero as numbers without bounds go. */
const far = 10n ** 24n;
const mostDigits = 6;

/** Decimals within limits, as text; undefined when there are none. */
export const decimals = (limits: Limits, whole: boolean): fc.Arbitrary<string> | undefined => {
  const scales = scalesOf(limits, whole).filter((scale) => spanAt(limits, scale) !== undefined);
  if (scales.length === 0) return undefined;
  return oneOf(
    ...scales.map((scale, index) => {
      const { min, max } = spanAt(limits, scale) ?? { min: 0n, max: 0n };
      return { arbitrary: numberIn(min, max).map((one) => formatDecimal(one, scale)), weight: index === 0 ? 4 : 1 };
    }),
  );
};

/** Numbers of digits behind the point, none first; past the finest bound nothing new begins. */
const scalesOf = (limits: Limits, whole: boolean): readonly number[] => {
  const finest = Math.max(2, ...bounds(limits.lower), ...bounds(limits.upper));
  const most = whole ? 0 : Math.min(limits.fractionDigits, limits.totalDigits, finest + mostDigits);
  return Array.from({ length: most + 1 }, (_, scale) => scale);
};

const bounds = (facets: readonly Facet[]): readonly number[] => facets.map((facet) => boundOf(facet)?.scale ?? 0);

const boundOf = (facet: Facet): Decimal | undefined => parseDecimal(facet.values[0]?.text.trim() ?? '');

interface Span {
  readonly min: bigint;
  readonly max: bigint;
}

/** The unscaled numbers that the limits leave at a scale; undefined where there are none. */
export const spanAt = ({ lower, upper, totalDigits }: Limits, scale: number): Span | undefined => {
  const top = totalDigits < 400 ? 10n ** BigInt(totalDigits) - 1n : undefined;
  const low = lower.flatMap((facet) => edgeAt(facet, scale, 1n));
  const high = upper.flatMap((facet) => edgeAt(facet, scale, -1n));
  const wide = far * 10n ** BigInt(scale);
  const min = highest([...low, ...(top === undefined ? [] : [-top])]) ?? (lowest(high) ?? 0n) - wide;
  const max = lowest([...high, ...(top === undefined ? [] : [top])]) ?? (highest(low) ?? 0n) + wide;
  return min <= max ? { min, max } : undefined;
};

/** The first unscaled number inside a bound; `inward` is the direction. */
const edgeAt = (facet: Facet, scale: number, inward: 1n | -1n): readonly bigint[] => {
  const bound = boundOf(facet);
  if (bound === undefined) return [];
  const exclusive = facet.kind.endsWith('Exclusive');
  if (bound.scale <= scale) return [atScale(bound, scale) + (exclusive ? inward : 0n)];
  const divisor = 10n ** BigInt(bound.scale - scale);
  const rest = ((bound.unscaled % divisor) + divisor) % divisor;
  const floor = (bound.unscaled - rest) / divisor;
  if (inward === -1n) return [rest === 0n && exclusive ? floor - 1n : floor];
  return [rest === 0n && !exclusive ? floor : floor + 1n];
};

const highest = (values: readonly bigint[]): bigint | undefined =>
  values.reduce<bigint | undefined>((best, one) => (best === undefined || one > best ? one : best), undefined);

const lowest = (values: readonly bigint[]): bigint | undefined =>
  values.reduce<bigint | undefined>((best, one) => (best === undefined || one < best ? one : best), undefined);

/** Both ends often, small numbers often; shrinks to zero or the end nearest to it. */
const numberIn = (min: bigint, max: bigint): fc.Arbitrary<bigint> => {
  const nearMin = min > -1000n ? min : -1000n;
  const nearMax = max < 1000n ? max : 1000n;
  const near = nearMin <= nearMax ? [{ arbitrary: fc.bigInt({ min: nearMin, max: nearMax }), weight: 3 }] : [];
  return oneOf(
    ...near,
    { arbitrary: fc.bigInt({ min, max }), weight: 3 },
    { arbitrary: fc.constantFrom(min, max), weight: 1 },
  );
};

/** Floating point numbers within bounds, as text. */
export const floats = ({ lower, upper }: Limits, single: boolean): fc.Arbitrary<string> => {
  const [low, high] = [lower, upper].map((facets) => facets.map((facet) => floatOf(facet, single)));
  const min = Math.max(-Infinity, ...(low ?? []));
  const max = Math.min(Infinity, ...(high ?? []));
  const free = lower.length === 0 && upper.length === 0;
  const ordinary = min <= max ? [{ arbitrary: numbers(min, max, single).map(String), weight: 6 }] : [];
  const small = fc.integer({ min: -1000, max: 1000 }).map((one) => String(one / 8));
  return oneOf(
    { arbitrary: free ? small : fc.constantFrom(String(min), String(max)).map(specialName), weight: 3 },
    ...ordinary.map(({ arbitrary, weight }) => ({ arbitrary: arbitrary.map(specialName), weight })),
    ...(free ? [{ arbitrary: fc.constantFrom('INF', '-INF', 'NaN', '1E5', '-0', '1.5e-3'), weight: 1 }] : []),
  );
};

const floatOf = (facet: Facet, single: boolean): number => {
  const text = facet.values[0]?.text.trim() ?? '';
  const value = text === 'INF' ? Infinity : text === '-INF' ? -Infinity : Number(text);
  return single ? Math.fround(value) : value;
};

const numbers = (min: number, max: number, single: boolean): fc.Arbitrary<number> => {
  const options = { min, max, noNaN: true, noDefaultInfinity: true };
  return single ? fc.float(options) : fc.double(options);
};

const specialName = (text: string): string => text.replace('Infinity', 'INF');
