import type { Contract } from '#contract/contract';
import type { Defect } from '#endpoint/mock/parts';
import { reading } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';
import { today } from '../place.ts';

/** Reads the texts of elements more kindly than the contract does. */
const taking = (mend: (text: string) => string): Defect =>
  reading((message) => message.replace(/>([^<>]+)</g, (_, text: string) => `>${mend(text)}<`));

/** As many violations of each constraint as a default run has, all in one document type. */
const violating = (
  isOne: (constraint: string) => boolean,
  kind: 'schema' | 'rule',
): Pick<SeededDefect, 'foundBy' | 'everywhere' | 'run'> => ({
  foundBy: [`rejection.refuses-${kind}-violation`],
  everywhere: true,
  run: {
    topics: ['rejection'],
    runs: 50,
    documentTypes: ['OmgevingsvergunningAfhandeling'],
    only: ({ requirement, constraints }) =>
      requirement === `rejection.refuses-${kind}-violation` && constraints.some(isOne),
  },
});

const isOf =
  (...endings: readonly string[]) =>
  (constraint: string): boolean =>
    endings.some((ending) => constraint.endsWith(ending));

/** Takes each value of a list in any spelling that comes to the same. */
const comparing = (spelling: (value: string) => string): Defect => ({
  alter: (parts) => {
    const listed = new Map(valuesIn(parts.contract).map((value) => [spelling(value), value]));
    return taking((text) => listed.get(spelling(text)) ?? text).alter?.(parts) ?? parts;
  },
});

const valuesIn = ({ codeLists }: Contract): readonly string[] => [...codeLists.values()].flat();

/** The lists that elements of any delivery have their values from. */
const lists = isOf('#Rubriek/enumeration', '#Onderwerp/enumeration', '#Activiteit/enumeration', '#Medium/enumeration');

/** Until 2021, 2022 and 2023. */
const merged: ReadonlySet<string> = new Set(
  'Appingedam, Delfzijl, Loppersum, Haaren, Beemster, Heerhugowaard, Langedijk, Landerd, Uden, Boxmeer, Cuijk, Grave, Mill en Sint Hubert, Sint Anthonis, Weesp, Brielle, Hellevoetsluis, Westvoorne'.split(
    ', ',
  ),
);

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** A day that no calendar has, as one counts on that does not look at the length of months. */
const rolledOver = (date: string): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
};

