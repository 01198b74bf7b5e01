import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';
import type { JudgementContext } from '../finding.ts';
import { base64, content, envelope, gml, pdf, type Sample, sampleMessage, zip } from '../../test/samples/delivery.ts';
import { viewOf } from '../../test/samples/view-of.ts';

const contract = readContract('contract/2020-01');
const schema = compileSchema(contract.files, contract.schemas.view);
const context: JudgementContext = { today: '2026-11-23', oin: undefined, mandates: undefined };

const part = (view: string, path: string): string => {
  const found = path
    .split('/')
    .reduce<XmlElement | undefined>(
      (node, name) => node && elementsOf(node).find((one) => one.name === name),
      parseTree(Buffer.from(view)),
    );
  return found === undefined ? 'absent' : text(found);
};

const text = (element: XmlElement): string => {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
  return `<${element.name}${attributes}>${element.children.map((one) => (typeof one === 'string' ? one : text(one))).join('')}`;
};

const shown = (changes: Partial<Sample>, path: string, circumstances = context): string => {
  const view = viewOf(contract, sampleMessage(changes), circumstances);
  expect(schema.validate(Buffer.from(view))).toEqual([]);
  return part(view, path);
};

describe('a role becomes an element', () => {
  test('with its text as attribute and as text', () => {
    expect(shown({ titel: ' a  & "b" <c>\t' }, 'levering/titel')).toBe(
      '<titel waarde=" a  & \\"b\\" <c>\\t"> a  & "b" <c>\t',
    );
  });

  test('with sub-roles and the lists that hold its value', () => {
    expect(shown({ gezag: ['gemeente', 'Utrecht'] }, 'levering/bevoegdGezag')).toBe(
      '<bevoegdGezag waarde="Utrecht"><soort waarde="gemeente">gemeente<lijst>gemeente<lijst>provincie',
    );
    expect(shown({ gezag: ['gemeente', 'Nergens'] }, 'levering/bevoegdGezag')).toBe(
      '<bevoegdGezag waarde="Nergens"><soort waarde="gemeente">gemeente',
    );
  });

  test('only when it is there', () => {
    expect(shown({ referentienummer: undefined }, 'levering/referentienummer')).toBe('absent');
    expect(shown({ referentienummer: '' }, 'levering/referentienummer')).toBe('<referentienummer waarde="">');
  });
});

describe('a date', () => {
  test('has its numbers, its weekday, and whether it is a working day', () => {
    expect(shown({ datum: '2026-12-25' }, 'levering/publicatiedatum')).toBe(
      '<publicatiedatum waarde="2026-12-25" getal="20261225" dagnummer="20812" weekdag="5" werkdag="nee">2026-12-25',
    );
    expect(shown({ datum: '2031-11-24' }, 'levering/publicatiedatum')).toContain('werkdag="onbekend"');
  });

  test('that is none has a fault', () => {
    expect(shown({ datum: '2026-02-30' }, 'levering/publicatiedatum')).toBe(
      '<publicatiedatum waarde="2026-02-30" fout="datum">2026-02-30',
    );
  });
});

describe('a geometry', () => {
  const wkt = (geometry: string): string =>
    shown(
      { markeringen: [`<d:Vlak><d:Geometrie>${geometry}</d:Geometrie></d:Vlak>`] },
      'levering/gebiedsmarkering/geometrie',
    );

  test('has its parts and positions', () => {
    expect(wkt('POLYGON((0 0,4 0,4 4,0 0),(1 1,2 2))')).toBe(
      '<geometrie waarde="POLYGON((0 0,4 0,4 4,0 0),(1 1,2 2))" soort="POLYGON">' +
        '<deel rol="buiten" gesloten="ja" enkelvoudig="ja" verschillend="ja"><positie x="0" y="0"><positie x="4" y="0"><positie x="4" y="4"><positie x="0" y="0">' +
        '<deel rol="binnen" gesloten="nee" enkelvoudig="ja" verschillend="ja"><positie x="1" y="1"><positie x="2" y="2">',
    );
  });

  test('that can not be read has a fault', () => {
    expect(wkt('POLYGON EMPTY')).toBe('<geometrie waarde="POLYGON EMPTY" fout="wkt">POLYGON EMPTY');
  });

  test('in GML has its rings, with the decimals that are written', () => {
    const bopa = { identificatie: 'Z-1', gml: gml({ ring: '0 0 4.50 0 4.5 4 0 0.0' }) };

    expect(shown({ bopa }, 'levering/bopa/gml/geometrie/vlak/rand')).toBe(
      '<rand waarde="0 0 4.50 0 4.5 4 0 0.0" gesloten="ja" enkelvoudig="ja" verschillend="ja" decimalen="2">' +
        '<positie x="0" y="0"><positie x="4.50" y="0"><positie x="4.5" y="4"><positie x="0" y="0.0">',
    );
    expect(shown({ bopa: { ...bopa, gml: gml({ ring: '0 0 4' }) } }, 'levering/bopa/gml/geometrie/vlak/rand')).toBe(
      '<rand waarde="0 0 4" fout="posities">0 0 4',
    );
  });
});

