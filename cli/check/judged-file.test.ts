import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { messageMistakes } from '#defects/vendor/message-mistakes';
import { bytesOf, rightMessage } from '#defects/vendor/vendor-message';
import { createOracle } from '#judgement/oracle';
import { fileText, placeText } from './finding-text.ts';
import { judgeFile } from './judged-file.ts';
import { kindsOf } from './kind.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const oracle = createOracle(contract);
const kindOf = kindsOf(contract);
const context = { today: '2026-11-29', oin: undefined, mandates: undefined };

const judged = async (bytes: Uint8Array, name = 'f.xml') => {
  const kind = kindOf(bytes);
  if (kind === undefined) throw new Error('this is none of a delivery');
  const judge = (message: Uint8Array) => Promise.resolve(oracle.inspect(message, context));
  const file = await judgeFile({ name, bytes, kind }, { contract, judge, context, phase: undefined });
  if (file === undefined) throw new Error('the contract has no place for this');
  return file;
};

const right = rightMessage(contract, 'Melding');
const text = Buffer.from(bytesOf(right)).toString();
const [content] = right.files;
const inhoud = Buffer.from(content?.bytes ?? []).toString();
const request = /<drp:Voeg[^]*<\/drp:Voeg[^>]*>/.exec(text)?.[0] ?? '';
const dossier = (/<drp:Dossier>[^]*<\/drp:Dossier>/.exec(text)?.[0] ?? '').replace(
  '<drp:Dossier>',
  '<drp:Dossier xmlns:drp="http://schemas.koopwrp.nl/2020/01/drp/api/">',
);
const declared = (encoding: string, xml: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n${xml}`;

/** Seen on the wire only: a file may be the request alone. */
const ofTheWire = new Set([
  'sends-application-xml',
  'names-latin-charset',
  'says-utf-8-of-utf-16',
  'sends-no-envelope',
]);

describe('a mistake in a file', () => {
  test.each(Object.entries(messageMistakes).filter(([id]) => !ofTheWire.has(id)))(
    '%s is told under its own requirement',
    async (_, { foundBy, follows = [], make }) => {
      const { findings } = await judged(bytesOf(make(right)));

      const told = new Set(findings.map(({ requirement }) => requirement));
      expect([...told].sort()).toEqual([foundBy, ...follows].sort());
    },
  );
});

describe('nothing is found in', () => {
  test.each<[string, Uint8Array]>([
    ['a message', Buffer.from(text)],
    [
      'a message in UTF-16',
      Buffer.from(`\ufeff${declared('utf-16', text.replace(/^<\?xml[^>]*\?>\s*/, ''))}`, 'utf16le'),
    ],
    ['a request', Buffer.from(request)],
    ['a dossier', Buffer.from(dossier)],
    ['a dossier in windows-1252', Buffer.from(declared('windows-1252', dossier), 'latin1')],
    ['inhoud.xml', Buffer.from(inhoud)],
    ['a zip of it', right.pack(right.files)],
    ['a zip of a PDF', right.pack([{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') }])],
  ])('%s', async (_, bytes) => {
    expect((await judged(bytes)).findings).toEqual([]);
  });
});

test.each([
  [
    'UTF-32',
    Buffer.from(
      [...`\ufeff${text.slice(0, 200)}`].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8, 0, 0]),
    ),
  ],
  ['EBCDIC', Buffer.from('4c6fa79493', 'hex')],
])('a file in %s is named as that', async (name, bytes) => {
  const [finding] = (await judged(bytes)).findings;
  expect(finding?.requirement).toBe('message.is-unicode');
  expect(finding?.text.en).toContain(`The first bytes are those of ${name}.`);
});

test.each<[string, Uint8Array, string]>([
  ['a message', Buffer.from(text.replace('>Woerden<', '>Woerdn<')), 'f.xml:9:44'],
  ['a dossier', Buffer.from(dossier.replace('>Woerden<', '>Woerdn<')), 'f.xml:5:44'],
  ['an attribute', Buffer.from(text.replace('"gemeente"', '"gemente"')), 'f.xml:9:34'],
  [
    'a document in a zip in a message',
    bytesOf({
      ...right,
      files: [{ name: 'inhoud.xml', bytes: Buffer.from(inhoud.replace('<inhoud>', '<inhoud><x/>')) }],
    }),
    'f.xml!inhoud.xml:8:16',
  ],
  ['inhoud.xml', Buffer.from(inhoud.replace('<inhoud>', '<inhoud><x/>')), 'f.xml:8:16'],
  [
    'a zip',
    right.pack([{ name: 'inhoud.xml', bytes: Buffer.from(inhoud.replace('<inhoud>', '<inhoud><x/>')) }]),
    'f.xml!inhoud.xml:8:16',
  ],
  [
    'a rule about two elements',
    Buffer.from(text.replace('<drp:Gebiedsmarkering>', '<drp:Activiteit>bouwen</drp:Activiteit>\n$&')),
    'f.xml:12:25',
  ],
  [
    'a rule about an element that is absent',
    Buffer.from(text.replace(/<drp:Referentienummer>.*<\/drp:Referentienummer>/, '')),
    'f.xml:5:8',
  ],
  ['a dossier that is not well-formed', Buffer.from('<Dossier>\n<a>&</a></Dossier>'), 'f.xml:2:4'],
  ['the first line of such a one', Buffer.from('<Dossier>& </Dossier>'), 'f.xml:1:10'],
  ['loose text', Buffer.from(text.replace('</drp:Rubriek>', '</drp:Rubriek>x')), 'f.xml:10:52'],
])('a finding in %s has its place', async (_, bytes, place) => {
  const { name, findings } = await judged(bytes);

  expect(findings.map((finding) => placeText(name, finding))).toContain(place);
});

const swapped = (from: RegExp | string, to: string | ((found: string) => string)): Uint8Array => {
  const changed = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change at ${String(from)}`);
  return Buffer.from(changed);
};
const packed = (content: string): Uint8Array =>
  swapped(/(<drp:InhoudZip>)[^<]*/, `$1${Buffer.from(content, 'latin1').toString('base64')}`);