/** Defects of an endpoint that sees what is plainly wrong, and takes what is nearly right. */
export const lenientDefects = {
  'compares-without-case': {
    does: 'Takes a value of a list in capitals or small letters, as its database does.',
    ...violating(lists, 'schema'),
    defect: comparing((value) => value.toLowerCase()),
  },
  'compares-without-accents': {
    does: 'Takes a value of a list with or without diacritics, as its database does.',
    ...violating(lists, 'schema'),
    defect: comparing((value) => value.normalize('NFD').replace(/\p{M}/gu, '')),
  },
  'takes-full-stops': {
    does: 'Takes a value of a list with a full stop behind it, as it takes punctuation off what people type.',
    ...violating(lists, 'schema'),
    defect: comparing((value) => value.replace(/\.$/, '')),
  },
  'knows-merged-municipalities': {
    does: 'Takes municipalities that were merged, since its list is of years ago.',
    ...violating(isOf('#NaamOrganisatie/type'), 'schema'),
    defect: taking((text) => (merged.has(text) ? 'Utrecht' : text)),
  },
  'takes-house-number-zero': {
    does: 'Takes 0 for a house number, as its column of numbers does.',
    ...violating(isOf('#Huisnummer/type', '/Huisnummer/type'), 'schema'),
    defect: reading((message) => message.replace(/(:Huisnummer>)0</g, '$11<')),
  },
  'takes-dates-of-far-zones': {
    does: 'Takes a date with the zone of an island far to the east or west, and reads on as if it had none.',
    ...violating(isOf('#Datum/pattern'), 'schema'),
    defect: taking((text) => text.replace(/^(\d{4}-\d\d-\d\d)(?:\+14:00|-12:00)$/, '$1')),
  },
  'trims-texts': {
    does: 'Takes the white space off each text before it looks at it.',
    ...violating(isOf('#Rubriek/enumeration', '/Wegnummer/pattern', '/Rectificeert/pattern'), 'schema'),
    defect: taking((text) => text.trim()),
  },
  'is-a-character-off': {
    does: 'Takes a title, a summary or a name that is a character too long.',
    ...violating(isOf('/Samenvatting/maxLength', '/Straatnaam/maxLength', '/Verwijzing/maxLength'), 'schema'),
    defect: taking((text) => {
      const characters = Array.from(text);
      return [81, 256, 2001].includes(characters.length) ? characters.slice(0, -1).join('') : text;
    }),
  },
  'is-one-off-at-a-bound': {
    does: 'Takes the first number beyond the largest that is allowed.',
    ...violating(isOf('#Huisnummer/maxInclusive', '/Perceelnummer/maxInclusive'), 'schema'),
    defect: taking((text) => (text === '100000' ? '99999' : text)),
  },
  'rounds-decimals': {
    does: 'Rounds a number to the decimals that it may have.',
    ...violating(isOf('/Hectometernummer/fractionDigits'), 'schema'),
    defect: taking((text) => text.replace(/^(\d{1,3}\.\d)\d$/, '$1')),
  },
  'takes-the-time-of-a-date': {
    does: 'Takes a date with a time behind it, as its platform writes one.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => text.replace(/^(\d{4}-\d\d-\d\d)T00:00:00Z?$/, '$1')),
  },
  'rolls-days-over': {
    does: 'Takes 30 February for a day of March, as its calendar counts on.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => (/^\d{4}-(?:0[1-9]|1[0-2])-\d\d$/.test(text) ? rolledOver(text) : text)),
  },
  'counts-months-on': {
    does: 'Takes a thirteenth month for January of the year after, as its calendar counts on.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => (/^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])$/.test(text) ? rolledOver(text) : text)),
  },
  'takes-decimal-commas': {
    does: 'Takes a comma for the point of a number in a geometry, in the Dutch way.',
    ...violating(isOf('#GeometriePunt/pattern'), 'schema'),
    defect: taking((text) => (text.startsWith('POINT') ? text.replace(/(?<=\d),(?=\d)/g, '.') : text)),
  },
  'takes-nil-for-absent': {
    does: 'Takes an optional element without content that says xsi:nil for one that is not there, where the schema lets nothing be nil.',
    ...violating(
      isOf('/Samenvatting/attributes', '/Referentienummer/attributes', '/DatumOntvangst/attributes'),
      'schema',
    ),
    defect: reading((message) => message.replace(/<[\w:]+ [^<>]*\w+:nil="true"[^<>]*(?:\/>|><\/[\w:]+>)/g, '')),
  },
  'reads-days-first': {
    does: 'Takes a date as people in the Netherlands write it.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => text.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1')),
  },
  'reads-dates-without-hyphens': {
    does: 'Takes the basic form of a date, which ISO 8601 has too.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
  },
  'reads-dates-without-zeros': {
    does: 'Takes a month and a day of one digit.',
    ...violating(isOf('#Datum/type'), 'schema'),
    defect: taking((text) => text.replace(/^\d{4}-\d\d?-\d\d?$/, (date) => date.replace(/-(?=\d(?!\d))/g, '-0'))),
  },
  'is-a-day-off': {
    does: 'Takes tomorrow for a day that is past, since its clock is that of another time zone.',
    ...violating(isOf('#ontvangst-niet-in-toekomst', '#besluit-niet-in-toekomst'), 'rule'),
    defect: taking((text) => (text === dayAfter(today) ? today : text)),
  },
  'takes-postcodes-as-people-write-them': {
    does: 'Takes a postcode with a space between digits and letters.',
    ...violating(isOf('#postcode-vorm'), 'rule'),
    defect: taking((text) => text.replace(/^([1-9]\d{3}) ([A-Z]{2})$/, '$1$2')),
  },
  'is-a-millimetre-off': {
    does: 'Rounds coordinates to metres before it looks whether they lie in the Netherlands.',
    ...violating(isOf('#rd-bereik'), 'rule'),
    defect: taking((text) =>
      text.startsWith('POINT') ? text.replace(/-?\d+\.\d+/g, (one) => String(Math.trunc(Number(one)))) : text,
    ),
  },
} as const satisfies SeededDefects;
