import { number } from '#reporters/number';
import type { Level } from '#contract/grounds/ground';
import type { Language } from '#reporters/texts';
import type { Run } from '#judgement/geometry/shapes';
import type { Play } from '#endpoint/mock/plays';

interface Words {
  readonly title: string;
  readonly other: string;
  readonly none: string;
  /** That messages about real people do not belong here. */
  readonly testData: string;
  /** That nobody answers any more. */
  readonly ended: string;
  readonly noneSuch: string;
  readonly counts: (all: number, accepted: number, found: number) => string;
  /** How many of them a search finds. */
  readonly fitting: (count: number) => string;
  readonly waiting: (count: number) => string;
  readonly search: string;
  readonly outcome: string;
  readonly all: string;
  readonly outcomes: Readonly<Record<'accepted' | 'refused' | 'findings', string>>;
  readonly show: string;
  readonly order: string;
  readonly columns: readonly string[];
  readonly well: string;
  readonly unjudged: string;
  readonly undecided: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly page: (page: number, pages: number) => string;
  readonly turns: readonly [newest: string, newer: string, older: string, oldest: string];
  readonly plan: string;
  readonly planColumns: readonly string[];
  readonly errors: string;
  readonly next: string;
  readonly answer: string;
  readonly plays: Readonly<Record<Play['answer'], string>>;
  readonly play: string;
  readonly reset: string;
  readonly root: string;
  readonly message: (number: number) => string;
  readonly back: string;
  readonly facts: string;
  readonly factColumns: readonly [field: string, value: string];
  readonly fields: readonly string[];
  readonly findings: string;
  readonly noFindings: string;
  readonly expected: string;
  readonly actual: string;
  readonly cause: string;
  readonly remedy: string;
  readonly finding: string;
  readonly others: string;
  readonly late: string;
  readonly place: (line: number, column: number, document: string) => string;
  readonly requestHead: string;
  readonly inContent: (document: string) => string;
  readonly leftLines: (count: number) => string;
  readonly leftCharacters: (count: number) => string;
  readonly content: string;
  readonly file: (name: string, bytes: number) => string;
  readonly map: string;
  readonly mapOf: (count: number) => string;
  readonly outside: (count: number) => string;
  readonly shape: (number: number, what: string, at: string) => string;
  readonly runs: Readonly<Record<Run['kind'], (count: number) => string>>;
  readonly extent: (wide: string, high: string) => string;
  readonly request: string;
  readonly response: string;
  readonly gone: string;
  /** That the bytes of a message are kept no more. */
  readonly madeWay: string;
  readonly files: string;
}