const soap12 = text.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope');
const headed = (type: string, body: string): Uint8Array =>
  Buffer.from(`POST / HTTP/1.1\r\nSOAPAction: "${action}"\r\nContent-Type: ${type}\r\n\r\n${body}`);
const { action } = contract.service.deliver;
const authorized = (...values: readonly string[]): Uint8Array =>
  headed(['text/xml', ...values.map((value) => `Authorization: ${value}`)].join('\r\n'), text);
const secret = 'geheim-van-Zonnebloem';

test.each<[string, Uint8Array, string]>([
  ['base64 that is none', swapped(/(<drp:InhoudZip>)/, '$1data:,'), 'content#base64'],
  ['gzip for a zip', packed('\x1f\x8b\x08'), 'content#zip'],
  ['a kind in capitals', swapped('"gemeente"', '"Gemeente"'), 'codelists.xsd#SoortOrganisatie/enumeration'],
  ['a kind that is absent', swapped(' soort="gemeente"', ''), 'dossier.xsd#Organisatie/@soort/use'],
  [
    'two media',
    swapped(
      /<drp:Medium>.*<\/drp:Medium>|(?=\s*<drp:InhoudZip>)/,
      '<drp:Publicatie><drp:Medium>Gemeenteblad</drp:Medium><drp:Medium>Staatscourant</drp:Medium></drp:Publicatie>',
    ),
    'delivery#one-medium',
  ],
  [
    'a second place, itself outside the country',
    swapped(
      /(<drp:PostcodeHuisnummer>[^]*<\/drp:PostcodeHuisnummer>)/,
      (all) => all + all.replace('POINT(120350.5 455690)', 'POINT(1 1)'),
    ),
    'dossier.xsd#Gebiedsmarkering/PostcodeHuisnummer/maxOccurs',
  ],
  ['a dossier in no namespace', swapped(/<(\/?)drp:(?!Voeg)/g, '<$1'), 'dossier.xsd#VoegDossierToeEnPubliceer/content'],
  ['encodingStyle', swapped('<drp:VoegDossierToeEnPubliceer', '$& soap:encodingStyle="x"'), 'soap#no-soap-attributes'],
  ['an empty title', swapped(/(<drp:Titel>)[^<]*/, '$1'), 'dossier.xsd#Dossier/Titel/minLength'],
  ['a lost character', swapped(/(<drp:Titel>)./, '$1\uFFFD'), 'text#whole-characters'],
  ['a euro sign of windows-1252', swapped(/(<drp:Titel>)./, '$1\u0080'), 'text#whole-characters'],
  ...['utf-16', 'ISO-8859-1', 'us-ascii'].map((name): [string, Uint8Array, string] => [
    `a declaration of ${name} in UTF-8`,
    swapped('"UTF-8"', `"${name}"`),
    'bytes#declaration',
  ]),
  ...['klingon', 'UTF_8', 'EBCDIC-CP-NL'].map((name): [string, Uint8Array, string] => [
    `a declaration of ${name}, which readers do not know, in UTF-8`,
    swapped('"UTF-8"', `"${name}"`),
    'bytes#unknown-encoding',
  ]),
  [
    'a dossier that is escaped',
    swapped(/(?<=<drp:Dossier>)[^]*(?=<\/drp:Dossier>)/, (inner) => inner.replaceAll('<', '&lt;')),
    'dossier.xsd#Dossier/text',
  ],
  [
    'a dossier in CDATA',
    swapped(/(<drp:Dossier>)([^]*)(<\/drp:Dossier>)/, '$1<![CDATA[$2]]>$3'),
    'dossier.xsd#Dossier/text',
  ],
  ['SOAP 1.2 in a dossier that is right', Buffer.from(soap12), 'soap#version'],
  ['SOAP 1.2 with its head', headed('application/soap+xml', soap12), 'http#soap-1-2'],
  [
    'the action of another operation',
    Buffer.from(String(headed('text/xml', text)).replace(action, 'urn:a')),
    'http#action',
  ],
  ['a token for access', authorized(`Bearer ${secret}`), 'http#authorization'],
  ['a password by itself', authorized(secret), 'http#authorization'],
  ['Basic in plain text', authorized(`Basic ik:${secret}`), 'http#authorization'],
  ['Basic without a colon', authorized(`Basic ${Buffer.from(secret).toString('base64')}`), 'http#authorization'],
  ['Basic twice', authorized('Basic YTpi', 'Basic YTpi'), 'http#authorization'],
  ['MTOM with its head', headed('multipart/related; boundary=x', `--x\r\n\r\n${text}`), 'http#multipart'],
])('%s is one finding', async (_, bytes, constraint) => {
  const file = await judged(bytes);

  expect(file.findings.map((one) => one.constraint)).toEqual([constraint]);
  expect(fileText(file, 'nl')).not.toContain(secret);
});

