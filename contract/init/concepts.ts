import { knownMedia } from '../roles/known-media.ts';
import type { Use } from '../use.ts';
import type { PlaceKind } from './places.ts';

/** Something that a delivery can hold, and what shows that a place is for it. */
export interface Concept {
  /** The role of the shipped contract that stands for it. */
  readonly role: string;
  readonly use: Use | undefined;
  /** What it is called; the likeliest first. */
  readonly names: readonly string[];
  readonly kinds: readonly PlaceKind[];
  /** Values of which a list of it has some. */
  readonly values?: readonly string[];
}

const text: readonly PlaceKind[] = ['text'];
const word: readonly PlaceKind[] = ['text', 'list'];
const value: readonly PlaceKind[] = ['text', 'list', 'number'];
const day: readonly PlaceKind[] = ['date', 'moment'];

/** What the contract that comes with the suite knows of a delivery, from the plainest to what takes up what is left. */
export const concepts: readonly Concept[] = [
  {
    role: 'documenttype',
    use: 'documentType',
    names: [
      'documenttype',
      'documentsoort',
      'soort document',
      'type document',
      'soort kennisgeving',
      'type kennisgeving',
    ].concat([
      'kennisgeving type',
      'bericht type',
      'soort bericht',
      'publicatie type',
      'soort publicatie',
      'document type',
      'notice type',
    ]),
    kinds: word,
    values: ['OmgevingsvergunningAanvraag', 'Melding', 'BeschikkingAanvraag', 'GAOverigeAankondigingen'],
  },
  {
    role: 'inhoud',
    use: 'content',
    names: [
      'inhoud zip',
      'inhoud',
      'zip',
      'document',
      'bestand',
      'content',
      'payload',
      'file',
      'data',
      'bijlage',
      'bericht inhoud',
    ],
    kinds: ['binary'],
  },
  {
    role: 'medium',
    use: 'medium',
    names: ['medium', 'publicatieblad', 'publicatie medium', 'media', 'blad', 'gazette', 'kanaal'],
    kinds: word,
    values: knownMedia,
  },
  {
    role: 'publicatiedatum',
    use: 'publicationDate',
    names: [
      'publicatiedatum',
      'datum publicatie',
      'publicatie datum',
      'gewenste publicatiedatum',
      'publication date',
      'publish date',
    ],
    kinds: ['date', 'moment', 'text'],
  },
  {
    role: 'bevoegdGezag',
    use: 'authority',
    names: [
      'bevoegd gezag',
      'naam bevoegd gezag',
      'competent authority',
      'authority',
      'gezag',
      'bronhouder',
      'overheid',
      'organisatie',
      'organisation',
    ],
    kinds: value,
  },
  {
    role: 'uitgever',
    use: 'publisher',
    names: ['uitgever', 'publisher', 'publicerende organisatie', 'creator'],
    kinds: value,
  },
  {
    role: 'rectificeert',
    use: 'rectifies',
    names: ['rectificeert', 'rectificatie van', 'rectificatie', 'rectifies', 'corrects', 'corrigeert', 'vervangt'],
    kinds: ['text', 'number'],
  },
  {
    role: 'titel',
    use: 'title',
    names: ['titel', 'title', 'opschrift', 'kop', 'heading', 'onderwerpregel', 'subject line', 'onderwerp'],
    kinds: text,
  },
  {
    role: 'referentienummer',
    use: 'reference',
    names: [
      'referentienummer',
      'referentie',
      'zaaknummer',
      'zaak identificatie',
      'zaakkenmerk',
      'kenmerk',
      'reference',
      'zaak id',
    ].concat([
      'aanleverkenmerk',
      'berichtkenmerk',
      'extern id',
      'correlation id',
      'dossiernummer',
      'bericht id',
      'message id',
      'identificatie',
    ]),
    kinds: ['text', 'number'],
  },
  {
    role: 'samenvatting',
    use: undefined,
    names: ['samenvatting', 'abstract', 'summary', 'omschrijving', 'beschrijving'],
    kinds: text,
  },
  { role: 'rubriek', use: undefined, names: ['rubriek', 'categorie', 'category'], kinds: word },
  { role: 'onderwerp', use: undefined, names: ['onderwerp', 'subject', 'thema'], kinds: word },
  { role: 'activiteit', use: undefined, names: ['activiteit', 'activity', 'activiteiten'], kinds: word },
  { role: 'datumOntvangst', use: undefined, names: ['datum ontvangst', 'ontvangstdatum', 'date received'], kinds: day },
  { role: 'datumBesluit', use: undefined, names: ['datum besluit', 'besluitdatum', 'date of decision'], kinds: day },
  { role: 'datumVerzending', use: undefined, names: ['datum verzending', 'verzenddatum', 'date sent'], kinds: day },
];

/** The kind of a body, which stands beside its name, in it or around it. */
export const kindNames: readonly string[] = [
  'soort',
  'type',
  'kind',
  'soort organisatie',
  'organisatietype',
  'soort overheid',
  'bestuurslaag',
];

/** Names that say nothing without that of what is around them. */
export const genericNames: ReadonlySet<string> = new Set([
  ...['naam', 'name', 'waarde', 'value', 'code', 'tekst', 'text', 'inhoud', 'data', 'datum', 'date', 'string', 'id'],
  ...['omschrijving', 'label', 'content', 'identificatie', 'nummer'],
]);
