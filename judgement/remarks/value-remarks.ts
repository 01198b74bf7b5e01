import { alike } from '#contract/texts/alike';
import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import { OpenAttribute, OpenElement, type OpenNode } from '#xml/document';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';
import type { CompiledRole } from '../view/compile-roles.ts';

/** Tells of the value at a role what a schema takes, and no sender means: warnings that break no requirement. */
export const valueRemarks = (
  { decode }: Pick<CompiledRole, 'decode'>,
  node: OpenNode,
  request: OpenElement,
): readonly Finding[] => {
  if ((decode !== undefined && decode !== 'date') || holdsElements(node)) return [];
  const text = node.content;
  const found = decode === 'date' ? unfilledDay(text) : oddText(text);
  if (found === undefined) return [];
  const origin = { node, inside: undefined };
  const name = nameOf(node);
  return [
    {
      ...{ constraint: `value#${found.kind}`, severity: 'warning', ground: 'inferred' },
      ...{ path: pathOf(origin, request), line: lineOf(origin) },
      ...(found.mark === undefined ? {} : { mark: found.mark }),
      text: { nl: `${name} ${found.said.nl}`, en: `${name} ${found.said.en}` },
    },
  ];
};

const holdsElements = (node: OpenNode): boolean => node instanceof OpenElement && node.get('*') !== null;

const nameOf = (node: OpenNode): string =>
  node instanceof OpenElement || node instanceof OpenAttribute ? node.name : '';

interface Odd {
  readonly kind: 'unfilled' | 'blank' | 'escaped-twice' | 'markup';
  readonly said: Bilingual;
  readonly mark?: string;
}

/** What programs write for a date that nobody filled in. */
const zeros: Readonly<Record<string, string>> = {
  '0001-01-01': 'DateTime.MinValue, .NET',
  '1753-01-01': 'SQL Server',
  '1899-12-30': 'OLE, Delphi',
  '1899-12-31': 'Excel',
  '1900-01-01': 'SQL Server, Excel',
  '1970-01-01': 'Unix',
  '9999-12-31': 'DateTime.MaxValue, .NET',
};

const unfilledDay = (text: string): Odd | undefined => {
  const by = zeros[text.trim()];
  return by === undefined
    ? undefined
    : {
        kind: 'unfilled',
        said: {
          nl: `is ${quoted(text)}, wat programma's schrijven voor een datum die niet is ingevuld (${by}). Vul de datum in, of laat het element weg waar dat mag.`,
          en: `is ${quoted(text)}, which programs write for a date that was not filled in (${by}). Fill in the date, or leave the element out where that is allowed.`,
        },
      };
};

const oddText = (text: string): Odd | undefined => {
  if (text === '') return undefined;
  if (alike(text) === '')
    return {
      kind: 'blank',
      said: {
        nl: 'bevat alleen spaties. Vul de waarde in, of laat het element weg waar dat mag.',
        en: 'holds nothing but spaces. Fill in the value, or leave the element out where that is allowed.',
      },
    };
  if (/^(?:null|undefined|NaN|None|\[object Object\]|System\.\w+(?:\.\w+)*)$/.test(text.trim()))
    return {
      kind: 'unfilled',
      said: {
        nl: `is ${quoted(text)}, wat een programma schrijft voor een waarde die er niet is. Vul de waarde in, of laat het element weg waar dat mag.`,
        en: `is ${quoted(text)}, which a program writes for a value that is not there. Fill in the value, or leave the element out where that is allowed.`,
      },
    };
  return inMarkup(text);
};

const inMarkup = (text: string): Odd | undefined => {
  const [entity] =
    /&(?:amp|lt|gt|quot|apos|nbsp|euro|[a-z](?:uml|acute|grave|circ)|#\d{1,7}|#x[\da-f]{1,6});/i.exec(text) ?? [];
  if (entity !== undefined)
    return {
      kind: 'escaped-twice',
      said: {
        nl: `bevat ${quoted(entity)} als tekst: een teken is twee keer vervangen. Laat alleen de XML-bibliotheek tekens vervangen.`,
        en: `holds ${quoted(entity)} as text: a character was escaped twice. Have the XML library alone escape characters.`,
      },
    };
  const [tag] = /<\/?(?:b|i|u|p|br|em|strong|span|div|a|ul|ol|li|font|h[1-6])(?:\s[^<>]*)?\/?>/i.exec(text) ?? [];
  return tag === undefined
    ? undefined
    : {
        kind: 'markup',
        said: {
          nl: `bevat ${quoted(tag)}: opmaak in HTML, die als tekst verschijnt. Lever de tekst zonder opmaak aan.`,
          en: `holds ${quoted(tag)}: markup of HTML, which shows as text. Deliver the text without markup.`,
        },
      };
};
