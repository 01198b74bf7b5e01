import { expect, test } from 'vitest';
import { inDutch } from './in-dutch.ts';

test.each([
  [
    'contract.yaml:4: there is no table "a.csv", did you mean "b.csv"?',
    'contract.yaml:4: er is geen tabel "a.csv", bedoelt u "b.csv"?',
  ],
  [
    "/tmp/a b/x.wsdl:7: Lever can't be taken: the style is rpc, and only document is supported",
    '/tmp/a b/x.wsdl:7: Lever is niet over te nemen: de stijl is rpc, en alleen document kan',
  ],
  [
    'open: uses.content: does a:b hold one PDF? No WSDL says it; XML needs a payload',
    'open: uses.content: staat in a:b een pdf? Geen WSDL zegt het; XML heeft een payload nodig',
  ],
  [
    'uses.medium leaves Medium of x.xsd out, which takes "Staatscourant"; bind it to the role that finds Medium. Until then nothing is delivered to another machine',
    'uses.medium laat Medium van x.xsd weg, en dat neemt "Staatscourant" aan; bind het aan de rol die Medium vindt. Tot dan wordt aan een andere machine niets aangeleverd',
  ],
  [
    'a.csv:2: "gisteren" is no date; write it as YYYY-MM-DD\na.csv:3: the row has no value; add it',
    'a.csv:2: "gisteren" is geen datum; schrijf die als JJJJ-MM-DD\na.csv:3: de rij heeft geen waarde; voeg die toe',
  ],
  [
    'Today is "x {1} y", which is no day. Write it as YYYY-MM-DD.',
    'Vandaag is "x {1} y", en dat is geen dag. Schrijf die als JJJJ-MM-DD.',
  ],
  ['nobody ever said this', 'nobody ever said this'],
])('%s', (en, nl) => {
  expect(inDutch(en)).toBe(nl);
});

test.each([
  [
    'does a:InhoudZip hold a zip with akte.xml (or bijlage.xml), which inhoud.xsd describes, and beside it bijlage.xml, kaart.png, as its documentation says? That schema is a reconstruction; other names go to payload.file and payload.with',
    'staat in a:InhoudZip een zip met akte.xml (of bijlage.xml), die inhoud.xsd beschrijft, en daarnaast bijlage.xml, kaart.png, zoals de documentatie zegt? Dat schema is een reconstructie; andere namen horen bij payload.file en payload.with',
  ],
  [
    "does a:InhoudZip hold a zip with the XML that inhoud.xsd describes, and no other file; its documentation names besluit.pdf? A WSDL can't say it, and that schema is a reconstruction; further files go to payload.with",
    'staat in a:InhoudZip een zip met de XML die inhoud.xsd beschrijft, en geen ander bestand; de documentatie noemt besluit.pdf? Een WSDL kan het niet zeggen, en dat schema is een reconstructie; verdere bestanden horen bij payload.with',
  ],
])('a question about the files of a zip', (en, nl) => {
  expect(inDutch(en)).toBe(nl);
});
