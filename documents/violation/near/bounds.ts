import type { FacetKind, SimpleType } from '#xml/schema/model';
import { builtinsOf } from '../../schema/values/atomic.ts';
import { formatDay, parseMoment } from '../../schema/values/calendar.ts';
import { atScale, formatDecimal, parseDecimal } from '../../schema/values/decimal.ts';
import { limitsOf } from '../../schema/values/limits.ts';
import { wordsOf } from '../../schema/values/words.ts';

/** A facet that a text keeps, by its kind and its value as written. */
export interface Limit {
  readonly type: SimpleType;
  readonly kind: FacetKind;
  readonly value: string;
}

/** Texts that pass a limit, made from one that keeps it. */
type Beyond = (own: string, limit: Limit) => readonly string[];

const isList = ({ type }: Limit): boolean => type.variety === 'list';

/** One item or character fewer than is asked for. */
export const oneUnder: Beyond = (own, limit) => {
  const least = Number(limit.value);
  if (least === 0) return [];
  if (isList(limit))
    return [
      wordsOf(own)
        .slice(0, least - 1)
        .join(' '),
    ];
  return [
    Array.from(own)
      .slice(0, least - 1)
      .join(''),
  ];
};

/** One item or character more than is allowed. */
export const oneOver: Beyond = (own, limit) => {
  const most = Number(limit.value);
  if (most > mostMade) return [];
  const parts = isList(limit) ? wordsOf(own) : Array.from(own);
  const last = parts.at(-1) ?? 'x';
  const filled = (filling: string): string =>
    [...parts, ...Array<string>(Math.max(0, most + 1 - parts.length)).fill(filling)]
      .slice(0, most + 1)
      .join(isList(limit) ? ' ' : '');
  return isList(limit) ? [filled(last)] : [filled('x'), filled(last)];
};

/** The longest text and a space behind it. */
export const oneOverBySpace: Beyond = (own, limit) =>
  isList(limit) ? [] : oneOver(own, limit).map((text) => `${Array.from(text).slice(0, -1).join('')} `);

/** Longer texts are not made to pass a limit by one. */
const mostMade = 100_000;

/** The value next to a bound, on the wrong side of it; the bound itself where that is excluded. */
export const oneBeyond: Beyond = (_, limit) => {
  if (limit.kind.endsWith('Exclusive')) return [limit.value];
  return [...nextDay(limit), ...nextNumber(limit, 0)];
};

/** The same with a digit more behind the point than the bound has. */
export const justBeyond: Beyond = (_, limit) => nextNumber(limit, 1);

const signOf = ({ kind }: Limit): 1 | -1 => (kind.startsWith('min') ? -1 : 1);

const nextNumber = (limit: Limit, finer: 0 | 1): readonly string[] => {
  const bound = parseDecimal(limit.value);
  if (bound === undefined || !builtinsOf(limit.type).includes('decimal')) return [];
  const whole = builtinsOf(limit.type).includes('integer');
  const scale = Math.min(whole ? 0 : limitsOf(limit.type).fractionDigits, bound.scale + finer);
  if (scale < bound.scale + finer) return [];
  return [formatDecimal(atScale(bound, scale) + BigInt(signOf(limit)), scale)];
};

const day = 86_400n;

const nextDay = (limit: Limit): readonly string[] => {
  const moment = builtinsOf(limit.type).includes('date') ? parseMoment('date', limit.value) : undefined;
  if (moment === undefined) return [];
  const zone = /(?:Z|[+-]\d\d:\d\d)?$/.exec(limit.value)?.[0] ?? '';
  return [formatDay(moment.local.unscaled / day + BigInt(signOf(limit))) + zone];
};

/** A number with one decimal more than is allowed. */
export const oneDecimalMore: Beyond = (own, { value }) => {
  const [whole = '', fraction = ''] = own.split('.');
  return /^[+-]?\d*$/.test(whole) ? [`${whole}.${fraction.slice(0, Number(value)).padEnd(Number(value), '0')}1`] : [];
};

/** A number with one digit more than is allowed. */
export const oneDigitMore: Beyond = (own, { value }) => {
  const missing = Math.max(1, Number(value) + 1 - own.replace(/\D/g, '').length);
  return [own.replace(/\d/, (digit) => '1'.repeat(missing) + digit)];
};
