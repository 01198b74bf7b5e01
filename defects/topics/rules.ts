import type { Complaint } from '#endpoint/server/soap/complaint';
import { overlooking } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

const bopa = 'OmgevingsvergunningAfhandelingPlanafwijking';
const permit = 'OmgevingsvergunningAfhandeling';
const decision = 'BeschikkingAfhandeling';
const announcement = 'GAOverigeAankondigingen';

/** Does not see violations of some rules, in deliveries of one document type. */
const blindTo = (
  does: string,
  rules: readonly string[],
  { type = permit, alsoUnseen = () => false }: { type?: string; alsoUnseen?: (complaint: Complaint) => boolean } = {},
): SeededDefect => ({
  does,
  foundBy: ['rejection.refuses-rule-violation'],
  run: {
    topics: ['rejection'],
    documentTypes: [type],
    only: ({ requirement }) => requirement === 'rejection.refuses-rule-violation',
  },
  constraints: rules.map(idOf),
  defect: overlooking((one) => rules.some((rule) => one.id === idOf(rule)) || alsoUnseen(one)),
});

const idOf = (rule: string): string => `rules.sch#${rule}`;

/** The mock sees that content can't be read before it comes to the rules. */
const unreadable =
  (element: string) =>
  ({ case: kind, id, at }: Complaint): boolean =>
    kind === 'content' && id === undefined && at.includes(element);
const tooLarge = ({ case: kind }: Complaint): boolean => kind === 'size';

/** Defects of an endpoint that does not keep some rules across fields. */
export const ruleDefects = {
  'unpacks-nothing': blindTo(
    'Stores the zip as it came, and does not see whether it can be read.',
    ['inhoud-leesbaar', 'bestand-leesbaar', 'inhoud-zonder-dtd'],
    { alsoUnseen: unreadable('InhoudZip') },
  ),
  'takes-any-files': blindTo('Takes a zip with any files in it.', ['inhoud-is-inhoud-xml']),
  'takes-any-announcement': blindTo('Takes an announcement of a court without a PDF.', ['aankondiging-is-een-pdf'], {
    type: announcement,
  }),
  'has-no-limit-on-content': blindTo('Unpacks content of any size.', ['inhoud-niet-te-groot'], {
    alsoUnseen: tooLarge,
  }),
  'does-not-compare-titles': blindTo('Takes one title in the message and another in the content.', [
    'titel-gelijk-aan-kop',
  ]),
  'does-not-ask-for-activities': blindTo('Takes an omgevingsvergunning without an activity.', [
    'activiteit-bij-omgevingsvergunning',
  ]),
  'takes-activities-anywhere': blindTo('Takes an activity with any rubriek.', ['geen-activiteit-bij-andere-rubriek'], {
    type: decision,
  }),
  'does-not-ask-for-a-place': blindTo('Takes a permit without a place.', ['gebiedsmarkering-bij-vergunning']),
  'takes-any-rubriek': blindTo('Takes any rubriek with any document type.', ['rubriek-past-bij-documenttype'], {
    type: decision,
  }),
  'takes-any-authority-of-any-kind': blindTo('Takes the name of a municipality as that of a province.', [
    'bevoegd-gezag-in-lijst',
  ]),
  'takes-any-publisher-of-any-kind': blindTo('Does not look in the lists for the publisher.', ['uitgever-in-lijst']),
  'takes-any-medium': blindTo('Lets a municipality publish in the gazette of a province.', ['medium-past-bij-soort']),
  'publishes-announcements-anywhere': blindTo(
    'Publishes an announcement of a court in any medium.',
    ['aankondiging-in-staatscourant'],
    { type: announcement },
  ),
  'takes-dates-to-come': blindTo('Takes an application and a decision of tomorrow.', [
    'ontvangst-niet-in-toekomst',
    'besluit-niet-in-toekomst',
  ]),
  'takes-decisions-before-applications': blindTo('Takes a decision from before its application.', [
    'besluit-niet-voor-ontvangst',
  ]),
  'takes-places-abroad': blindTo('Takes coordinates outside the Netherlands, such as degrees.', ['rd-bereik']),
  'takes-degenerate-rings': blindTo('Takes an area of two corners.', ['ring-vier-posities']),
  'takes-open-rings': blindTo('Takes an area whose ring is open.', ['ring-gesloten']),
  'takes-crossing-rings': blindTo('Takes an area whose edge crosses itself.', ['ring-enkelvoudig']),
  'takes-rings-and-lines-as-they-come': blindTo(
    'Takes a line of one place, a hole outside its area, and areas that overlap.',
    ['lijn-twee-posities', 'gaten-in-vlak', 'vlakken-los'],
  ),
  'takes-any-postcode': blindTo('Takes a postcode of any form.', ['postcode-vorm']),
  'does-not-compare-identifications': blindTo(
    'Takes a plan deviation with the identification of another permit.',
    ['bopa-identificatie-is-referentienummer'],
    { type: bopa },
  ),
  'does-not-read-gml': blindTo(
    'Stores the GML as it came, and does not see whether it can be read.',
    ['bopa-gml-leesbaar'],
    { type: bopa, alsoUnseen: unreadable('Gml') },
  ),
  'takes-any-reference-system': blindTo('Takes GML in any reference system.', ['bopa-srsnaam'], { type: bopa }),
  'takes-any-gml-id': blindTo(
    'Takes any gml:id, be it twice.',
    ['bopa-gml-id-uniek', 'bopa-gml-id-begint-met-letter'],
    { type: bopa },
  ),
  'takes-any-positions': blindTo(
    'Takes positions of GML in any number and precision, in rings that are open.',
    ['bopa-posities-in-paren', 'bopa-drie-decimalen', 'bopa-ring-gesloten'],
    { type: bopa },
  ),
  'takes-any-shape-of-gml': blindTo(
    'Takes rings of GML that cross, lines of one place, holes outside their area, and areas that overlap.',
    ['bopa-ring-enkelvoudig', 'bopa-lijn-twee-posities', 'bopa-gaten-in-vlak', 'bopa-vlakken-los'],
    { type: bopa },
  ),
} as const satisfies SeededDefects;
