import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { Finding, JudgementContext, Opinion } from './finding.ts';
import { createOracle } from './oracle.ts';
import { base64, content, envelope, gml, sampleMessage, zip } from '../test/samples/delivery.ts';

const contract = readContract('contract/2020-01');
const oracle = createOracle(contract);
const context: JudgementContext = { today: '2026-11-23', oin: undefined, mandates: undefined };
const judge = (message: Uint8Array): Opinion => oracle.judge(message, context);
const findingsOf = (opinion: Opinion): readonly Finding[] =>
  opinion.verdict === 'unjudgeable' ? [] : opinion.findings;
const brief = (opinion: Opinion): string =>
  `${opinion.verdict}: ${findingsOf(opinion)
    .map(({ constraint, path }) => `${constraint} at ${path}`)
    .join(', ')}`;

const valid = Buffer.from(sampleMessage()).toString();
const edited = (from: string | RegExp, to: string): Uint8Array => {
  const text = valid.replace(from, to);
  if (text === valid) throw new Error(`${String(from)} is not in the sample`);
  return Buffer.from(text);
};
const alive = (inner = ''): string =>
  `<d:IsAlive xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/">${inner}</d:IsAlive>`;
const soap = (inner: string, namespace = 'http://schemas.xmlsoap.org/soap/envelope/'): Uint8Array =>
  Buffer.from(`<s:Envelope xmlns:s="${namespace}">${inner}</s:Envelope>`);
const dossier = '/VoegDossierToeEnPubliceer/Dossier';

describe('takes', () => {
  test.each<readonly [string, Uint8Array]>([
    ['the sample', Buffer.from(valid)],
    ['a byte order mark', Buffer.from(`\uFEFF${valid}`)],
    ['an XML declaration', Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${valid}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${valid}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${valid}`, 'utf16le').swap16()],
    [
      'a declaration that names another encoding than the UTF-8 it is in',
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${valid}`),
    ],
    ['comments and blanks', edited('<s:Body>', '<!-- c --> <s:Body>\n')],
    ['a header', edited('<s:Body>', '<s:Header><a xmlns="urn:a"/></s:Header><s:Body>')],
    ['another prefix', Buffer.from(valid.replaceAll('d:', 'nl:').replace('xmlns:d=', 'xmlns:nl='))],
    ['character references and CDATA', edited('>Kap van een eik<', '>&#75;ap <![CDATA[van een eik]]><')],
    ['blanks within base64', edited(/<d:InhoudZip>(.{20})/, '<d:InhoudZip>\n $1\r\n\t')],
    [
      'schemaLocation, which is not followed',
      edited(
        '<d:Dossier>',
        '<d:Dossier xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:x http://127.0.0.1:1/x.xsd">',
      ),
    ],
    ['IsAlive', envelope(alive())],
  ])('%s', (_, message) => {
    expect(judge(message)).toMatchObject({ verdict: 'valid', findings: [] });
  });
});

