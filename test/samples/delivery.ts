import { strToU8, zipSync } from 'fflate';
import { escapeAttribute, escapeText } from '#xml/serialize';

/** A delivery for tests, by the fields of the contract 2020-01; a field that is undefined is left out. */
export interface Sample {
  readonly documenttype: string;
  readonly referentienummer: string | undefined;
  readonly titel: string;
  readonly uitgever: Organisation | undefined;
  readonly gezag: Organisation;
  readonly rubriek: string;
  readonly activiteiten: readonly string[];
  /** XML of each marker, with the prefix d. */
  readonly markeringen: readonly string[];
  readonly ontvangst: string | undefined;
  readonly besluit: string | undefined;
  readonly begin: string | undefined;
  readonly eind: string | undefined;
  readonly medium: string | undefined;
  readonly datum: string | undefined;
  readonly bopa: { readonly identificatie: string; readonly gml: string } | undefined;
  /** Base64 of a zip. */
  readonly inhoud: string;
}

type Organisation = readonly [kind: string, name: string];

/** An application for a permit that keeps every rule on 23 November 2026. */
const sample: Sample = {
  documenttype: 'OmgevingsvergunningAanvraag',
  referentienummer: 'Z-1',
  titel: 'Kap van een eik',
  uitgever: undefined,
  gezag: ['gemeente', 'Woerden'],
  rubriek: 'omgevingsvergunning',
  activiteiten: ['kappen'],
  markeringen: ['<d:Punt><d:Geometrie>POINT(120000 455000)</d:Geometrie></d:Punt>'],
  ontvangst: '2026-11-20',
  besluit: undefined,
  begin: undefined,
  eind: undefined,
  medium: 'Gemeenteblad',
  datum: '2026-11-25',
  bopa: undefined,
  inhoud: '',
};

/** Writes a sample as a message; without a content of its own it gets an inhoud.xml with its title. */
export const sampleMessage = (changes: Partial<Sample> = {}): Uint8Array => {
  const all = { ...sample, ...changes };
  return envelope(
    `<d:VoegDossierToeEnPubliceer xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/">` +
      `<d:Dossier>${fields(all).join('')}</d:Dossier></d:VoegDossierToeEnPubliceer>`,
  );
};

/** A message that takes a judge seconds: an area of half a million corners, whose edges all overlap each other in x. */
export const messageOfSeconds = (): Uint8Array => {
  const corners = Array.from(
    { length: 500_001 },
    (_, index) => `${String((index % 2) * 100_000)} ${String(400_000 + index)}`,
  );
  const ring = `${corners.join(',')},-1 399999,0 400000`;
  return sampleMessage({ markeringen: [`<d:Vlak><d:Geometrie>POLYGON((${ring}))</d:Geometrie></d:Vlak>`] });
};

/** Puts XML in a SOAP 1.1 envelope. */
export const envelope = (content: string): Uint8Array =>
  strToU8(`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`);

const fields = (all: Sample): readonly string[] => [
  leaf('Documenttype', all.documenttype),
  leaf('Referentienummer', all.referentienummer),
  leaf('Titel', all.titel),
  organisation('Uitgever', all.uitgever),
  organisation('BevoegdGezag', all.gezag),
  leaf('Rubriek', all.rubriek),
  leaf('Onderwerp', 'Ruimte en infrastructuur | Organisatie en beleid'),
  ...all.activiteiten.map((one) => leaf('Activiteit', one)),
  ...all.markeringen.map((one) => group('Gebiedsmarkering', one)),
  leaf('DatumOntvangst', all.ontvangst),
  leaf('DatumBesluit', all.besluit),
  group('Reactietermijn', leaf('Begindatum', all.begin) + leaf('Einddatum', all.eind)),
  group('Publicatie', leaf('Medium', all.medium) + leaf('Datum', all.datum)),
  all.bopa === undefined
    ? ''
    : group('BopaGegevens', leaf('Identificatie', all.bopa.identificatie) + leaf('Gml', base64(all.bopa.gml))),
  leaf('InhoudZip', all.inhoud === '' ? zip({ 'inhoud.xml': content(all.titel) }) : all.inhoud),
];

