import { Schema } from 'node-schematron';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { compileXPath, nodesOf } from '#xml/xpath';
import { withDocument } from '#xml/document';
import type { JudgementContext } from './finding.ts';
import { createOracle } from './oracle.ts';
import { base64, content, gml, pdf, type Sample, sampleMessage, zip } from '../test/samples/delivery.ts';
import { viewOf } from '../test/samples/view-of.ts';

const contract = readContract('contract/2020-01');
const oracle = createOracle(contract);
const schematron = Schema.fromString(Buffer.from(contract.files.get(contract.schemas.rules) ?? []).toString());
const today: JudgementContext = { today: '2026-11-23', oin: undefined, mandates: undefined };

interface Pair {
  readonly breaks: Partial<Sample>;
  readonly keeps: Partial<Sample>;
  readonly context?: JudgementContext;
}

const aankondiging: Partial<Sample> = {
  documenttype: 'GAOverigeAankondigingen',
  gezag: ['openbaar lichaam voor bedrijf en beroep', 'Koninklijke Beroepsorganisatie van Gerechtsdeurwaarders'],
  rubriek: 'overige overheidsinformatie',
  activiteiten: [],
  markeringen: [],
  medium: 'Staatscourant',
  inhoud: zip({ 'aankondiging.pdf': pdf }),
};
const beschikking: Partial<Sample> = {
  documenttype: 'BeschikkingAfhandeling',
  rubriek: 'andere beschikking',
  activiteiten: [],
};
const vlak = (rings: string): Partial<Sample> => ({
  markeringen: [`<d:Vlak><d:Geometrie>POLYGON(${rings})</d:Geometrie></d:Vlak>`],
});
const square = '(120000 455000,120010 455000,120010 455010,120000 455010,120000 455000)';
const area = square.replace(/[()]/g, '').replaceAll(',', ' ');
const multi = (ring: string): string =>
  `<d:Vlak><d:Geometrie>MULTIPOLYGON((${square}),(${ring}))</d:Geometrie></d:Vlak>`;
const lijn = (line: string): Partial<Sample> => ({
  markeringen: [`<d:Lijn><d:Geometrie>${line}</d:Geometrie></d:Lijn>`],
});
const punt = (x: string, y: string): Partial<Sample> => ({
  markeringen: [`<d:Punt><d:Geometrie>POINT(${x} ${y})</d:Geometrie></d:Punt>`],
});
const adres = (postcode: string): Partial<Sample> => ({
  markeringen: [
    `<d:Adres><d:Straatnaam>Hogeweg</d:Straatnaam><d:Huisnummer>15</d:Huisnummer><d:Postcode>${postcode}</d:Postcode><d:Woonplaats>Yerseke</d:Woonplaats></d:Adres>`,
  ],
});
const bopa = (parts: Parameters<typeof gml>[0] = {}): Partial<Sample> => ({
  bopa: { identificatie: 'Z-1', gml: gml(parts) },
});
const locked = Buffer.from(zip({ 'inhoud.xml': content('Kap van een eik') }), 'base64');
locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002') + 8);
const gezag = (kind: string, name: string): Partial<Sample> => ({ gezag: [kind, name] });
const mandated = (kind: string, name: string): JudgementContext => ({ ...today, mandates: [{ kind, name }] });