describe('finds in an envelope', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
  ).join('');

  test.each<readonly [string, Uint8Array | string, string]>([
    ['nothing', '', 'soap#well-formed'],
    ['text', 'hello', 'soap#well-formed'],
    ['a tag left open', valid.slice(0, -5), 'soap#well-formed'],
    ['a prefix without a namespace', valid.replace('<d:Titel>', '<x:y/><d:Titel>'), 'soap#well-formed'],
    ['bytes that are no UTF-8', Buffer.from(valid.replace('eik', 'eik\u00e9'), 'latin1'), 'soap#encoding'],
    [
      'ISO-8859-1',
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${valid.replace('eik', 'eik\u00e9')}`, 'latin1'),
      'soap#encoding',
    ],
    ['a DTD', `<!DOCTYPE x>${valid}`, 'soap#no-dtd'],
    [
      'a DTD behind a comment',
      `<?xml version="1.0"?><!-- <a> --> <!DOCTYPE x [<!ENTITY e "y">]>${valid}`,
      'soap#no-dtd',
    ],
    ['a billion laughs', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${valid.replace('Kap', '&l9;')}`, 'soap#no-dtd'],
    ['an instruction', `<?go on?>${valid}`, 'soap#no-processing-instructions'],
    ['an instruction within', valid.replace('<d:Titel>', '<?go on?><d:Titel>'), 'soap#no-processing-instructions'],
    ['a declaration behind a line end', `\n<?xml version="1.0"?>${valid}`, 'soap#well-formed'],
    ['two declarations', `<?xml version="1.0"?><?xml version="1.0"?>${valid}`, 'soap#well-formed'],
    ['another root', alive(), 'soap#envelope'],
    ['SOAP 1.2', soap(`<s:Body>${alive()}</s:Body>`, 'http://www.w3.org/2003/05/soap-envelope'), 'soap#version'],
    ['no Body', soap(''), 'soap#no-body'],
    ['two Bodies', soap(`<s:Body>${alive()}</s:Body><s:Body/>`), 'soap#body'],
    ['a Header behind the Body', soap(`<s:Body>${alive()}</s:Body><s:Header/>`), 'soap#body'],
    ['something behind the Body', soap(`<s:Body>${alive()}</s:Body><a xmlns="urn:a"/>`), 'soap#body'],
    ['text beside the Body', soap(`x<s:Body>${alive()}</s:Body>`), 'soap#body'],
    ['an empty Body', soap('<s:Body/>'), 'soap#one-request'],
    ['two requests', soap(`<s:Body>${alive()}${alive()}</s:Body>`), 'soap#one-request'],
    ['text beside the request', soap(`<s:Body>x${alive()}</s:Body>`), 'soap#one-request'],
    ['an unknown request', soap('<s:Body><VoegDossierToeEnPubliceer xmlns="urn:a"/></s:Body>'), 'soap#request'],
    [
      'a response',
      soap('<s:Body><IsAliveResponse xmlns="http://schemas.koopwrp.nl/2020/01/drp/api/"/></s:Body>'),
      'soap#request',
    ],
  ])('%s', (_, message, constraint) => {
    const opinion = judge(typeof message === 'string' ? Buffer.from(message) : message);

    expect(opinion.verdict).toBe('invalid');
    expect(findingsOf(opinion).map((finding) => finding.constraint)).toEqual([constraint]);
    expect(findingsOf(opinion)).toMatchObject([{ severity: 'error', ground: 'public' }]);
  });
});

