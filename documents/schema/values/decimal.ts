/** An exact decimal number: `unscaled` times ten to the power of minus `scale`, without zeros at the end. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** Longer numbers than this are not taken as numbers. */
const maxDigits = 10_000;

/** Reads the lexical form of xs:decimal (part 2, 3.2.3.1). */
export const parseDecimal = (text: string): Decimal | undefined => {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || text.length > maxDigits) return undefined;
  const digits = fraction.replace(/0+$/, '');
  return {
    unscaled: BigInt(`${sign === '-' ? '-' : ''}${whole}${digits || (whole === '' ? '0' : '')}`),
    scale: digits.length,
  };
};

/** Less than zero, zero or more, as the first is less than, equal to or more than the second. */
export const compareDecimals = (one: Decimal, other: Decimal): number => {
  const scale = Math.max(one.scale, other.scale);
  const difference = atScale(one, scale) - atScale(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The unscaled number at a scale that is no smaller than its own. */
export const atScale = ({ unscaled, scale }: Decimal, wanted: number): bigint =>
  unscaled * 10n ** BigInt(wanted - scale);

/** The sum of two. */
export const addDecimals = (one: Decimal, other: Decimal): Decimal => {
  const scale = Math.max(one.scale, other.scale);
  return normal(atScale(one, scale) + atScale(other, scale), scale);
};

/** A whole number as a decimal. */
export const wholeDecimal = (value: bigint): Decimal => ({ unscaled: value, scale: 0 });

const normal = (unscaled: bigint, scale: number): Decimal => {
  let [digits, left] = [unscaled, scale];
  while (left > 0 && digits % 10n === 0n) [digits, left] = [digits / 10n, left - 1];
  return { unscaled: digits, scale: left };
};

/** Writes an unscaled number with its point. */
export const formatDecimal = (unscaled: bigint, scale: number): string => {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** How many digits a number has, zeros in front of it left out; a zero has one. */
export const totalDigitsOf = ({ unscaled, scale }: Decimal): number =>
  Math.max(String(unscaled < 0n ? -unscaled : unscaled).length, scale);
