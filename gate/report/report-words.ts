import { number } from '#reporters/number';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Level } from '#contract/grounds/ground';
import type { Topic } from '#judgement/requirements/registry';
import type { Language } from '#reporters/texts';

/** The words of the topics, as columns. */
export const topicWords: Readonly<Record<Topic, Bilingual>> = {
  connection: { nl: 'Verbinding', en: 'Connection' },
  tls: { nl: 'TLS', en: 'TLS' },
  certificate: { nl: 'Certificaat', en: 'Certificate' },
  delivery: { nl: 'Aanlevering', en: 'Delivery' },
  rejection: { nl: 'Weigering', en: 'Refusal' },
  protocol: { nl: 'Protocol', en: 'Protocol' },
  variants: { nl: 'Schrijfwijzen', en: 'Variants' },
  redelivery: { nl: 'Opnieuw aanleveren', en: 'Re-delivery' },
  robustness: { nl: 'Robuustheid', en: 'Robustness' },
  request: { nl: 'Verzoek', en: 'Request' },
  message: { nl: 'Bericht', en: 'Message' },
  behaviour: { nl: 'Gedrag', en: 'Behaviour' },
};

/** What a failure of each level counts for. */
export const levelWords: Readonly<Record<Level, Bilingual>> = {
  MUST: { nl: 'verplicht', en: 'mandatory' },
  SHOULD: { nl: 'waarschuwing', en: 'warning' },
  REPORT: { nl: 'opmerking', en: 'remark' },
};

interface Words {
  readonly title: (phase: number, of: string | undefined) => string;
  readonly ofVendor: (vendor: string) => string;
  readonly ofEndpoint: string;
  readonly publication: (
    told: Readonly<Record<'publication' | 'documentType' | 'seenBy' | 'seenAt', string>>,
  ) => string;
  readonly unnamed: string;
  readonly reconstruction: string;
  readonly takenOver: (document: string) => string;
  readonly confirmed: string;
  readonly sums: (counts: Readonly<Record<'passed' | 'failed' | 'open', number>>) => string;
  readonly judgedHeading: string;
  readonly captions: Readonly<
    Record<'about' | 'types' | 'failures' | 'untested' | 'grounds' | 'dossiers' | 'signing', string>
  >;
  readonly rows: Readonly<Record<ReportRow, string>>;
  readonly recordedBy: Readonly<Record<'run' | 'receiver' | 'system' | 'delivery', string>>;
  readonly ownReceiver: string;
  readonly unknownEndpoint: string;
  readonly noCertificate: string;
  readonly certificate: (subject: string, oin: string | undefined, until: string) => string;
  readonly phases: Readonly<Record<1 | 2 | 3 | 4, string>>;
  readonly notReal: string;
  readonly notEnded: string;
  readonly types: string;
  readonly typeColumns: {
    readonly type: string;
    readonly received: string;
    readonly accepted: string;
    readonly there: string;
  };
  readonly noType: string;
  readonly whole: string;
  readonly cell: { readonly passed: string; readonly failed: string; readonly open: string; readonly none: string };
  readonly failedHeading: string;
  readonly noneFailed: string;
  readonly failedColumns: readonly [string, string, string, string];
  readonly openHeading: string;
  readonly noneOpen: string;
  readonly openColumns: readonly [string, string];
  readonly openMore: (count: string) => string;
  readonly toShow: string;
  readonly groundsHeading: string;
  readonly groundColumns: readonly [string, string];
  readonly dossiersHeading: string;
  readonly noDossiers: string;
  readonly dossierColumns: readonly [string, string, string];
  readonly dossiersMore: (count: string) => string;
  readonly repeatHeading: string;
  readonly repeat: string;
  readonly digest: string;
  readonly unprovable: (count: string) => string;
  readonly signHeading: string;
  readonly signNote: string;
  readonly signRows: readonly string[];
}

type ReportRow =
  | 'vendor'
  | 'product'
  | 'phase'
  | 'how'
  | 'endpoint'
  | 'broker'
  | 'publications'
  | 'period'
  | 'contract'
  | 'certificate'
  | 'suite'
  | 'made';