describe('names and places what breaks a schema', () => {
  test.each<readonly [string, Uint8Array, string]>([
    [
      'a value too long',
      sampleMessage({ referentienummer: 'x'.repeat(101) }),
      `dossier.xsd#Dossier/Referentienummer/maxLength at ${dossier}/Referentienummer`,
    ],
    [
      'an element missing',
      edited(/<d:InhoudZip>.*<\/d:InhoudZip>/, ''),
      `dossier.xsd#Dossier/InhoudZip/minOccurs at ${dossier}`,
    ],
    [
      'an element too many',
      edited('</d:InhoudZip>', '</d:InhoudZip><d:X/>'),
      `dossier.xsd#Dossier/content at ${dossier}/X`,
    ],
    [
      'a second item',
      edited('<d:Activiteit>', '<d:Activiteit>bouwen</d:Activiteit><d:Activiteit>x'),
      `codelists.xsd#Activiteit/enumeration at ${dossier}/Activiteit[2]`,
    ],
    [
      'an attribute',
      edited('soort="gemeente"', 'soort="gemeente" x="1"'),
      `dossier.xsd#Organisatie/attributes at ${dossier}/BevoegdGezag/@x`,
    ],
    ['IsAlive with a child', envelope(alive('<a/>')), 'dossier.xsd#IsAlive/content at /IsAlive'],
    [
      'a payload',
      sampleMessage({ inhoud: zip({ 'inhoud.xml': content('Kap van een eik').replace('<al>Test</al>', '') }) }),
      `inhoud.xsd#Inhoud/al/minOccurs at ${dossier}/InhoudZip!inhoud.xml/aanlevering/zakelijke-mededeling/zakelijke-mededeling-tekst/inhoud`,
    ],
    [
      'a payload with another root',
      sampleMessage({ inhoud: zip({ 'inhoud.xml': '<iets/>' }) }),
      `inhoud.xsd#root at ${dossier}/InhoudZip!inhoud.xml/iets`,
    ],
    [
      'a payload that is the document itself',
      sampleMessage({ bopa: { identificatie: 'Z-1', gml: gml().replace('0f8fad5b', 'x') } }),
      `bopa-geometrie.xsd#Geometrie/id/pattern at ${dossier}/BopaGegevens/Gml!/FeatureCollectionGeometrie/featureMember/Geometrie/id`,
    ],
  ])('%s', (_, message, expected) => {
    expect(brief(judge(message))).toBe(`invalid: ${expected}`);
  });

  test('with the line, the ground of the contract, and what to do in two languages', () => {
    const [finding] = findingsOf(
      judge(Buffer.from(`\n\n${valid.replace('</d:Titel>', 'x'.repeat(255) + '</d:Titel>')}`)),
    );
    const known = contract.constraints.find(({ id }) => id === 'dossier.xsd#Dossier/Titel/maxLength');

    expect(finding).toEqual({
      constraint: 'dossier.xsd#Dossier/Titel/maxLength',
      severity: 'error',
      ground: known?.ground,
      path: `${dossier}/Titel`,
      line: 3,
      text: {
        nl: 'Titel heeft 270 tekens; ten hoogste 255 zijn toegestaan. Kort de waarde in.',
        en: 'Titel has 270 characters; 255 at most are allowed. Shorten the value.',
      },
    });
  });
});

describe('rules', () => {
  test('are placed at the node they look at, in a payload with its own line', () => {
    const inner = `\n\n${content('Kap van een els').replace('<kop>', '\n<kop>')}`;
    const [finding] = findingsOf(judge(sampleMessage({ inhoud: zip({ 'inhoud.xml': inner }) })));

    expect(finding).toMatchObject({
      constraint: 'rules.sch#titel-gelijk-aan-kop',
      path: `${dossier}/InhoudZip!inhoud.xml/aanlevering/zakelijke-mededeling/kop/titel`,
      line: 4,
    });
  });

  test('are placed at the nearest element of the message, position included', () => {
    const markers = ['POINT(1 1)', 'POINT(120000 455000)', 'POINT(2 2)'].map(
      (wkt) => `<d:Punt><d:Geometrie>${wkt}</d:Geometrie></d:Punt>`,
    );

    expect(brief(judge(sampleMessage({ markeringen: markers })))).toBe(
      `invalid: rules.sch#rd-bereik at ${dossier}/Gebiedsmarkering/Punt/Geometrie, rules.sch#rd-bereik at ${dossier}/Gebiedsmarkering[3]/Punt/Geometrie`,
    );
  });

  test('that may be broken by a schema fault only say so', () => {
    const findings = findingsOf(
      judge(
        sampleMessage({
          titel: 'x'.repeat(256),
          medium: 'Provinciaal blad',
          inhoud: zip({ 'inhoud.xml': content('y') }),
        }),
      ),
    );

    expect(findings.map(({ constraint, follows }) => [constraint, follows])).toEqual([
      ['dossier.xsd#Dossier/Titel/maxLength', undefined],
      ['rules.sch#titel-gelijk-aan-kop', 'dossier.xsd#Dossier/Titel/maxLength'],
      ['rules.sch#medium-past-bij-soort', undefined],
    ]);
  });

  test('all may follow from a structure that is broken', () => {
    const message = Buffer.from(
      Buffer.from(sampleMessage({ medium: 'Provinciaal blad' }))
        .toString()
        .replace('<d:Titel>', '<d:Onbekend/><d:Titel>'),
    );

    expect(findingsOf(judge(message)).map(({ constraint, follows }) => [constraint, follows])).toEqual([
      ['dossier.xsd#Dossier/content', undefined],
      ['rules.sch#medium-past-bij-soort', 'dossier.xsd#Dossier/content'],
    ]);
  });

  test('are judged by the day that the context gives', () => {
    const message = sampleMessage({ ontvangst: '2026-11-24', datum: undefined });

    expect(brief(oracle.judge(message, { ...context, today: '2026-11-24' }))).toBe('valid: ');
    expect(brief(judge(message))).toBe(`invalid: rules.sch#ontvangst-niet-in-toekomst at ${dossier}/DatumOntvangst`);
    expect(() => oracle.judge(message, { ...context, today: 'vandaag' })).toThrow('give a day as YYYY-MM-DD');
  });
});