test.each<[string, Uint8Array, readonly [constraint: string, cause: string]]>([
  ['an empty date', swapped(/(<drp:DatumOntvangst>)[^<]*/, '$1'), ['dossier.xsd#Datum/type', 'The field is empty']],
  ['XML that is not packed', packed(inhoud), ['content#zip', 'encoded twice']],
  ['a text file named as a PDF', right.pack([{ name: 'a.pdf', bytes: Buffer.from('nee') }]), ['content#pdf', 'kind']],
])('the cause of %s fits it', async (_, bytes, [constraint, cause]) => {
  const { findings } = await judged(bytes);

  expect(findings.find((one) => one.constraint === constraint)?.hint?.cause.en).toContain(cause);
});

test('a PDF that was cut off is a warning', async () => {
  const { findings } = await judged(right.pack([{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\nobj') }]));

  expect(findings.map(({ constraint, isError }) => [constraint, isError])).toEqual([['bytes#pdf-end', false]]);
});

test('what is wrong with a message does not follow from the structure of its content', async () => {
  const wrong = right.pack([{ name: 'inhoud.xml', bytes: Buffer.from(inhoud.replace(/<(\/?)al>/g, '<$1b>')) }]);
  const { findings } = await judged(
    Buffer.from(
      text
        .replace(/(<drp:InhoudZip>)[^<]*/, `$1${Buffer.from(wrong).toString('base64')}`)
        .replace(/(<drp:Postcode>)[^<]*/, '$13447gr'),
    ),
  );

  expect(findings.map(({ constraint, follows }) => [constraint, follows])).toContainEqual([
    'rules.sch#postcode-vorm',
    undefined,
  ]);
  expect(findings.some(({ constraint }) => constraint.startsWith('inhoud.xsd#'))).toBe(true);
});

test('a username and password by Basic are in order', async () => {
  const basic = `Basic ${Buffer.from('ik:geheim').toString('base64')}`;

  expect((await judged(authorized(basic))).findings).toEqual([]);
});

test('a finding is told as a compiler does, in one language', async () => {
  const file = await judged(Buffer.from(text.replace('>Woerden<', '>Den Haag<')), 'melding.xml');

  expect(fileText(file, 'nl')).toMatchInlineSnapshot(`
    "melding.xml:9:44: fout: BevoegdGezag is "Den Haag", en dat staat niet in de lijst. Bedoelt u "'s-Gravenhage"? Schrijf de waarde precies zo.
        9 |         <drp:BevoegdGezag soort="gemeente">Den Haag</drp:BevoegdGezag>
          |                                            ^^^^^^^^
      = message.uses-listed-values · codelists.xsd#NaamOrganisatie/type · rust op: openbare bron
      = oorzaak: De waarde komt uit eigen stamgegevens, waar zij anders geschreven wordt: Den Haag voor ’s-Gravenhage, Gemeente voor gemeente.
      = oplossing: Neem de waarde uit de lijst over, teken voor teken."
  `);
  expect(fileText(file, 'en')).toMatchInlineSnapshot(`
    "melding.xml:9:44: error: BevoegdGezag is "Den Haag", which is not in the list. Did you mean "'s-Gravenhage"? Write the value exactly so.
        9 |         <drp:BevoegdGezag soort="gemeente">Den Haag</drp:BevoegdGezag>
          |                                            ^^^^^^^^
      = message.uses-listed-values · codelists.xsd#NaamOrganisatie/type · rests on: a public source
      = cause: The value comes from data of one’s own, which write it otherwise: Den Haag for ’s-Gravenhage, Gemeente for gemeente.
      = remedy: Take the value from the list, character by character."
  `);
});

test('a long line is shown around what is marked', async () => {
  const oneLine = text.replaceAll('\n', ' ').replace('>Woerden<', '>Den Haag<');
  const [, source = '', mark = ''] = fileText(await judged(Buffer.from(oneLine)), 'en').split('\n');

  expect(source.length).toBeLessThan(125);
  expect(source.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('Den Haag');
});

test('the head of a request is judged with it, and moves its lines', async () => {
  const head = 'POST /D.svc HTTP/1.1\r\nContent-Type: application/xml\r\nSOAPAction: urn:a\r\n\r\n';
  const { name, findings } = await judged(Buffer.from(head + text.replace('>Woerden<', '>Woerdn<')), 'f.http');

  expect(findings.map((one) => [placeText(name, one), one.requirement, one.isError])).toEqual([
    ['f.http:2:1', 'message.is-sent-as-text-xml', true],
    ['f.http:3:1', 'request.quotes-action', false],
    ['f.http:3:1', 'request.names-its-operation', true],
    ['f.http:13:44', 'message.uses-listed-values', true],
  ]);
});

test('a message in a content coding is told to be so, and judged all the same', async () => {
  const head = 'POST /D.svc HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\n\r\n';
  const packed = gzipSync(text.replace('>Woerden<', '>Woerdn<'));
  const { name, findings } = await judged(Buffer.concat([Buffer.from(head), packed]), 'f.http');

  expect(findings.map((one) => [placeText(name, one), one.requirement])).toEqual([
    ['f.http', 'request.quotes-action'],
    ['f.http:3:1', 'message.is-sent-as-text-xml'],
    ['f.http:13:44', 'message.uses-listed-values'],
  ]);
});

test.each(['', 'hello', '{"a":1}', '<html/>', '%PDF-1.7'])('%j is none of a delivery', (bytes) => {
  expect(kindOf(Buffer.from(bytes))).toBeUndefined();
});