const nl: Words = {
  title: (phase, of) => `Toetsverslag fase ${String(phase)}${of === undefined ? '' : `: ${of}`}`,
  ofVendor: (vendor) => `Beoordeeld: het systeem van ${vendor}`,
  ofEndpoint: 'Beoordeeld: het endpoint; dit zegt niets over een leverancier',
  publication: ({ publication, documentType, seenBy, seenAt }) =>
    `${publication} (${documentType === '' ? 'geen documenttype' : documentType}), gezien door ${seenBy} op ${seenAt}`,
  unnamed: 'een leverancier die zich niet bekendmaakt',
  reconstruction:
    'Voorlopig: het koppelvlak is een reconstructie uit openbare bronnen. KOOP heeft haar niet bevestigd; eisen die daarop rusten, kunnen anders blijken.',
  takenOver: (document) => `Overgenomen uit ${document}; niet door KOOP bevestigd.`,
  confirmed: 'Het contract waarmee beoordeeld is, is door KOOP bevestigd.',
  sums: ({ passed, failed, open }) =>
    `In orde: ${number(passed, 'nl')} ${passed === 1 ? 'controle' : 'controles'}. Niet in orde: ${number(failed, 'nl')}. Niet beslist: ${number(open, 'nl')}.`,
  judgedHeading: 'Wat beoordeeld is',
  captions: {
    about: 'Gegevens van het onderzoek',
    types: 'Aantallen controles per documenttype en onderwerp',
    failures: 'Eisen waaraan niet is voldaan',
    untested: 'Eisen waarover niets beslist is',
    grounds: 'Aantallen controles per grond',
    dossiers: 'Dossiernummers, op te zoeken in het ETO',
    signing: 'In te vullen',
  },
  rows: {
    vendor: 'Leverancier',
    product: 'Product en versie',
    phase: 'Fase',
    how: 'Hoe dit is vastgelegd',
    endpoint: 'Endpoint dat antwoordde',
    broker: 'Via',
    publications: 'Publicaties, door de leverancier vastgelegd',
    period: 'Van en tot',
    contract: 'Contract',
    certificate: 'Clientcertificaat',
    suite: '3pas-conformance',
    made: 'Verslag gemaakt op',
  },
  recordedBy: {
    run: 'de suite stuurde zelf berichten naar het endpoint (3pas run)',
    receiver: 'het systeem leverde aan bij de ontvanger van deze suite (3pas listen)',
    system: 'het systeem heeft zijn eigen verkeer bewaard, en dat is ingelezen (3pas import)',
    delivery: 'de suite stuurde een bestand van de leverancier (3pas deliver)',
  },
  unknownEndpoint: 'niet vastgelegd',
  ownReceiver: 'de ontvanger van deze suite; geen endpoint van KOOP',
  noCertificate: 'geen gezien',
  certificate: (subject, oin, until) => `${subject}; OIN ${oin ?? 'ontbreekt'}; geldig tot en met ${until}`,
  phases: {
    1: '1: PoC-endpoint op het externe testendpoint (ETO), met gebruikersnaam',
    2: '2: TST-Aansluit op het ETO, met een certificaat van KOOP',
    3: '3: TST-Aansluit op het ETO, met het eigen PKIoverheid-certificaat',
    4: '4: productie',
  },
  notReal: 'Er is met een andere datum gewerkt dan die van de dag zelf.',
  notEnded: 'Er is gestopt voordat alles gedaan was.',
  types: 'Documenttypen en onderwerpen',
  typeColumns: {
    type: 'Documenttype',
    received: 'Aangeleverd',
    accepted: 'Aangenomen',
    there: 'Door een endpoint aangenomen',
  },
  noType: 'zonder herkenbaar documenttype',
  whole: 'voor alle documenttypen samen',
  cell: { passed: 'in orde', failed: 'niet in orde', open: 'niet beslist', none: 'n.v.t.' },
  failedHeading: 'Niet in orde',
  noneFailed: 'Niets van wat beoordeeld is, voldoet niet.',
  failedColumns: ['Eis', 'Telt als', 'Waar', 'Wat er gezien is'],
  openHeading: 'Niet getoetst, en waarom',
  noneOpen: 'Alles wat van toepassing is, is getoetst.',
  openColumns: ['Eis', 'Waarom niet'],
  openMore: (count) => `… en nog ${count}; results.ndjson in het pakket noemt ze alle.`,
  toShow: 'Opgegeven in vendor.yaml, en niet gezien: ',
  groundsHeading: 'Waarop de eisen rusten',
  groundColumns: ['Grond', 'Controles die beslist zijn'],
  dossiersHeading: 'Dossiers die een endpoint heeft aangenomen',
  noDossiers: 'Er is geen aanlevering door een endpoint van KOOP aangenomen.',
  dossierColumns: ['Dossiernummer', 'Documenttype', 'Endpoint'],
  dossiersMore: (count) => `… en nog ${count}; opruimlijst.csv in het pakket noemt ze alle.`,
  repeatHeading: 'Zelf nagaan',
  repeat:
    'Met npx 3pas verify bundle.zip gaat u na dat het pakket niet gewijzigd is, en worden alle oordelen opnieuw gemaakt uit de bewaarde bytes.',
  digest: 'SHA-256 van het journaal',
  unprovable: (count) => `${count} oordelen zijn met de bewaarde bytes niet opnieuw te maken.`,
  signHeading: 'Gezien en besloten',
  signNote:
    'In te vullen door wie over de aansluiting gaat. Dit verslag is een weergave van wat getoetst is, geen fase-akkoord.',
  signRows: ['Naam', 'Functie', 'Datum', 'Akkoord voor documenttypen', 'Voorwaarden', 'Handtekening'],
};

