import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { OpenElement } from '#xml/document';
import { compileXPath, nodesOf } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';
import type { Origin } from '../view/build-view.ts';

/** A character that stands for one that was lost; UTF-8 that was read as windows-1252: Ã© for é, â€™ for ’; and windows-1252 that was read as ISO-8859-1: U+0080 for €. */
const damaged =
  /\uFFFD|[\u00C2\u00C3][\u0080-\u00BF]|\u00E2(?:\u20AC|\u0080)[\u0080-\u00BF\u2018-\u203A\u2122\u0152\u0153]|[\u0080-\u009F]/u;

const control = /[\u0080-\u009F]/u;

const suspects = [
  '\uFFFD',
  '\u00C2',
  '\u00C3',
  '\u00E2',
  ...Array.from({ length: 32 }, (_, at) => String.fromCharCode(0x80 + at)),
];

const mostTold = 5;

/** Reads texts for characters that were lost or misread on their way into the message. */
export const characterReader = () => {
  const test = `translate(., '${suspects.join('')}', '') != .`;
  const xpath = compileXPath(`.//text()[${test}]/.. | .//@*[${test}]`);
  return {
    read: (within: Origin, request: OpenElement): readonly Finding[] =>
      nodesOf(xpath.evaluate(within.node))
        .filter(({ content }) => damaged.test(content))
        .slice(0, mostTold)
        .map((node) => finding({ node, inside: within.inside }, request)),
    dispose: (): void => {
      xpath.dispose();
    },
  };
};

const finding = (origin: Origin, request: OpenElement): Finding => ({
  constraint: 'text#whole-characters',
  severity: 'warning',
  ground: 'public',
  path: pathOf(origin, request),
  line: lineOf(origin),
  text: textOf(origin.node.content),
});

const textOf = (content: string): Bilingual => {
  const at = content.search(damaged);
  const around = quoted(content.slice(Math.max(0, at - 20), at + 12));
  if (content.charAt(at) === '\uFFFD')
    return {
      nl: `In ${around} staat het vervangteken U+FFFD: hier is een teken verloren gegaan, bij omzetten of bij inkorten op bytes. Verbeter de bron.`,
      en: `${around} holds the replacement character U+FFFD: a character was lost here, by conversion or by shortening to bytes. Correct the source.`,
    };
  if (control.test(content.charAt(at))) return controlText(content.slice(Math.max(0, at - 20), at), content.charAt(at));
  return {
    nl: `${around} is UTF-8 die als windows-1252 is gelezen. Lees de bron in de codering die zij heeft.`,
    en: `${around} is UTF-8 that was read as windows-1252. Read the source in the encoding that it has.`,
  };
};

/** By windows-1252, in which the byte of a control character is mostly a letter or sign. */
const controlText = (before: string, character: string): Bilingual => {
  const code = character.charCodeAt(0);
  const hex = code.toString(16).toUpperCase();
  const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const behind =
    before === '' ? { nl: '', en: '' } : { nl: ` achter ${quoted(before)}`, en: ` behind ${quoted(before)}` };
  const meant =
    letter === character
      ? { nl: '', en: '' }
      : {
          nl: `; in windows-1252 is byte 0x${hex} ${quoted(letter)}`,
          en: `; in windows-1252 byte 0x${hex} is ${quoted(letter)}`,
        };
  return {
    nl: `Het stuurteken U+00${hex}${behind.nl} is windows-1252 die als ISO-8859-1 is gelezen${meant.nl}. Lees de bron als windows-1252.`,
    en: `The control character U+00${hex}${behind.en} is windows-1252 that was read as ISO-8859-1${meant.en}. Read the source as windows-1252.`,
  };
};
