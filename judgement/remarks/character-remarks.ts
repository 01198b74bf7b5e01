import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { OpenElement } from '#xml/document';
import { compileXPath, nodesOf } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';
import type { Origin } from '../view/build-view.ts';

/** A character that stands for one that was lost, and UTF-8 that was read as windows-1252: Ã© for é, â€™ for ’. */
const damaged =
  /\uFFFD|[\u00C2\u00C3][\u0080-\u00BF]|\u00E2(?:\u20AC|\u0080)[\u0080-\u00BF\u2018-\u203A\u2122\u0152\u0153]/u;

const suspects = ['\uFFFD', '\u00C2', '\u00C3', '\u00E2'];

const mostTold = 5;

/** Reads texts for characters that were lost or misread on their way into the message. */
export const characterReader = () => {
  const test = suspects.map((one) => `contains(., '${one}')`).join(' or ');
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
  return {
    nl: `${around} is UTF-8 die als windows-1252 is gelezen. Lees de bron in de codering die zij heeft.`,
    en: `${around} is UTF-8 that was read as windows-1252. Read the source in the encoding that it has.`,
  };
};
