import type { Bilingual } from '#contract/texts/bilingual';

/** What a message of libxml2 is about: the aspect of the constraint, the element or attribute, and the message itself. */
export interface SchemaFault {
  /** Last step of the constraint's id: `maxLength`, `minOccurs`, `content`. */
  readonly aspect: string;
  /** Name of the element, or of an attribute with its `@`. */
  readonly subject: string;
  readonly message: string;
}

/** What a constraint is about: `dossier.xsd#Dossier/Titel/maxLength[2]` is about `maxLength`. */
export const aspectOf = (constraint: string): string =>
  constraint.slice(constraint.search(/[^/#]*$/)).replace(/\[\d+\]$/, '');

/** What is wrong and how to mend it, with the bound or the expected names where libxml2 gives them. */
export const schemaText = (fault: SchemaFault): Bilingual => (texts[fault.aspect] ?? otherwise)(fault);

type Text = (fault: SchemaFault) => Bilingual;

/** libxml2 quotes the bound last: this exceeds the allowed maximum length of '255'. */
const bound = (message: string): string => {
  const [, last = ''] = /'([^']{1,40})'\)?\.?$/.exec(message) ?? [];
  return last === '' ? '' : ` (${last})`;
};

/** The names in: Expected is one of ( {ns}Titel, {ns}Rubriek ). */
const expected = (message: string): string => {
  const [, names = ''] = /Expected is (?:one of )?\(([^)]*)\)/.exec(message) ?? [];
  return names.replace(/\{[^}]*\}/g, '').trim();
};

const due = (message: string): Bilingual => {
  const names = expected(message);
  return names === '' ? { nl: '', en: '' } : { nl: ` Verwacht: ${names}.`, en: ` Expected: ${names}.` };
};

const facet = (nl: readonly [string, string], en: readonly [string, string]): Text => {
  return ({ subject, message }) => ({
    nl: `${subject} ${nl[0]}${bound(message)}. ${nl[1]}`,
    en: `${subject} ${en[0]}${bound(message)}. ${en[1]}`,
  });
};

const plain = (nl: string, en: string): Text => {
  return ({ subject, message }) => ({
    nl: `${subject} ${nl}${due(message).nl}`,
    en: `${subject} ${en}${due(message).en}`,
  });
};

const otherwise: Text = ({ subject, message }) => ({
  nl: `${subject} voldoet niet aan het schema. Verbeter het volgens de melding: ${message}`,
  en: `${subject} does not conform to the schema. Correct it as the message says: ${message}`,
});

const texts: Readonly<Record<string, Text>> = {
  maxLength: facet(['is langer dan mag', 'Kort de waarde in.'], ['is longer than allowed', 'Shorten the value.']),
  minLength: facet(['is korter dan moet', 'Vul de waarde aan.'], ['is shorter than required', 'Complete the value.']),
  length: facet(
    ['heeft niet de vereiste lengte', 'Geef precies zoveel.'],
    ['has not the required length', 'Give exactly that many.'],
  ),
  maxInclusive: facet(['is groter dan mag', 'Verlaag de waarde.'], ['is more than allowed', 'Lower the value.']),
  maxExclusive: facet(['is te groot', 'Blijf onder de grens.'], ['is too large', 'Stay below the bound.']),
  minInclusive: facet(['is kleiner dan mag', 'Verhoog de waarde.'], ['is less than allowed', 'Raise the value.']),
  minExclusive: facet(['is te klein', 'Blijf boven de grens.'], ['is too small', 'Stay above the bound.']),
  totalDigits: facet(['heeft te veel cijfers', 'Schrijf er minder.'], ['has too many digits', 'Write fewer.']),
  fractionDigits: facet(['heeft te veel decimalen', 'Rond af.'], ['has too many decimals', 'Round it.']),
  pattern: plain(
    'heeft niet de vereiste vorm. Schrijf de waarde zoals het schema voorschrijft.',
    'does not have the required form. Write the value as the schema prescribes.',
  ),
  enumeration: plain(
    'heeft een waarde die niet in de lijst staat. Kies een waarde uit de lijst, precies zo gespeld.',
    'has a value that is not in the list. Choose one of the list, spelt the same way.',
  ),
  type: plain(
    'heeft een waarde die niet van het vereiste type is. Schrijf de waarde zoals het type voorschrijft.',
    'has a value that is not of the required type. Write the value as the type prescribes.',
  ),
  fixed: facet(['heeft niet de vaste waarde', 'Neem die waarde over.'], ['has not the fixed value', 'Use that value.']),
  minOccurs: ({ subject, message }) => ({
    nl: `In of voor ${subject} ontbreekt een verplicht element. Voeg het toe.${due(message).nl}`,
    en: `A required element is missing in or before ${subject}. Add it.${due(message).en}`,
  }),
  maxOccurs: plain(
    'komt vaker voor dan mag. Laat het teveel weg.',
    'occurs more often than allowed. Leave out what is too many.',
  ),
  order: plain(
    'staat niet op de plaats die het schema voorschrijft. Zet de elementen in de volgorde van het schema.',
    'is not in the place that the schema prescribes. Put the elements in the order of the schema.',
  ),
  choice: plain(
    'heeft niet precies één van de mogelijke elementen. Kies er één.',
    'has not exactly one of the possible elements. Choose one.',
  ),
  content: plain(
    'hoort hier niet, of bevat een element dat er niet hoort. Laat het weg of verbeter de naam.',
    'does not belong here, or holds an element that does not. Leave it out or correct the name.',
  ),
  attributes: plain(
    'heeft een attribuut dat er niet hoort. Laat het weg of verbeter de naam.',
    'has an attribute that does not belong there. Leave it out or correct the name.',
  ),
  use: plain('ontbreekt. Voeg het verplichte attribuut toe.', 'is absent. Add the required attribute.'),
  text: plain(
    'bevat tekst waar alleen elementen mogen staan. Haal de tekst weg.',
    'holds text where only elements may stand. Remove the text.',
  ),
  root: plain(
    'is niet het hoofdelement dat het schema verwacht. Gebruik het juiste element.',
    'is not the root that the schema expects. Use the right element.',
  ),
};