const leaf = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<d:${name}>${escapeText(text)}</d:${name}>`;

const group = (name: string, children: string): string => (children === '' ? '' : `<d:${name}>${children}</d:${name}>`);

const organisation = (name: string, value: Organisation | undefined): string =>
  value === undefined ? '' : `<d:${name} soort="${escapeAttribute(value[0])}">${escapeText(value[1])}</d:${name}>`;

/** An inhoud.xml with a title and one line. */
export const content = (title: string): string =>
  `<aanlevering><zakelijke-mededeling><kop><titel>${escapeText(title)}</titel></kop><zakelijke-mededeling-tekst>` +
  `<inhoud><al>Test</al></inhoud></zakelijke-mededeling-tekst></zakelijke-mededeling></aanlevering>`;

/** Base64 of text or bytes. */
export const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64');

/** Base64 of a zip with these files. */
export const zip = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  base64(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
      ),
      { mtime: new Date(2026, 0, 1) },
    ),
  );

/** A smallest PDF, as far as a header goes. */
export const pdf = '%PDF-1.7\n%%EOF\n';

interface GmlParts {
  readonly srsName?: string;
  readonly ids?: readonly [outer: string, polygon: string];
  /** Of the only polygon, its shell. */
  readonly ring?: string;
  /** In place of that: polygons, each the position lists of its rings. */
  readonly polygons?: readonly (readonly string[])[];
  /** Position lists of lines, in place of areas. */
  readonly lines?: readonly string[];
}

/** GML of a BOPA notice, one area unless said. */
export const gml = ({
  srsName = 'EPSG:28992',
  ids = ['m1', 'p1'],
  ring = square,
  polygons = [[ring]],
  lines = [],
}: GmlParts = {}): string =>
  `<b:FeatureCollectionGeometrie xmlns:b="http://www.geostandaarden.nl/basisgeometrie/1.0" xmlns:gml="http://www.opengis.net/gml/3.2">` +
  `<b:featureMember><b:Geometrie><b:id>0f8fad5b-d9cb-469f-a165-70867728950e</b:id><b:geometrie>` +
  several(
    lines.length === 0 ? 'Surface' : 'Curve',
    `gml:id="${ids[0]}"${srsName === '' ? '' : ` srsName="${srsName}"`}`,
    [
      ...(lines.length === 0 ? polygons : []).map((rings, index) => polygonIn(rings, numbered(ids[1], index))),
      ...lines.map(
        (line, index) =>
          `<gml:LineString gml:id="${numbered(ids[1], index)}"><gml:posList>${line}</gml:posList></gml:LineString>`,
      ),
    ],
  ) +
  `</b:geometrie></b:Geometrie></b:featureMember></b:FeatureCollectionGeometrie>`;

const numbered = (id: string, index: number): string => (index === 0 ? id : `${id}-${String(index)}`);

const several = (kind: 'Surface' | 'Curve', attributes: string, members: readonly string[]): string => {
  const member = `gml:${kind.toLowerCase()}Member`;
  return `<gml:Multi${kind} ${attributes}>${members.map((one) => `<${member}>${one}</${member}>`).join('')}</gml:Multi${kind}>`;
};

const polygonIn = (rings: readonly string[], id: string): string => {
  const written = rings.map((ring, index) => {
    const name = index === 0 ? 'exterior' : 'interior';
    return `<gml:${name}><gml:LinearRing><gml:posList>${ring}</gml:posList></gml:LinearRing></gml:${name}>`;
  });
  return `<gml:Polygon gml:id="${id}">${written.join('')}</gml:Polygon>`;
};

const square = '120000 455000 120010 455000 120010.5 455010.125 120000 455000';
