import type { Bilingual } from '../texts/bilingual.ts';
import { quoted } from '../texts/quoted.ts';
import { expectedText, meantName, namespaceText } from './expected-names.ts';
import type { SchemaFault } from './schema-fault.ts';
import { subjectOf } from './subject.ts';

type Text = (fault: SchemaFault) => Bilingual;

/** That an element stands where it may not: in another namespace, misspelt, or with what may stand there. */
const placed =
  (nl: string, en: string): Text =>
  (fault) => {
    const subject = subjectOf(fault);
    const due = expectedText(fault);
    const meant = meantName(fault);
    const byName = meant === undefined ? undefined : { nl: `Bedoelt u ${meant}?`, en: `Did you mean ${meant}?` };
    return (
      namespaceText(fault) ?? {
        nl: `${subject.nl} ${nl} ${byName?.nl ?? (due.nl === '' ? '' : `Op deze plaats hoort ${due.nl}.`)}`.trim(),
        en: `${subject.en} ${en} ${byName?.en ?? (due.en === '' ? '' : `In this place belongs ${due.en}.`)}`.trim(),
      }
    );
  };

const plain =
  (nl: string, en: string): Text =>
  (fault) => {
    const subject = subjectOf(fault);
    return { nl: `${subject.nl} ${nl}`, en: `${subject.en} ${en}` };
  };

const misplaced = placed(
  'hoort hier niet. Laat het element weg, of verbeter de naam of de plaats.',
  'does not belong here. Leave the element out, or correct its name or its place.',
);

/** An element that does not belong, and an element that holds what it may not. */
const contentText: Text = (fault) => {
  if (/^Element content is not allowed.*simple/.test(fault.message)) return noElements(fault);
  if (/^(?:Element|Character) content is not allowed/.test(fault.message)) return empty(fault);
  return misplaced(fault);
};

const noElements = plain(
  'bevat elementen, en hier mag alleen tekst staan. Haal de elementen weg.',
  'holds elements, and only text may stand here. Remove the elements.',
);

const empty = plain('moet leeg zijn. Haal weg wat erin staat.', 'must be empty. Remove what it holds.');

/** The constraint names what is missing; libxml2 names all that may stand there, and no more than ten. */
const missingText: Text = (fault) => {
  const { element, declared, message } = fault;
  const meant = meantName(fault);
  if (message.startsWith('Missing child element') && declared === element)
    return {
      nl: `${element} mist een element dat erin hoort. Voeg het toe, of laat ${element} weg.`,
      en: `${element} lacks an element that belongs in it. Add that, or leave ${element} out.`,
    };
  if (message.startsWith('Missing child element'))
    return {
      nl: `In ${element} ontbreekt ${declared}. Voeg het element toe.`,
      en: `${declared} is missing in ${element}. Add the element.`,
    };
  if (meant !== undefined) return misplaced(fault);
  return (
    namespaceText(fault) ?? {
      nl: `Voor ${element} ontbreekt ${declared}. Voeg het element toe, op deze plaats.`,
      en: `${declared} is missing before ${element}. Add the element, in this place.`,
    }
  );
};

const nilled = plain(
  'mag niet xsi:nil zijn. Laat xsi:nil weg en vul de waarde in, of laat het element weg waar dat mag.',
  'may not be xsi:nil. Leave xsi:nil out and fill in the value, or leave the element out where that is allowed.',
);

const unknownAttribute = plain(
  'hoort hier niet. Laat het weg of verbeter de naam.',
  'does not belong here. Leave it out or correct its name.',
);

const prefixedAttribute: Text = (fault) => {
  const subject = subjectOf(fault);
  const namespace = quoted(fault.attributeNamespace);
  return {
    nl: `${subject.nl} staat in de naamruimte ${namespace}, en hoort zo hier niet. Schrijf het zonder voorvoegsel, of laat het weg.`,
    en: `${subject.en} is in the namespace ${namespace}, and does not belong here like that. Write it without a prefix, or leave it out.`,
  };
};

/** Texts about elements and attributes, by the aspect of the constraint. */
export const structureTexts: Readonly<Record<string, Text>> = {
  minOccurs: missingText,
  maxOccurs: plain(
    'komt vaker voor dan mag. Laat het teveel weg.',
    'occurs more often than allowed. Leave out what is too many.',
  ),
  order: (fault) =>
    fault.message.startsWith('Missing')
      ? missingText(fault)
      : placed(
          'staat niet op zijn plaats. Zet de elementen in de volgorde van het schema.',
          'is not in its place. Put the elements in the order of the schema.',
        )(fault),
  choice: (fault) =>
    fault.message.startsWith('Missing')
      ? missingText(fault)
      : placed(
          'staat er naast een ander element waaruit gekozen moet worden. Kies er één.',
          'stands beside another element where one is to be chosen. Choose one.',
        )(fault),
  content: contentText,
  wildcard: plain(
    'is een element dat het schema niet kent. Laat het weg.',
    'is an element that the schema does not know. Leave it out.',
  ),
  attributes: (fault) => {
    if (fault.attribute === undefined) return nilled(fault);
    return fault.attributeNamespace === '' ? unknownAttribute(fault) : prefixedAttribute(fault);
  },
  prohibited: plain('hoort hier niet. Laat het weg.', 'does not belong here. Leave it out.'),
  use: plain('ontbreekt. Voeg het verplichte attribuut toe.', 'is absent. Add the required attribute.'),
  text: (fault) =>
    /empty|nilled/.test(fault.message)
      ? empty(fault)
      : plain(
          'bevat losse tekst, en hier mogen alleen elementen staan. Haal de tekst weg.',
          'holds stray text, and only elements may stand here. Remove the text.',
        )(fault),
  root: placed('is niet het hoofdelement dat het schema verwacht.', 'is not the root that the schema expects.'),
  nil: plain(
    'mag niet xsi:nil zijn, of heeft inhoud terwijl het dat is. Laat xsi:nil weg, of de inhoud.',
    'may not be xsi:nil, or has content while it is. Leave out xsi:nil, or the content.',
  ),
  abstract: plain(
    'is abstract en kan niet zelf voorkomen. Gebruik een element of type dat het vervangt.',
    'is abstract and can not stand by itself. Use an element or type that replaces it.',
  ),
  'xsi-type': plain(
    'noemt met xsi:type een type dat hier niet past. Laat xsi:type weg, of noem een afgeleid type.',
    'names a type by xsi:type that does not fit here. Leave xsi:type out, or name a derived type.',
  ),
  key: plain(
    'heeft een sleutel die ontbreekt of al voorkomt. Geef elke sleutel één keer.',
    'has a key that is absent or occurs already. Give each key once.',
  ),
  unique: plain(
    'heeft een waarde die al eerder voorkomt en uniek moet zijn. Geef een andere waarde.',
    'has a value that occurs before and must be unique. Give another value.',
  ),
  keyref: plain(
    'verwijst naar een sleutel die er niet is. Verwijs naar een bestaande.',
    'refers to a key that is not there. Refer to one that is.',
  ),
};