/** The texts of the page. */
export const pageWords: Readonly<Record<Language, Words>> = {
  nl: {
    title: 'Wat uw systeem aanlevert',
    other: 'English',
    none: 'Er is nog niets gekomen.',
    testData: 'Lever hier alleen testgegevens aan: gegevens van echte personen horen hier niet.',
    ended:
      'Er komt geen antwoord meer: de sessie is beëindigd, of even niet bereikbaar. Wat hieronder staat, is wat het laatst gezien is.',
    noneSuch: 'Geen bericht voldoet aan de zoekvraag.',
    counts: (all, accepted, found) =>
      `${String(all)} ${all === 1 ? 'bericht' : 'berichten'}: ${String(accepted)} aangenomen, ${String(found)} met bevindingen.`,
    fitting: (count) => `Hiervan ${count === 1 ? 'voldoet er 1' : `voldoen er ${String(count)}`} aan de zoekvraag.`,
    waiting: (count) =>
      count === 1 ? 'Eén wacht nog op zijn oordeel.' : `${String(count)} wachten nog op hun oordeel.`,
    search: 'Tekst in een bericht',
    outcome: 'Uitkomst',
    all: 'alle',
    outcomes: { accepted: 'aangenomen', refused: 'niet aangenomen', findings: 'met bevindingen' },
    show: 'Toon',
    order: 'Nieuwste bericht eerst',
    columns: ['Nr.', 'Tijd (UTC)', 'Afzender', 'Bericht', 'Uitkomst', 'Bevindingen', 'Titel'],
    well: 'in orde',
    unjudged: 'niet beoordeeld',
    undecided: 'Van wie is nog niet bekend; telt niet mee als er een bekende afzender komt.',
    levels: { MUST: 'voldoet niet', SHOULD: 'waarschuwing', REPORT: 'opmerking' },
    page: (page, pages) => `Pagina ${String(page)} van ${String(pages)}`,
    turns: ['nieuwste', 'nieuwere', 'oudere', 'oudste'],
    plan: 'Wat getoond moet worden',
    planColumns: ['Documenttype', 'Getoond', 'Nog niet'],
    errors: 'omgaan met fouten',
    next: 'Een antwoord spelen bij de volgende aanlevering',
    answer: 'Antwoord',
    plays: {
      fault: 'Fault Server',
      refusal: 'Fault Client (weigering)',
      error: 'HTTP 500 zonder Fault',
      'retry-after': 'HTTP 503 met Retry-After: 10',
      'lost-answer': 'geen antwoord (verloren)',
      slow: 'antwoord na 10 seconden',
    },
    play: 'Speel',
    reset: 'Maak de lijst leeg',
    root: 'Root van de server',
    message: (number) => `Bericht ${String(number)}`,
    back: 'Alle berichten',
    facts: 'Gegevens',
    factColumns: ['Gegeven', 'Waarde'],
    fields: ['Tijd (UTC)', 'Afzender', 'Bericht', 'Uitkomst', 'Referentienummer', 'Titel', 'Medium'],
    findings: 'Bevindingen',
    noFindings: 'In dit bericht is niets gevonden.',
    expected: 'Verwacht',
    actual: 'Gekregen',
    cause: 'Oorzaak',
    remedy: 'Wat te doen',
    finding: 'Bevinding',
    others: 'Wat verder opvalt',
    late: 'Dit bericht is niet binnen de tijd na te lopen; de plaatsen van de bevindingen ontbreken daarom.',
    place: (line, column, document) =>
      `${document === '' ? '' : `${document}, `}regel ${String(line)}${column === 0 ? '' : `, kolom ${String(column)}`}`,
    requestHead: 'Kop van het verzoek',
    inContent: (document) => `${document} in de inhoud`,
    leftLines: (count) => (count === 1 ? '… 1 regel weggelaten …' : `… ${number(count, 'nl')} regels weggelaten …`),
    leftCharacters: (count) =>
      count === 1 ? ' … 1 teken weggelaten … ' : ` … ${number(count, 'nl')} tekens weggelaten … `,
    content: 'Inhoud als tekst',
    file: (name, bytes) => `${name}, ${number(bytes, 'nl')} bytes`,
    map: 'Plaats op de kaart',
    mapOf: (count) =>
      count === 1
        ? 'Nederland, met de plaats in het bericht'
        : `Nederland, met ${String(count)} plaatsen in het bericht`,
    outside: (count) =>
      `${count === 1 ? 'Eén plaats ligt' : `${String(count)} plaatsen liggen`} buiten deze kaart. Coördinaten zijn in meters van het Rijksdriehoekstelsel (EPSG:28992), eerst x en dan y.`,
    shape: (one, what, at) => `${String(one)}. ${what}, bij ${at}`,
    runs: {
      point: (count) => (count === 1 ? 'punt' : `${String(count)} punten`),
      line: (count) => (count === 1 ? 'lijn' : `${String(count)} lijnen`),
      area: (count) => (count === 1 ? 'vlak' : `vlak met ${String(count)} ringen`),
    },
    extent: (wide, high) => `${wide} bij ${high} m`,
    request: 'Verzoek',
    response: 'Antwoord',
    gone: 'Dit bericht is er niet (meer).',
    madeWay: 'Van dit bericht is alleen nog bewaard wat hierboven staat.',
    files: 'Bestanden',
  },
  en: {
    title: 'What your system delivers',
    other: 'Nederlands',
    none: 'Nothing has come yet.',
    testData: 'Deliver test data only: data of real people do not belong here.',
    ended:
      'No answer comes any more: the session has ended, or can’t be reached for a moment. Below is what was seen last.',
    noneSuch: 'No message fits the search.',
    counts: (all, accepted, found) =>
      `${String(all)} ${all === 1 ? 'message' : 'messages'}: ${String(accepted)} accepted, ${String(found)} with findings.`,
    fitting: (count) => `Of these ${String(count)} ${count === 1 ? 'fits' : 'fit'} the search.`,
    waiting: (count) => (count === 1 ? 'One still waits to be judged.' : `${String(count)} still wait to be judged.`),
    search: 'Text in a message',
    outcome: 'Outcome',
    all: 'all',
    outcomes: { accepted: 'accepted', refused: 'not accepted', findings: 'with findings' },
    show: 'Show',
    order: 'Newest message first',
    columns: ['No.', 'Time (UTC)', 'Sender', 'Message', 'Outcome', 'Findings', 'Title'],
    well: 'in order',
    unjudged: 'not judged',
    undecided: 'Whose is not known yet; does not count once a known sender comes.',
    levels: { MUST: 'failed', SHOULD: 'warning', REPORT: 'remark' },
    page: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
    turns: ['newest', 'newer', 'older', 'oldest'],
    plan: 'What is to be shown',
    planColumns: ['Document type', 'Shown', 'Not yet'],
    errors: 'coping with errors',
    next: 'Play an answer at the next delivery',
    answer: 'Answer',
    plays: {
      fault: 'Fault Server',
      refusal: 'Fault Client (refusal)',
      error: 'HTTP 500 without a Fault',
      'retry-after': 'HTTP 503 with Retry-After: 10',
      'lost-answer': 'no answer (lost)',
      slow: 'answer after 10 seconds',
    },
    play: 'Play',
    reset: 'Empty the list',
    root: 'Root of the server',
    message: (number) => `Message ${String(number)}`,
    back: 'All messages',
    facts: 'Facts',
    factColumns: ['Field', 'Value'],
    fields: ['Time (UTC)', 'Sender', 'Message', 'Outcome', 'Reference', 'Title', 'Medium'],
    findings: 'Findings',
    noFindings: 'Nothing was found in this message.',
    expected: 'Expected',
    actual: 'Got',
    cause: 'Cause',
    remedy: 'What to do',
    finding: 'Finding',
    others: 'What else stands out',
    late: 'This message could not be gone through in time, so the places of the findings are missing.',
    place: (line, column, document) =>
      `${document === '' ? '' : `${document}, `}line ${String(line)}${column === 0 ? '' : `, column ${String(column)}`}`,
    requestHead: 'Head of the request',
    inContent: (document) => `${document} in the content`,
    leftLines: (count) => (count === 1 ? '… 1 line left out …' : `… ${number(count, 'en')} lines left out …`),
    leftCharacters: (count) =>
      count === 1 ? ' … 1 character left out … ' : ` … ${number(count, 'en')} characters left out … `,
    content: 'Content as text',
    file: (name, bytes) => `${name}, ${number(bytes, 'en')} bytes`,
    map: 'Place on the map',
    mapOf: (count) =>
      count === 1
        ? 'The Netherlands, with the place in the message'
        : `The Netherlands, with ${String(count)} places in the message`,
    outside: (count) =>
      `${count === 1 ? 'One place lies' : `${String(count)} places lie`} outside this map. Coordinates are in metres of the Dutch grid (EPSG:28992), x before y.`,
    shape: (one, what, at) => `${String(one)}. ${what}, at ${at}`,
    runs: {
      point: (count) => (count === 1 ? 'point' : `${String(count)} points`),
      line: (count) => (count === 1 ? 'line' : `${String(count)} lines`),
      area: (count) => (count === 1 ? 'area' : `area of ${String(count)} rings`),
    },
    extent: (wide, high) => `${wide} by ${high} m`,
    request: 'Request',
    response: 'Answer',
    gone: 'This message is not there (any more).',
    madeWay: 'Of this message only what stands above is still kept.',
    files: 'Files',
  },
};
