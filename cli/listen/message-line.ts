import { visible, shortly } from '#contract/texts/visible';
import { unaskedCoding } from '#contract/wire/codings';
import type { ForwardNote, InboundFate } from '#contract/wire/exchange';
import type { Level } from '#contract/grounds/ground';
import type { JudgedExchange } from '#harness/judge-recording';
import { type Answer, refusalIn } from '#judgement/answer';
import type { PersonalKind } from '#judgement/personal/in-text';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Language } from '#reporters/texts';

/** How strongly a requirement binds in this recording. */
export type LevelOf = (requirement: RequirementId) => Level;

/** One line for one message: when, who, what it was, what became of it, and what is wrong with it. */
export const messageLine = (judged: JudgedExchange, levelOf: LevelOf, language: Language): string => {
  const { event } = judged;
  const sender = event.inbound?.note?.sender ?? '–';
  const parts = [
    clockTime(event.startedAt),
    sender,
    kindOf(judged, language),
    outcomeText(judged, language),
    findingsText(judged, levelOf, language),
    ...personalParts(judged, language),
  ];
  return `${parts.map((part) => shortly(visible(part), longest)).join('  ')}\n`;
};

/** What in it may be about a person, and where. */
const personalParts = ({ personal = [] }: JudgedExchange, language: Language): readonly string[] =>
  personal.length === 0
    ? []
    : [
        `[${words[language].personal(personal.map(({ kind, at }) => `${words[language].persons[kind]} (${at})`).join(', '))}]`,
      ];

/** Most characters of a part: what others wrote can be long. */
const longest = 400;

const clockTime = (at: number): string => new Date(at).toTimeString().slice(0, 8);

/** Says what was sent: a document type, the connection test, or what could be seen of it. */
export const kindOf = ({ event, answer }: Pick<JudgedExchange, 'event' | 'answer'>, language: Language): string => {
  const { documentType, inbound, end } = event;
  if (documentType !== undefined) return documentType;
  if (answer.kind === 'alive') return 'IsAlive';
  const fate = end?.fate ?? 'answered';
  if (fate === 'handshake-failed' || fate === 'not-http') return words[language].kinds[fate];
  return `${event.method} ${inbound?.target ?? ''}`.trim();
};

/** Says what became of it. */
export const outcomeText = (
  { event, answer }: Pick<JudgedExchange, 'event' | 'answer'>,
  language: Language,
): string => {
  const said = words[language];
  const note = notesOn(event, said)
    .map((one) => ` [${one}]`)
    .join('');
  const { end } = event;
  const isPlain = end === undefined || end.fate === 'answered';
  return `${answerText(answer, language)}${isPlain ? '' : ` (${said.fates[end.fate]}${reasonText(end.reason, language)})`}${note}`;
};

/** What the receiver noted of a message, and what its headers and those of its answer say together. */
const notesOn = (event: JudgedExchange['event'], said: Words): readonly string[] => {
  const { played, forwarded, claims } = event.inbound?.note ?? {};
  const unasked = unaskedIn(event);
  return [
    ...(played === undefined ? [] : [`${said.played} ${played}`]),
    ...(forwarded === undefined ? [] : [said.forwarded[forwarded.fate]]),
    ...(forwarded?.unmarked === true ? [said.unmarked] : []),
    ...(claims === undefined ? [] : [said.claims(claims)]),
    ...(unasked === undefined ? [] : [said.unasked(unasked)]),
  ];
};

const unaskedIn = ({ requestHeaders, responseHeaders }: JudgedExchange['event']): string | undefined =>
  unaskedCoding(requestHeaders['accept-encoding'], responseHeaders['content-encoding']);

/** OpenSSL names a thread, files and lines around its reason. */
const reasonText = (reason: string, language: Language): string => {
  const [, own] = /:SSL routines:[^:]*:([^:]+)/.exec(reason) ?? [];
  const said = own ?? reason;
  if (said === '') return '';
  return `: ${said}${/unknown ca|bad certificate|certificate unknown/.test(said) ? `; ${words[language].distrust}` : ''}`;
};

const answerText = (answer: Answer, language: Language): string => {
  const said = words[language];
  if (answer.kind === 'accepted') return `${said.accepted} ${answer.dossierNumber}`;
  if (answer.kind === 'alive') return said.alive;
  if (answer.kind === 'fault' || answer.kind === 'refused') {
    const told = refusalIn(answer);
    const text = answer.kind === 'fault' ? answer.fault.text : told?.text;
    // What the endpoint wrote is in the language of the sender, so it is told as its words.
    return `${said.refused}: ${[told?.code, text ? `"${text}"` : ''].filter(Boolean).join(' ')}`;
  }
  if (answer.kind === 'none') return said.none;
  return answer.http < 400 ? `HTTP ${String(answer.http)}` : `${said.refused}: HTTP ${String(answer.http)}`;
};

const findingsText = (
  { deviations, unjudged, isUndecided }: JudgedExchange,
  levelOf: LevelOf,
  language: Language,
): string => {
  const said = words[language];
  if (deviations.size === 0) return unjudged === undefined ? said.nothing : `${said.unjudged}: ${unjudged[language]}`;
  const ids = [...deviations.keys()].sort((one, other) => weights[levelOf(one)] - weights[levelOf(other)]);
  const whose = isUndecided === true ? ` (${said.undecided})` : '';
  return `${said.findings(ids.length)}${whose}: ${ids.map((id) => `${said.levels[levelOf(id)]} ${id}`).join(', ')}`;
};