describe('is unjudgeable, and never valid by accident,', () => {
  const deep = `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`;
  test.each<readonly [string, Uint8Array, RegExp]>([
    ['a message nested deeper than the parser goes', edited('<d:Titel>', `${deep}<d:Titel>`), /Excessive depth/],
    [
      'a payload nested deeper than the parser goes',
      sampleMessage({ inhoud: zip({ 'inhoud.xml': deep }) }),
      /^it is nested deeper than any delivery$/,
    ],
    ['a name longer than the parser takes', edited('<d:Titel>', `<${'x'.repeat(60_000)}/><d:Titel>`), /Name too long/],
  ])('%s', (_, message, reason) => {
    expect(judge(message)).toMatchObject({
      verdict: 'unjudgeable',
      reason: { en: expect.stringMatching(reason) as string },
    });
  });

  test('a rule that can not be evaluated', () => {
    const [rule] = contract.rules;
    const broken = createOracle({
      ...contract,
      rules: rule === undefined ? [] : [{ ...rule, test: "count('x') = 1" }],
    });

    expect(broken.judge(sampleMessage(), context).verdict).toBe('unjudgeable');
    broken.dispose();
  });
});

const changed = (file: string, change: (text: string) => string): Contract => {
  const text = change(Buffer.from(contract.files.get(file) ?? []).toString());
  return { ...contract, files: new Map([...contract.files, [file, Buffer.from(text)]]) };
};

test('a date between blanks is one, though libxml2 refuses it where the built-in type is named directly', () => {
  const plain = createOracle(
    changed('dossier.xsd', (text) =>
      text.replace('"DatumOntvangst" type="drp:Datum"', '"DatumOntvangst" type="xs:date"'),
    ),
  );

  expect(plain.judge(sampleMessage({ ontvangst: ' 2026-11-20 ' }), context).verdict).toBe('valid');
  expect(plain.judge(sampleMessage({ ontvangst: '2026-11-20' }), context).verdict).toBe('valid');
  expect(plain.judge(sampleMessage({ ontvangst: ' 2026-11-31 ' }), context).verdict).toBe('invalid');
  plain.dispose();
});

test('the same finding is told again after a thousand other messages', () => {
  const message = sampleMessage({ titel: 'x'.repeat(256) });
  const before = judge(message);
  for (let count = 0; count < 1000; count += 1)
    judge(
      count % 2 === 0
        ? sampleMessage({ bopa: { identificatie: base64(String(count)), gml: gml() } })
        : Buffer.from('<a'),
    );

  expect(judge(message)).toEqual(before);
});

test('changed bytes never make it throw', () => {
  const bytes = Buffer.from(sampleMessage({ bopa: { identificatie: 'Z-1', gml: gml() } }));
  const edit = fc.record({ at: fc.nat(bytes.length - 1), remove: fc.nat(20), insert: fc.uint8Array({ maxLength: 3 }) });
  for (const { at, remove, insert } of fc.sample(edit, { numRuns: 1500, seed: 1 })) {
    const message = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);

    expect(['valid', 'invalid', 'unjudgeable']).toContain(judge(message).verdict);
  }
});
