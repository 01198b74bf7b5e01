import type { Html } from '#pages/markup';
import { breakable, note, paragraph } from '#pages/controls';
import { markup } from '#pages/markup';
import { writePage } from '#pages/page';
import { demandedChoice, remarkField, savedForm, savedItem, textField } from '#pages/saved-form';
import type { ShownValue } from '../facts/gate-facts.ts';
import type { Labels } from '../text/decision-text.ts';
import type { Observations } from './observations.ts';

type Sample = Observations['sample'];

/** How a sample is shown. */
export interface ShownSample {
  readonly labels: Labels;
  readonly language: 'nl' | 'en';
  /** What was delivered of each dossier, by its number. */
  readonly delivered: ReadonlyMap<string, readonly ShownValue[]>;
}

/** The page on which a person notes what is seen of each dossier of a sample, and saves that as a file. */
export const samplePage = (sample: Sample, { labels, language, delivered }: ShownSample): string => {
  const said = words[language];
  const { vendor, phase } = sample;
  const form = savedForm({
    record: { type: 'observations', version: 1, sample },
    items: 'observations',
    file: 'waarnemingen.json',
    ...{ submit: said.save, saved: said.saved },
    content: [
      ...sample.dossiers.map((dossier, index) => itemOf(dossier, { index, labels, said, delivered })),
      textField({ id: 'by', name: 'by', label: said.by }, 'name'),
      textField({ id: 'date', name: 'date', label: said.date }, 'date'),
    ],
  });
  const content = markup`${paragraph(said.intro(vendor, String(phase)))}
<ul class="utrecht-unordered-list">${said.look.map((one) => markup`<li>${one}</li>`)}</ul>
${note(said.local)}<noscript>${paragraph(said.noScript)}</noscript>${form}`;
  return writePage({ language, title: said.title, content, saves: true }).text;
};

type Words = (typeof words)['nl' | 'en'];

interface Item {
  readonly index: number;
  readonly labels: Labels;
  readonly said: Words;
  readonly delivered: ShownSample['delivered'];
}

const itemOf = (
  { number, documentType, marks }: Sample['dossiers'][number],
  { index, labels, said, delivered }: Item,
): Html =>
  savedItem(number, said.dossier(number), [
    paragraph([labels.get(documentType) ?? documentType, ...marks].join(' · ')),
    ...[delivered.get(number) ?? []].flatMap((values) => (values.length === 0 ? [] : [deliveredList(values, said)])),
    demandedChoice({ id: `found-${String(index)}`, name: 'found', label: said.found }, [
      { value: 'klopt', text: said.right },
      { value: 'wijkt af', text: said.differs },
    ]),
    remarkField({ id: `remark-${String(index)}`, name: 'remark', label: said.remark }),
  ]);

const deliveredList = (values: readonly ShownValue[], said: Words): Html =>
  markup`${paragraph(said.delivered)}<ul class="utrecht-unordered-list">${values.map(({ name, value }) => markup`<li>${name}: ${breakable(value)}</li>`)}</ul>`;

const words = {
  nl: {
    title: 'Waarnemingen bij een steekproef',
    intro: (vendor: string, phase: string) =>
      `Zoek elk dossier op in de webpagina van het endpoint en noteer wat u ziet. Leverancier: ${vendor}; fase ${phase}.`,
    look: [
      'Het dossier is er, onder dit nummer, en het is van deze leverancier.',
      'Documenttype, titel, bevoegd gezag en data zijn die van de kennisgeving, zoals hieronder bij het dossier.',
      'De tekst is heel, en leesbaar: ook letters met accenten.',
      'Het gebied ligt op de kaart waar het hoort: bij het dossier staan adres, midden en omvang (in de coördinaten van de aanlevering, meestal RD in meters).',
    ],
    local: 'Wat u invult, blijft op deze computer, tot u het bewaart en zelf doorgeeft.',
    noScript: 'Deze pagina bewaart met een script; zet scripts aan, of noteer de waarnemingen op papier.',
    dossier: (number: string) => `Dossier ${number}`,
    delivered: 'Zo is het aangeleverd:',
    found: 'Wat ziet u?',
    right: 'klopt',
    differs: 'wijkt af',
    remark: 'Opmerking',
    by: 'Uw naam',
    date: 'Datum',
    save: 'Bewaar de waarnemingen',
    saved: 'Bewaard als waarnemingen.json.',
  },
  en: {
    title: 'Observations of a sample',
    intro: (vendor: string, phase: string) =>
      `Look each dossier up in the web page of the endpoint, and note what you see. Vendor: ${vendor}; phase ${phase}.`,
    look: [
      'The dossier is there, under this number, and is of this vendor.',
      'Document type, title, authority and dates are those of the notice, as below at the dossier.',
      'The text is whole and can be read, letters with accents included.',
      'The area is where it belongs on the map: address, middle and size stand with the dossier (in the coordinates of the delivery, mostly RD in metres).',
    ],
    local: 'What you fill in stays on this computer until you save it and hand it on yourself.',
    noScript: 'This page saves with a script; allow scripts, or note the observations on paper.',
    dossier: (number: string) => `Dossier ${number}`,
    delivered: 'As it was delivered:',
    found: 'What do you see?',
    right: 'right (klopt)',
    differs: 'differs (wijkt af)',
    remark: 'Remark',
    by: 'Your name',
    date: 'Date',
    save: 'Save the observations',
    saved: 'Saved as waarnemingen.json.',
  },
} as const;