const weights: Readonly<Record<Level, number>> = { MUST: 0, SHOULD: 1, REPORT: 2 };

interface Words {
  readonly accepted: string;
  readonly alive: string;
  readonly refused: string;
  readonly none: string;
  readonly nothing: string;
  readonly unjudged: string;
  readonly played: string;
  /** Why clients break off a handshake. */
  readonly distrust: string;
  readonly forwarded: Readonly<Record<ForwardNote['fate'], string>>;
  /** That a delivery does not say that it is a test. */
  readonly unmarked: string;
  /** That it names a username that has access, with another password. */
  readonly claims: (username: string) => string;
  /** That an answer comes in a coding that its request does not take. */
  readonly unasked: (coding: string) => string;
  /** That something may be about a person. */
  readonly personal: (what: string) => string;
  readonly persons: Readonly<Record<PersonalKind, string>>;
  readonly findings: (count: number) => string;
  /** That it is not known yet whose findings they are. */
  readonly undecided: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly kinds: Readonly<Record<'handshake-failed' | 'not-http', string>>;
  readonly fates: Readonly<Record<InboundFate, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    accepted: 'aangenomen',
    alive: 'beantwoord',
    refused: 'geweigerd',
    none: 'geen antwoord',
    nothing: 'in orde',
    unjudged: 'niet beoordeeld',
    played: 'gespeeld:',
    distrust: 'de client vertrouwt het certificaat van dit endpoint niet, importeer de root',
    forwarded: {
      answered: 'antwoord van het endpoint',
      withheld: 'niet doorgestuurd',
      unreached: 'het endpoint is niet bereikt',
      lost: 'het antwoord van het endpoint is verloren; misschien is er een dossier, zie opruimlijst.csv',
    },
    unmarked: 'let op: de titel zegt niet dat dit een test is',
    claims: (username) => `gebruikersnaam ${username} met een ander wachtwoord dan --password-env geeft`,
    unasked: (coding) => `let op: het antwoord is gecomprimeerd (${coding}), en Accept-Encoding vraagt daar niet om`,
    personal: (what) => `let op, misschien van een persoon: ${what}`,
    persons: { bsn: 'negen cijfers als van een BSN', mail: 'e-mailadres', phone: 'telefoonnummer', iban: 'IBAN' },
    findings: (count) => `${String(count)} ${count === 1 ? 'bevinding' : 'bevindingen'}`,
    undecided: 'van wie is nog niet bekend; telt niet mee als er een bekende afzender komt',
    levels: { MUST: '✗', SHOULD: '△', REPORT: '○' },
    kinds: { 'handshake-failed': 'TLS', 'not-http': 'geen HTTP' },
    fates: {
      answered: 'beantwoord',
      'answer-not-taken': 'het antwoord is niet afgenomen',
      'answer-withheld': 'het antwoord is met opzet achtergehouden',
      'request-broken-off': 'het verzoek is afgebroken',
      'request-too-slow': 'het verzoek kwam te langzaam',
      'request-too-large': 'het verzoek is te groot',
      'not-http': 'dit is geen HTTP',
      'handshake-failed': 'de TLS-handshake is mislukt',
      'no-room': 'er was geen plaats',
      'server-failed': 'fout van 3pas',
    },
  },
  en: {
    accepted: 'accepted',
    alive: 'answered',
    refused: 'refused',
    none: 'no answer',
    nothing: 'in order',
    unjudged: 'not judged',
    played: 'played:',
    distrust: 'the client does not trust the certificate of this endpoint, import the root',
    forwarded: {
      answered: 'answer of the endpoint',
      withheld: 'not handed on',
      unreached: 'the endpoint was not reached',
      lost: 'the answer of the endpoint was lost; there may be a dossier, see opruimlijst.csv',
    },
    unmarked: 'mind: the title does not say that this is a test',
    claims: (username) => `username ${username} with another password than --password-env gives`,
    unasked: (coding) => `mind: the answer is compressed (${coding}), which Accept-Encoding does not ask for`,
    personal: (what) => `mind, perhaps of a person: ${what}`,
    persons: { bsn: 'nine digits as of a BSN', mail: 'mail address', phone: 'telephone number', iban: 'IBAN' },
    findings: (count) => `${String(count)} ${count === 1 ? 'finding' : 'findings'}`,
    undecided: 'whose is not known yet; does not count once a known sender comes',
    levels: { MUST: '✗', SHOULD: '△', REPORT: '○' },
    kinds: { 'handshake-failed': 'TLS', 'not-http': 'no HTTP' },
    fates: {
      answered: 'answered',
      'answer-not-taken': 'the answer was not taken',
      'answer-withheld': 'the answer was withheld on purpose',
      'request-broken-off': 'the request was broken off',
      'request-too-slow': 'the request came too slowly',
      'request-too-large': 'the request is too large',
      'not-http': 'this is no HTTP',
      'handshake-failed': 'the TLS handshake failed',
      'no-room': 'there was no room',
      'server-failed': 'a mistake of 3pas',
    },
  },
};
