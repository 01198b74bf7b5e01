/** Namespace of the functions in which XPath 3.1 differs from XPath 1.0. */
export const functionNamespace = 'urn:3pas:xpath-one';

type Value = string | number | boolean;

/** A function for `registerCustomXPathFunction` of the XPath engine. */
export interface XPathFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
  readonly call: (...values: readonly Value[]) => Value;
}

/** XPath 1.0 section 4.2: the shortest digits that tell the number, never an exponent. */
export const numberText = (value: number): string => {
  const text = String(value === 0 ? 0 : value);
  const [, sign = '', first = '', rest = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const shift = Number(exponent);
  return sign + (shift < 0 ? `0.${'0'.repeat(-shift - 1)}${first}${rest}` : first + rest.padEnd(shift, '0'));
};

/** XPath 1.0 section 4.4: optional white space, optional minus, digits; everything else is not a number. */
export const textNumber = (text: string): number => {
  const [, digits] = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+))[ \t\r\n]*$/.exec(text) ?? [];
  return digits === undefined ? NaN : Number(digits);
};

const characters = (text: string): readonly string[] => Array.from(text);

/** XPath 1.0 section 4.2, `substring`: positions are rounded, and counted in characters. */
const substring = (text: string, start: number, length = Infinity): string => {
  const first = Math.round(start);
  const end = first + Math.round(length);
  return characters(text)
    .filter((_, index) => index + 1 >= first && index + 1 < end)
    .join('');
};

/** XPath 1.0 section 4.2, `translate`. */
export const translate = (text: string, from: string, to: string): string => {
  const [sources, targets] = [characters(from), characters(to)];
  return characters(text)
    .map((character) => {
      const index = sources.indexOf(character);
      return index < 0 ? character : (targets[index] ?? '');
    })
    .join('');
};

/** XPath 1.0 section 4.2, `normalize-space`. */
export const normalizeSpace = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');

/** XPath 1.0 section 4.2, `string-length`: in characters. */
export const stringLength = (value: string): number => characters(value).length;

const text = 'xs:string';
const double = 'xs:double';

/** The functions themselves. */
export const xpathFunctions: readonly XPathFunction[] = [
  { name: 'text', parameters: [double], result: text, call: (value) => numberText(Number(value)) },
  { name: 'number', parameters: [text], result: double, call: (value) => textNumber(String(value)) },
  {
    name: 'substring',
    parameters: [text, double],
    result: text,
    call: (value, start) => substring(String(value), Number(start)),
  },
  {
    name: 'substring',
    parameters: [text, double, double],
    result: text,
    call: (value, start, length) => substring(String(value), Number(start), Number(length)),
  },
  {
    name: 'translate',
    parameters: [text, text, text],
    result: text,
    call: (value, from, to) => translate(String(value), String(from), String(to)),
  },
  { name: 'normalize-space', parameters: [text], result: text, call: (value) => normalizeSpace(String(value)) },
  { name: 'string-length', parameters: [text], result: double, call: (value) => stringLength(String(value)) },
];