describe('a payload', () => {
  const entries = (files: Readonly<Record<string, string>>): string => shown({ inhoud: zip(files) }, 'levering/inhoud');

  test('shows each entry, and the roles in its documents', () => {
    expect(entries({ 'inhoud.xml': content('T'), 'A.PDF': pdf, 'map/lees.txt': 'x' })).toBe(
      `<inhoud><bestand naam="inhoud.xml" soort="xml" grootte="${String(content('T').length)}"><titel waarde="T">T<alinea waarde="Test">Test` +
        `<bestand naam="A.PDF" soort="pdf" grootte="${String(pdf.length)}"><bestand naam="map/lees.txt" soort="anders" grootte="1">`,
    );
  });

  test.each([
    ['<a', 'xml'],
    ['', 'xml'],
    ['<!DOCTYPE a><a/>', 'dtd'],
  ])('tells what is wrong with the document %j', (document, fault) => {
    expect(entries({ 'inhoud.xml': document })).toContain(`fout="${fault}"`);
    const bopa = { identificatie: 'Z-1', gml: document };
    expect(shown({ bopa }, 'levering/bopa/gml')).toBe(`<gml fout="${fault}">`);
  });

  test.each([
    ['Q', 'base64'],
    ['QQ==', 'zip'],
    ['', 'zip'],
  ])('tells what is wrong with the base64 %j', (inhoud, fault) => {
    expect(shown({ inhoud: inhoud === '' ? ' ' : inhoud }, 'levering/inhoud')).toBe(`<inhoud fout="${fault}">`);
  });

  test('a PDF needs its header, and a name may hold what XML can not', () => {
    expect(entries({ 'a.pdf': 'no header' })).toContain('fout="pdf"');
    expect(entries({ 'a\u0001b\uFFFF.txt': 'x' })).toContain('naam="a\uFFFDb\uFFFD.txt"');
  });

  test('past the limit is not unpacked', () => {
    const large = base64(Buffer.alloc(contract.limits.contentBytes + 1));
    const bopa = `<d:BopaGegevens><d:Gml>${large}</d:Gml></d:BopaGegevens>`;
    const message = envelope(
      `<d:VoegDossierToeEnPubliceer xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/"><d:Dossier>${bopa}</d:Dossier></d:VoegDossierToeEnPubliceer>`,
    );
    const small = { ...contract, limits: { ...contract.limits, contentBytes: 10 } };

    expect(() => viewOf(contract, message, context)).toThrow('Resource limit');
    expect(
      part(viewOf(small, sampleMessage({ bopa: { identificatie: 'Z', gml: gml() } }), context), 'levering/bopa/gml'),
    ).toBe('<gml fout="te-groot">');
    expect(part(viewOf(small, sampleMessage(), context), 'levering/inhoud')).toBe('<inhoud fout="te-groot">');
  });
});

test('the context says what the run knows', () => {
  const mandates = [{ kind: 'gemeente', name: "'s-Gravenhage" }];

  expect(shown({}, 'context')).toBe(
    '<context vandaag="2026-11-23" vandaagGetal="20261123" vandaagDagnummer="20780" machtigingen="nee">',
  );
  expect(shown({}, 'context', { today: '2026-11-23', oin: '0001', mandates })).toBe(
    '<context vandaag="2026-11-23" vandaagGetal="20261123" vandaagDagnummer="20780" oin="0001" machtigingen="ja">' +
      `<machtiging soort="gemeente" naam="'s-Gravenhage">`,
  );
  expect(shown({}, 'context', { ...context, mandates: [] })).toContain('machtigingen="ja"');
});

test('the view of every example keeps to view.xsd', () => {
  for (const { example } of contract.documentTypes) {
    const view = viewOf(contract, contract.files.get(example) ?? new Uint8Array(), context);

    expect(schema.validate(Buffer.from(view))).toEqual([]);
  }
});
