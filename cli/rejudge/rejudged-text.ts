import { visible } from '#contract/texts/visible';
import { type Language, texts as reportTexts } from '#reporters/texts';
import { unkeptText } from '#reporters/unkept';
import { type JudgedAgain, conclusionOf } from './conclusion.ts';

/** Of each kind of difference so many are told in full. */
const mostTold = 20;

/** What judging once more came to, in a few lines. */
export const rejudgedText = (judged: JudgedAgain, language: Language): string => {
  const say = texts[language];
  const { agreeing, differing, unprovable, unfounded, schemas } = judged;
  const lines = [
    say.cases(agreeing, differing.length),
    ...differing
      .slice(0, mostTold)
      .map((one) => say.differing(one.check, one.case, [say.kinds[one.recorded.kind], say.kinds[one.again.kind]])),
    say.unprovable(unprovable),
    ...unfounded
      .slice(0, mostTold)
      .map((one) => say.unfounded(one.check, verdictIn(one.recorded, language), verdictIn(one.folded, language))),
    say.schemas(schemas.documents, schemas.valid, schemas.differing.length),
    ...schemas.differing.slice(0, mostTold).map(({ exchange, part }) => say.disputed(exchange, part)),
    ...(conclusionOf(judged) === 'not-whole' ? say.missing(judged.missing) : []),
    say[conclusionOf(judged)],
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
};

/** The word of a verdict; one that this version does not have stays as it was recorded. */
const verdictIn = (verdict: string, language: Language): string => {
  const { verdicts } = reportTexts[language];
  return Object.entries(verdicts).find(([name]) => name === verdict)?.[1](1) ?? verdict;
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

type Unprovable = JudgedAgain['unprovable'];
type Missing = JudgedAgain['missing'];

const texts = {
  nl: {
    kinds: {
      conforms: 'in orde',
      deviates: 'niet in orde',
      blocked: 'geblokkeerd',
      'not-applicable': 'niet van toepassing',
      untested: 'onbeslist',
    },
    cases: (same: number, other: number) =>
      `${String(same + other)} gevallen opnieuw beoordeeld: ${String(same)} met dezelfde uitkomst, ${String(other)} met een andere.`,
    differing: (check: string, number: number, [was, is]: readonly [string, string]) =>
      `  ${check}, geval ${String(number)}: vastgelegd als ${was}, nu ${is}`,
    unprovable: ({ bytes, damage, time, recipe, unsent }: Unprovable) =>
      `Niet opnieuw te bewijzen: ${String(bytes + damage + time + recipe + unsent)} gevallen (van ${String(bytes)} zijn niet alle bytes bewaard, van ${String(damage)} zijn de bytes weg of beschadigd, ${String(time)} kosten te veel tijd${recipe === 0 ? '' : `, van ${String(recipe)} bevat het pakket een recept in plaats van de aanval zelf`}${unsent === 0 ? '' : `, en bij ${String(unsent)} kijkt deze versie naar een bericht dat de run niet verstuurde`}).`,
    unfounded: (check: string, recorded: string, folded: string) =>
      `  ${check}: het vastgelegde oordeel ${recorded} volgt niet uit de gevallen, die komen uit op ${folded}`,
    schemas: (documents: number, valid: number, other: number) =>
      `${String(documents)} berichten en inhouden ook door xmllint beoordeeld: ${String(valid)} geldig, ${String(documents - valid)} ongeldig; over ${String(other)} verschillen de twee validators.`,
    disputed: (exchange: string, part: string) => `  uitwisseling ${exchange}, ${part}`,
    missing: ({ verdicts, lines, end, unkept }: Missing) => [
      ...(unkept === undefined ? [] : [sentence(unkeptText(unkept).nl)]),
      ...(verdicts > 0 ? [`Van ${String(verdicts)} controles ontbreekt het oordeel.`] : []),
      ...(lines > 0 ? [`Regels van journal.ndjson die niet te lezen zijn: ${String(lines)}.`] : []),
      ...(end && unkept === undefined ? ['De run kwam niet tot zijn einde, of dat is niet vastgelegd.'] : []),
    ],
    'borne-out': 'De vastgelegde oordelen volgen uit wat is vastgelegd.',
    otherwise: 'NIET BEVESTIGD: de vastgelegde oordelen volgen niet alle uit wat is vastgelegd.',
    'not-whole': 'NIET BEWEZEN: van deze run is niet alles er nog.',
    unproved: 'NIET BEWEZEN: de berichten zijn weggelaten, zodat geen oordeel is na te gaan.',
  },
  en: {
    kinds: {
      ...{ conforms: 'conforms', deviates: 'deviates', blocked: 'blocked' },
      ...{ 'not-applicable': 'not-applicable', untested: 'untested' },
    },
    cases: (same: number, other: number) =>
      `${String(same + other)} cases judged again: ${String(same)} came to the same, ${String(other)} to something else.`,
    differing: (check: string, number: number, [was, is]: readonly [string, string]) =>
      `  ${check}, case ${String(number)}: recorded as ${was}, now ${is}`,
    unprovable: ({ bytes, damage, time, recipe, unsent }: Unprovable) =>
      `Not provable again: ${String(bytes + damage + time + recipe + unsent)} cases (of ${String(bytes)} not all bytes were kept, of ${String(damage)} the bytes are gone or damaged, ${String(time)} take too long${recipe === 0 ? '' : `, of ${String(recipe)} the package holds a recipe in place of the attack itself`}${unsent === 0 ? '' : `, and of ${String(unsent)} this version judges by a message that the run did not send`}).`,
    unfounded: (check: string, recorded: string, folded: string) =>
      `  ${check}: the recorded verdict ${recorded} does not follow from the cases, which come to ${folded}`,
    schemas: (documents: number, valid: number, other: number) =>
      `${String(documents)} messages and contents also judged by xmllint: ${String(valid)} valid, ${String(documents - valid)} invalid; the two validators differ over ${String(other)}.`,
    disputed: (exchange: string, part: string) => `  exchange ${exchange}, ${part}`,
    missing: ({ verdicts, lines, end, unkept }: Missing) => [
      ...(unkept === undefined ? [] : [sentence(unkeptText(unkept).en)]),
      ...(verdicts > 0 ? [`Checks without a verdict: ${String(verdicts)}.`] : []),
      ...(lines > 0 ? [`Lines of journal.ndjson that can't be read: ${String(lines)}.`] : []),
      ...(end && unkept === undefined ? ['The run did not come to its end, or that was not recorded.'] : []),
    ],
    'borne-out': 'The recorded verdicts follow from what was recorded.',
    otherwise: 'NOT BORNE OUT: not all recorded verdicts follow from what was recorded.',
    'not-whole': 'NOT PROVED: not all of this run is there.',
    unproved: 'NOT PROVED: the messages were left out, so that no verdict can be checked.',
  },
} as const;