const en: Words = {
  title: (phase, of) => `Test report of phase ${String(phase)}${of === undefined ? '' : `: ${of}`}`,
  ofVendor: (vendor) => `Judged: the system of ${vendor}`,
  ofEndpoint: 'Judged: the endpoint; this says nothing about a vendor',
  publication: ({ publication, documentType, seenBy, seenAt }) =>
    `${publication} (${documentType === '' ? 'no document type' : documentType}), seen by ${seenBy} at ${seenAt}`,
  unnamed: 'a vendor that does not say who it is',
  reconstruction:
    'Provisional: the interface is a reconstruction from public sources. KOOP did not confirm it; requirements that rest on it may prove to be otherwise.',
  takenOver: (document) => `Taken over from ${document}; not confirmed by KOOP.`,
  confirmed: 'The contract that was judged by is confirmed by KOOP.',
  sums: ({ passed, failed, open }) =>
    `In order: ${number(passed, 'en')} ${passed === 1 ? 'check' : 'checks'}. Not in order: ${number(failed, 'en')}. Undecided: ${number(open, 'en')}.`,
  judgedHeading: 'What was judged',
  captions: {
    about: 'Facts of the test',
    types: 'Numbers of checks for each document type and topic',
    failures: 'Requirements that were not met',
    untested: 'Requirements that nothing was decided of',
    grounds: 'Numbers of checks for each ground',
    dossiers: 'Dossier numbers, to be looked up in the ETO',
    signing: 'To be filled in',
  },
  rows: {
    vendor: 'Vendor',
    product: 'Product and version',
    phase: 'Phase',
    how: 'How this was recorded',
    endpoint: 'Endpoint that answered',
    broker: 'Through',
    publications: 'Publications, as the vendor recorded them',
    period: 'From and until',
    contract: 'Contract',
    certificate: 'Client certificate',
    suite: '3pas-conformance',
    made: 'Report made on',
  },
  recordedBy: {
    run: 'the suite itself sent messages to the endpoint (3pas run)',
    receiver: 'the system delivered to the receiver of this suite (3pas listen)',
    system: 'the system kept its own traffic, which was read in (3pas import)',
    delivery: 'the suite sent a file of the vendor (3pas deliver)',
  },
  unknownEndpoint: 'not recorded',
  ownReceiver: 'the receiver of this suite; no endpoint of KOOP',
  noCertificate: 'none seen',
  certificate: (subject, oin, until) => `${subject}; OIN ${oin ?? 'missing'}; valid until ${until}`,
  phases: {
    1: '1: PoC endpoint on the external test environment (ETO), with a username',
    2: '2: TST-Aansluit on the ETO, with a certificate of KOOP',
    3: '3: TST-Aansluit on the ETO, with the own PKIoverheid certificate',
    4: '4: production',
  },
  notReal: 'Another date was taken than that of the day itself.',
  notEnded: 'It was stopped before all was done.',
  types: 'Document types and topics',
  typeColumns: {
    type: 'Document type',
    received: 'Delivered',
    accepted: 'Accepted',
    there: 'Accepted by an endpoint',
  },
  noType: 'without a known document type',
  whole: 'for all document types together',
  cell: { passed: 'in order', failed: 'not in order', open: 'undecided', none: 'n/a' },
  failedHeading: 'Not in order',
  noneFailed: 'Nothing of what was judged failed.',
  failedColumns: ['Requirement', 'Counts as', 'Where', 'What was seen'],
  openHeading: 'Not tested, and why',
  noneOpen: 'All that applies was tested.',
  openColumns: ['Requirement', 'Why not'],
  openMore: (count) => `… and ${count} more; results.ndjson in the package names them all.`,
  toShow: 'Declared in vendor.yaml, and not seen: ',
  groundsHeading: 'What the requirements rest on',
  groundColumns: ['Ground', 'Checks that were decided'],
  dossiersHeading: 'Dossiers that an endpoint accepted',
  noDossiers: 'No delivery was accepted by an endpoint of KOOP.',
  dossierColumns: ['Dossier number', 'Document type', 'Endpoint'],
  dossiersMore: (count) => `… and ${count} more; opruimlijst.csv in the package names them all.`,
  repeatHeading: 'See for yourself',
  repeat:
    'npx 3pas verify bundle.zip shows that the package is unaltered, and makes all judgements once more from the bytes that were kept.',
  digest: 'SHA-256 of the journal',
  unprovable: (count) => `${count} judgements can't be made again from the bytes that were kept.`,
  signHeading: 'Seen and decided',
  signNote: 'To be filled in by who decides on the connection. This report shows what was tested, and is no approval.',
  signRows: ['Name', 'Function', 'Date', 'Approved for document types', 'Conditions', 'Signature'],
};

/** The words of a test report. */
export const reportWords: Readonly<Record<Language, Words>> = { nl, en };
