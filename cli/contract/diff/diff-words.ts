import type { Difference } from '#contract/diff/contract-differences';
import type { Fact, Topic } from '#contract/diff/part';
import type { Bilingual } from '#contract/texts/bilingual';

/** What the topics of a comparison are called. */
export const topicWords: Readonly<Record<Topic, Bilingual>> = {
  folder: { nl: 'De map', en: 'The folder' },
  service: { nl: 'Dienst', en: 'Service' },
  answers: { nl: 'Antwoorden', en: 'Answers' },
  'document-types': { nl: 'Documenttypen', en: 'Document types' },
  elements: { nl: 'Elementen', en: 'Elements' },
  lists: { nl: 'Waardelijsten', en: 'Value lists' },
  roles: { nl: 'Rollen', en: 'Roles' },
  rules: { nl: 'Regels', en: 'Rules' },
  errors: { nl: 'Foutcodes', en: 'Error codes' },
};

/** What is said of a part. */
export const factWords: Readonly<Record<Fact | 'values', Bilingual>> = {
  title: { nl: 'naam', en: 'name' },
  standing: { nl: 'status', en: 'standing' },
  authority: { nl: 'bevoegd gezag volgens', en: 'competent authority according to' },
  action: { nl: 'SOAPAction', en: 'SOAPAction' },
  request: { nl: 'element van het verzoek', en: 'element of the request' },
  response: { nl: 'element van het antwoord', en: 'element of the response' },
  path: { nl: 'plaats', en: 'place' },
  value: { nl: 'waarde', en: 'value' },
  fills: { nl: 'inhoud', en: 'content' },
  bytes: { nl: 'bytes van bericht en inhoud, ten hoogste', en: 'bytes of message and content, at most' },
  label: { nl: 'omschrijving', en: 'label' },
  content: { nl: 'inhoud', en: 'content' },
  needs: { nl: 'toestemming', en: 'permission' },
  file: { nl: 'bestand in de zip', en: 'file in the zip' },
  beside: { nl: 'naam en mediatype ernaast', en: 'name and media type beside it' },
  key: { nl: 'gelijk in', en: 'equal in' },
  unless: { nl: 'behalve met', en: 'unless with' },
  of: { nl: 'geldt voor', en: 'is of' },
  ground: { nl: 'grond', en: 'ground' },
  namespace: { nl: 'namespace', en: 'namespace' },
  occurs: { nl: 'hoe vaak', en: 'how often' },
  choice: { nl: 'keuze uit', en: 'choice of' },
  order: { nl: 'volgorde', en: 'order' },
  nillable: { nl: 'mag xsi:nil zijn', en: 'may be xsi:nil' },
  type: { nl: 'type', en: 'type' },
  types: { nl: 'afgeleide types', en: 'derived types' },
  list: { nl: 'waardelijst', en: 'value list' },
  length: { nl: 'lengte', en: 'length' },
  minLength: { nl: 'kortste lengte', en: 'least length' },
  maxLength: { nl: 'langste lengte', en: 'greatest length' },
  pattern: { nl: 'patroon', en: 'pattern' },
  bounds: { nl: 'grenzen', en: 'bounds' },
  digits: { nl: 'cijfers', en: 'digits' },
  space: { nl: 'witruimte', en: 'white space' },
  fixed: { nl: 'vaste waarde', en: 'fixed value' },
  default: { nl: 'standaardwaarde', en: 'default value' },
  decoding: { nl: 'codering', en: 'encoding' },
  codes: { nl: 'codes', en: 'codes' },
  use: { nl: 'gebruik', en: 'use' },
  severity: { nl: 'zwaarte', en: 'severity' },
  test: { nl: 'toets', en: 'test' },
  text: { nl: 'tekst', en: 'text' },
  code: { nl: 'code', en: 'code' },
  date: { nl: 'datum', en: 'date' },
  values: { nl: 'waarden', en: 'values' },
};

/** What became of a part. */
export const changeWords: Readonly<Record<Difference['change'], Bilingual>> = {
  added: { nl: 'nieuw', en: 'new' },
  gone: { nl: 'vervallen', en: 'gone' },
  changed: { nl: 'veranderd', en: 'changed' },
  moved: { nl: 'verplaatst', en: 'moved' },
};

/** What became of values. */
export const valueWords = {
  added: { nl: 'nieuw', en: 'new' },
  gone: { nl: 'vervallen', en: 'gone' },
  changed: { nl: 'anders', en: 'changed' },
} satisfies Readonly<Record<string, Bilingual>>;

/** What stands where there is nothing. */
export const nothing: Bilingual = { nl: '(niets)', en: '(nothing)' };