const pairs: Readonly<Record<string, Pair>> = {
  'inhoud-leesbaar': { breaks: { inhoud: base64('no zip') }, keeps: {} },
  'inhoud-is-inhoud-xml': {
    breaks: { inhoud: zip({ 'inhoud.xml': content('Kap van een eik'), 'lees.txt': 'x' }) },
    keeps: { inhoud: zip({ 'inhoud.xml': content('Kap van een eik') }) },
  },
  'aankondiging-is-een-pdf': {
    breaks: { ...aankondiging, inhoud: zip({ 'een.pdf': pdf, 'twee.pdf': pdf }) },
    keeps: aankondiging,
  },
  'bestand-leesbaar': { breaks: { inhoud: base64(locked) }, keeps: {} },
  'inhoud-niet-te-groot': {
    breaks: {
      inhoud: zip(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${String(index)}.txt`, 'x']))),
    },
    keeps: {},
  },
  'inhoud-zonder-dtd': {
    breaks: { inhoud: zip({ 'inhoud.xml': `<!DOCTYPE aanlevering>${content('Kap van een eik')}` }) },
    keeps: {},
  },
  'titel-gelijk-aan-kop': {
    breaks: { inhoud: zip({ 'inhoud.xml': content('Kap van een els') }) },
    keeps: { inhoud: zip({ 'inhoud.xml': content('\n  Kap van  een eik ') }) },
  },
  'referentienummer-aanwezig': { breaks: { referentienummer: undefined }, keeps: {} },
  'activiteit-bij-omgevingsvergunning': { breaks: { activiteiten: [] }, keeps: { activiteiten: ['bouwen', 'kappen'] } },
  'geen-activiteit-bij-andere-rubriek': { breaks: { ...beschikking, activiteiten: ['milieu'] }, keeps: beschikking },
  'gebiedsmarkering-bij-vergunning': { breaks: { ...beschikking, markeringen: [] }, keeps: beschikking },
  'rubriek-past-bij-documenttype': {
    breaks: { ...beschikking, rubriek: 'andere melding' },
    keeps: { ...beschikking, documenttype: 'Melding', rubriek: 'andere melding', markeringen: [] },
  },
  'bevoegd-gezag-in-lijst': {
    breaks: { ...gezag('waterschap', 'Woerden'), medium: 'Waterschapsblad' },
    keeps: gezag('gemeente', "'s-Gravenhage"),
  },
  'bevoegd-gezag-gemachtigd': {
    breaks: {},
    keeps: gezag('gemeente', 'Utrecht'),
    context: mandated('gemeente', 'Utrecht'),
  },
  'uitgever-in-lijst': {
    breaks: { uitgever: ['provincie', 'Woerden'] },
    keeps: { uitgever: ['provincie', 'Utrecht'] },
  },
  'medium-past-bij-soort': { breaks: { medium: 'Provinciaal blad' }, keeps: { medium: 'Staatscourant' } },
  'aankondiging-in-staatscourant': {
    breaks: { ...aankondiging, ...gezag('gemeente', 'Woerden'), medium: 'Gemeenteblad' },
    keeps: { ...aankondiging, ...gezag('gemeente', 'Woerden') },
  },
  'reactietermijn-einde-niet-voor-begin': {
    breaks: { begin: '2026-11-24', eind: '2026-11-23' },
    keeps: { ...beschikking, documenttype: 'BeschikkingAanvraag', begin: '2026-11-24', eind: '2026-11-24' },
  },
  'reactietermijn-zes-weken': {
    breaks: { begin: '2026-11-24', eind: '2027-01-03' },
    keeps: { begin: '2026-11-24', eind: '2027-01-04' },
  },
  'publicatiedatum-is-werkdag': { breaks: { datum: '2026-12-25' }, keeps: { datum: '2026-12-24' } },
  'publicatiedatum-niet-verleden': { breaks: { datum: '2026-11-20' }, keeps: { datum: '2026-11-23' } },
  'publicatiedatum-met-medium': { breaks: { medium: undefined }, keeps: {} },
  'ontvangst-niet-in-toekomst': { breaks: { ontvangst: '2026-11-24' }, keeps: { ontvangst: '2026-11-23' } },
  'besluit-niet-in-toekomst': { breaks: { besluit: '2026-11-24' }, keeps: { besluit: '2026-11-23' } },
  'besluit-niet-voor-ontvangst': { breaks: { besluit: '2026-11-19' }, keeps: { besluit: '2026-11-20' } },
  'rd-bereik': { breaks: punt('120000', '288999.9'), keeps: punt('-7000', '629000') },
  'ring-vier-posities': {
    breaks: vlak('(120000 455000,120010 455000,120000 455000)'),
    keeps: vlak('(120000 455000,120010 455000,120010 455010,120000 455000)'),
  },
  'ring-gesloten': {
    breaks: vlak('(120000 455000,120010 455000,120010 455010,120000 455001)'),
    keeps: vlak('(120000 455000,120010 455000,120010 455010,120000.0 455000.00)'),
  },
  'ring-enkelvoudig': {
    breaks: vlak('(120000 455000,120010 455010,120010 455000,120000 455010,120000 455000)'),
    keeps: vlak(
      '(120000 455000,120010 455000,120010 455010,120000 455010,120000 455000),(120002 455002,120004 455002,120004 455004,120002 455002)',
    ),
  },
  'lijn-twee-posities': {
    breaks: lijn('LINESTRING(120000 455000,120000.0 455000)'),
    keeps: lijn('LINESTRING(120000 455000,120000.001 455000)'),
  },
  'gaten-in-vlak': {
    breaks: vlak(`${square},(120200 455002,120204 455002,120204 455004,120200 455002)`),
    keeps: vlak(`${square},(120000 455002,120004 455002,120004 455004,120000 455002)`),
  },
  'vlakken-los': {
    breaks: { markeringen: [multi('(120010 455000,120020 455000,120010 455010,120010 455000)')] },
    keeps: { markeringen: [multi('(120010 455000,120020 455000,120020 455010,120010 455000)')] },
  },
  'postcode-vorm': { breaks: adres('4401 BT'), keeps: adres('4401BT') },
  'bopa-identificatie-is-referentienummer': {
    breaks: { bopa: { identificatie: 'Z-2', gml: gml() } },
    keeps: bopa(),
  },
  'bopa-gml-leesbaar': { breaks: { bopa: { identificatie: 'Z-1', gml: '<b' } }, keeps: bopa() },
  'bopa-srsnaam': { breaks: bopa({ srsName: 'EPSG:4326' }), keeps: bopa({ srsName: 'urn:ogc:def:crs:EPSG::28992' }) },
  'bopa-gml-id-uniek': { breaks: bopa({ ids: ['a', 'a'] }), keeps: bopa({ ids: ['a', 'b'] }) },
  'bopa-gml-id-begint-met-letter': { breaks: bopa({ ids: ['_a', 'b'] }), keeps: bopa({ ids: ['é', 'b_'] }) },
  'bopa-posities-in-paren': {
    breaks: bopa({ ring: '120000 455000 120010 455000 120010 455010 120000 455000 120000' }),
    keeps: bopa(),
  },
  'bopa-drie-decimalen': {
    breaks: bopa({ ring: '120000.1234 455000 120010 455000 120010 455010 120000.1234 455000' }),
    keeps: bopa({ ring: '120000.123 455000 120010 455000 120010 455010 120000.123 455000' }),
  },
  'bopa-ring-gesloten': {
    breaks: bopa({ ring: '120000 455000 120010 455000 120010 455010 120000 455001' }),
    keeps: bopa(),
  },
  'bopa-ring-enkelvoudig': {
    breaks: bopa({ ring: '120000 455000 120010 455010 120010 455000 120000 455010 120000 455000' }),
    keeps: bopa(),
  },
  'bopa-lijn-twee-posities': {
    breaks: bopa({ lines: ['120000 455000 120000.0 455000'] }),
    keeps: bopa({ lines: ['120000 455000 120000.001 455000'] }),
  },
  'bopa-gaten-in-vlak': {
    breaks: bopa({ polygons: [[area, '120200 455002 120204 455002 120204 455004 120200 455002']] }),
    keeps: bopa({ polygons: [[area, '120000 455002 120004 455002 120004 455004 120000 455002']] }),
  },
  'bopa-vlakken-los': {
    breaks: bopa({ polygons: [[area], ['120010 455000 120020 455000 120010 455010 120010 455000']] }),
    keeps: bopa({ polygons: [[area], ['120010 455000 120020 455000 120020 455010 120010 455000']] }),
  },
};

const constraintsIn = (message: Uint8Array, context: JudgementContext): readonly string[] => {
  const opinion = oracle.judge(message, context);
  return opinion.verdict === 'unjudgeable' ? [opinion.reason.en] : opinion.findings.map(({ constraint }) => constraint);
};

const bySchematron = (message: Uint8Array, context: JudgementContext): readonly string[] =>
  schematron.validateString(viewOf(contract, message, context)).map(({ assertId }) => `rules.sch#${String(assertId)}`);

const looksAt = (rule: string, view: string): number => {
  const context = contract.rules.find(({ id }) => id === rule)?.context ?? '/..';
  const xpath = compileXPath(context, contract.ruleNamespaces);
  return withDocument(Buffer.from(view), ({ root }) => nodesOf(xpath.evaluate(root)).length);
};

test('every rule has a delivery that breaks it and one that keeps it', () => {
  expect(Object.keys(pairs).toSorted()).toEqual(contract.rules.map(({ id }) => id).toSorted());
});

test('the sample keeps every rule', () => {
  expect(oracle.judge(sampleMessage(), today)).toMatchObject({ verdict: 'valid', findings: [] });
});

test('a delivery that breaks a warning only is valid, and the warning is told', () => {
  const opinion = oracle.judge(sampleMessage({ referentienummer: undefined }), today);

  expect(opinion).toMatchObject({ verdict: 'valid', findings: [{ severity: 'warning', ground: 'inferred' }] });
});

test.each(['4401bt', '0401BT', '4401B', '4401BTX', '44O1BT', '44011T', 'ÀÀÀÀBT', '4401ÉT'])(
  'the postcode %s is refused',
  (postcode) => {
    expect(constraintsIn(sampleMessage(adres(postcode)), today)).toEqual(['rules.sch#postcode-vorm']);
  },
);

describe.each(Object.entries(pairs))('%s', (rule, { breaks, keeps, context = today }) => {
  test('is broken, and nothing else is, by both engines', () => {
    const message = sampleMessage(breaks);

    expect(constraintsIn(message, context)).toEqual([`rules.sch#${rule}`]);
    expect(bySchematron(message, context)).toEqual([`rules.sch#${rule}`]);
  });

  test('is kept by a delivery that it looks at, by both engines', () => {
    const message = sampleMessage(keeps);

    expect(constraintsIn(message, context)).toEqual([]);
    expect(bySchematron(message, context)).toEqual([]);
    expect(looksAt(rule, viewOf(contract, message, context))).toBeGreaterThan(0);
  });
});

test.each([
  ['-7000', '289000', true],
  ['300000', '629000', true],
  ['-7000.001', '289000', false],
  ['300000.001', '629000', false],
  ['-7000', '288999.999', false],
  ['300000', '629000.001', false],
  ['455000', '120000', false],
])('RD %s %s lies inside the Netherlands: %s', (x, y, inside) => {
  expect(constraintsIn(sampleMessage(punt(x, y)), today)).toEqual(inside ? [] : ['rules.sch#rd-bereik']);
});

const bodies: Readonly<Record<string, string>> = {
  gemeente: 'Woerden',
  provincie: 'Utrecht',
  waterschap: 'Rivierenland',
  'regionaal samenwerkingsorgaan': 'Noord-Veluws Archief',
  'openbaar lichaam voor bedrijf en beroep': 'Koninklijke Beroepsorganisatie van Gerechtsdeurwaarders',
};
const gazettes: Readonly<Record<string, string>> = {
  gemeente: 'Gemeenteblad',
  provincie: 'Provinciaal blad',
  waterschap: 'Waterschapsblad',
  'regionaal samenwerkingsorgaan': 'Blad gemeenschappelijke regeling',
};

test.each(Object.entries(bodies))('a %s publishes in its own gazette and the Staatscourant only', (kind, name) => {
  for (const medium of [...Object.values(gazettes), 'Staatscourant']) {
    const fits = medium === 'Staatscourant' || medium === gazettes[kind];

    expect(constraintsIn(sampleMessage({ ...gezag(kind, name), medium }), today)).toEqual(
      fits ? [] : ['rules.sch#medium-past-bij-soort'],
    );
  }
});

const permits = [
  'andere vergunning',
  'andere beschikking',
  'evenementenvergunning',
  'exploitatievergunning',
  'vergunning voor activiteiten op of in oppervlaktewater',
];
const rubrics: Readonly<Record<string, readonly string[]>> = {
  OmgevingsvergunningAanvraag: ['omgevingsvergunning'],
  OmgevingsvergunningAfhandeling: ['omgevingsvergunning'],
  OmgevingsvergunningAfhandelingPlanafwijking: ['omgevingsvergunning'],
  BeschikkingAanvraag: permits,
  BeschikkingAfhandeling: permits,
  Melding: ['andere melding', 'omgevingsmelding', 'evenementmelding'],
  GAOverigeAankondigingen: ['overige overheidsinformatie'],
};

test.each(Object.entries(rubrics))('%s takes its own rubrics of the whole list only', (documenttype, allowed) => {
  const content = documenttype === 'GAOverigeAankondigingen' ? aankondiging : {};
  const list = contract.codeLists.get('codelists.xsd#Rubriek') ?? [];
  expect(list).toEqual(expect.arrayContaining([...allowed]));
  for (const rubriek of list) {
    const activiteiten = rubriek === 'omgevingsvergunning' ? ['kappen'] : [];
    const found = constraintsIn(sampleMessage({ ...content, documenttype, rubriek, activiteiten }), today);

    expect(found).toEqual(allowed.includes(rubriek) ? [] : ['rules.sch#rubriek-past-bij-documenttype']);
  }
});

test('a marker is asked of permits and decisions, and not of the other types', () => {
  const asked = Object.entries(rubrics).filter(([documenttype, [rubriek = '']]) => {
    const content = documenttype === 'GAOverigeAankondigingen' ? aankondiging : {};
    const activiteiten = rubriek === 'omgevingsvergunning' ? ['kappen'] : [];
    const message = sampleMessage({ ...content, documenttype, rubriek, activiteiten, markeringen: [] });
    return constraintsIn(message, today).includes('rules.sch#gebiedsmarkering-bij-vergunning');
  });

  expect(asked.map(([documenttype]) => documenttype)).toEqual(Object.keys(rubrics).slice(0, 5));
});

test('every document type but the announcement holds inhoud.xml, and the announcement one PDF', () => {
  for (const documenttype of Object.keys(rubrics)) {
    const isPdf = documenttype === 'GAOverigeAankondigingen';
    const found = [zip({ 'inhoud.xml': content('Kap van een eik') }), zip({ 'a.pdf': pdf })].map((inhoud) =>
      constraintsIn(sampleMessage({ documenttype, inhoud }), today).filter((id) => /inhoud-is|een-pdf/.test(id)),
    );

    expect(found).toEqual(
      isPdf ? [['rules.sch#aankondiging-is-een-pdf'], []] : [[], ['rules.sch#inhoud-is-inhoud-xml']],
    );
  }
});

test('a bopa needs a Referentienummer to be equal to', () => {
  expect(constraintsIn(sampleMessage({ ...bopa(), referentienummer: undefined }), today)).toEqual([
    'rules.sch#referentienummer-aanwezig',
    'rules.sch#bopa-identificatie-is-referentienummer',
  ]);
});
