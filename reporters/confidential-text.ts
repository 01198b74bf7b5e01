import { asText, visible } from '#contract/texts/visible';
import type { ExchangeRecorded } from '#evidence/event';
import type { BytesOf } from '#evidence/open-exchanges';
import { requirements } from '#judgement/requirements/registry';
import type { Confidential } from './confidential.ts';
import type { RunResult } from './run-result.ts';
import type { Language } from './texts.ts';

/** The exchanges that show a finding, and the bytes of what was kept. */
export interface Evidence {
  readonly exchangesOf: (check: string) => readonly ExchangeRecorded[];
  readonly bytesOf: BytesOf;
  /** The command that sends a finding again. */
  readonly again: (check: string) => string | undefined;
}

/** What is told in confidence, as Markdown: to whom it is to be told, and each finding with what shows it. */
export const confidentialText = (
  { started, confidential }: RunResult,
  language: Language,
  evidence: Evidence,
): string => {
  const words = texts[language];
  const about = [started.target, started.profile, started.runId, started.at].map((one) => visible(one)).join(', ');
  return [
    `# ${words.title}`,
    about,
    words.route,
    ...confidential.flatMap((one) => finding(one, language, evidence)),
    '',
  ].join('\n\n');
};

const finding = (
  one: Confidential,
  language: Language,
  { exchangesOf, bytesOf, again }: Evidence,
): readonly string[] => {
  const { check, requirement, documentType } = one.check;
  const about = documentType === undefined ? '' : ` (${visible(documentType)})`;
  const command = again(check);
  return [
    `## ${one.id}: ${requirement}${about}`,
    ...demandOf(one, language),
    ...seenIn(one, language),
    ...(command === undefined ? [] : [`${texts[language].again}: \`${command}\``]),
    ...exchangesOf(check).map((exchange) => block(exchangeText(exchange, bytesOf))),
  ];
};

const demandOf = ({ check: { requirement, level, ground } }: Confidential, language: Language): readonly string[] => {
  const known = requirements.get(requirement);
  if (known === undefined) return [];
  const { source, remedy } = texts[language];
  return [
    known.text[language],
    `${source}: ${known.source} (${level}, ${ground})`,
    `${remedy}: ${known.cause[language]} ${known.remedy[language]}`,
  ];
};

const seenIn = ({ check: { deviation } }: Confidential, language: Language): readonly string[] => {
  if (deviation === undefined) return [];
  const { expected, actual } = texts[language];
  return [`${expected}: ${visible(deviation.expected[language])}`, `${actual}: ${visible(deviation.actual[language])}`];
};

/** A block of code that no text in it can end. */
const block = (text: string): string => asText(text).replace(/^/gm, '    ');

/** Characters of a body that show what it is. */
const most = 4000;

const exchangeText = (
  { purpose, method, url, requestHeaders, request, status, responseHeaders, response, failure }: ExchangeRecorded,
  bytesOf: BytesOf,
): string => {
  const body = (kept: typeof request): string =>
    kept === undefined ? '' : (bytesOf(kept)?.toString('utf8').slice(0, most) ?? '–');
  const end = failure === undefined ? `HTTP ${String(status)}` : failure.message;
  return [
    purpose,
    `${method} ${url}`,
    ...[...Object.entries(requestHeaders).map(headerLine), body(request), ''],
    end,
    ...[...Object.entries(responseHeaders).map(headerLine), body(response)],
  ].join('\n');
};

const headerLine = ([name, value]: readonly [string, string]): string => `${name}: ${value}`;

const texts: Readonly<
  Record<Language, Readonly<Record<'title' | 'route' | 'source' | 'expected' | 'actual' | 'remedy' | 'again', string>>>
> = {
  nl: {
    title: 'Vertrouwelijk: bevindingen over de beveiliging van het endpoint',
    route:
      'Deel dit bestand alleen met wie het moet verhelpen. Is het endpoint van KOOP: meld het eerst aan uw contact bij KOOP (functioneel beheer of Servicedesk). ' +
      'Komt er geen antwoord, of weet u niet bij wie u terechtkunt: het NCSC neemt meldingen over systemen van de Rijksoverheid aan (coordinated vulnerability disclosure, https://www.ncsc.nl/contact/kwetsbaarheid-melden). ' +
      'Een eigen meldpunt van KOOP voor kwetsbaarheden is ons niet bekend. Probeer het niet verder dan nodig is om het te laten zien, en maak niets openbaar voordat het is verholpen. ' +
      'Is het endpoint uw eigen: geef het aan wie het bouwt.',
    source: 'Bron',
    expected: 'Verwacht',
    actual: 'Gekregen',
    remedy: 'Oorzaak en remedie',
    again: 'Opnieuw sturen',
  },
  en: {
    title: 'Confidential: findings on the security of the endpoint',
    route:
      'Share this file only with who has to mend it. If the endpoint is KOOP’s: tell your contact at KOOP first (functional management or service desk). ' +
      'If no answer comes, or you don’t know whom to tell: the NCSC takes reports on systems of the Dutch central government (coordinated vulnerability disclosure, https://www.ncsc.nl/contact/kwetsbaarheid-melden). ' +
      'We know of no address of KOOP’s own for vulnerabilities. Do not try it further than is needed to show it, and make nothing public before it is mended. ' +
      'If the endpoint is your own: give it to who builds it.',
    source: 'Source',
    expected: 'Expected',
    actual: 'Got',
    remedy: 'Cause and remedy',
    again: 'Send again',
  },
};
