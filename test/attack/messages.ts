import { strToU8 } from 'fflate';
import { altered, contentXml, honest, withContent, zipped, zippedText } from './honest.ts';

/** A body that a sender may think of, with headers of its own. */
export interface HostileMessage {
  readonly name: string;
  readonly body: () => Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** It may be taken: nothing is wrong with it. */
  readonly fine?: true;
  /** Too slow or too large for the tests' short slice. */
  readonly long?: true;
}

const times = (count: number, text: string): string => text.repeat(count);
const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const afterDeclaration = (more: string): string =>
  honest().replace(/^<\?xml[^>]*\?>/, (declaration) => `${declaration}${more}`);
const inDossier = (more: string): string => altered('</drp:Dossier>', `${more}</drp:Dossier>`);
const marker = (inner: string): string => `<drp:Gebiedsmarkering>${inner}</drp:Gebiedsmarkering>`;
const area = (wkt: string): string => marker(`<drp:Vlak><drp:Geometrie>${wkt}</drp:Geometrie></drp:Vlak>`);

const entities = (levels: number): string =>
  numbered(levels, (level) => {
    const value = level === 0 ? 'lol' : times(10, `&e${String(level - 1)};`);
    return `<!ENTITY e${String(level)} "${value}">`;
  });

/** Documents that XML parsers have stumbled over. */
const documents: readonly HostileMessage[] = [
  {
    name: 'an external entity of a file',
    body: () =>
      afterDeclaration('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace('Blekerijlaan', '&e;'),
  },
  {
    name: 'an external entity of the web',
    body: () =>
      afterDeclaration('<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/x">]>').replace('Blekerijlaan', '&e;'),
  },
  {
    name: 'a parameter entity of a file',
    body: () => afterDeclaration('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'),
  },
  { name: 'an external DTD', body: () => afterDeclaration('<!DOCTYPE x SYSTEM "file:///etc/hostname">') },
  { name: 'a DTD and nothing else', body: () => afterDeclaration('<!DOCTYPE x>') },
  {
    name: 'a billion laughs',
    body: () => afterDeclaration(`<!DOCTYPE x [${entities(12)}]>`).replace('Blekerijlaan', '&e11;'),
  },
  {
    name: 'a quadratic blow-up',
    body: () =>
      afterDeclaration(`<!DOCTYPE x [<!ENTITY a "${times(50_000, 'a')}">]>`).replace(
        'Blekerijlaan',
        times(5000, '&a;'),
      ),
  },
  {
    name: 'XInclude of a file',
    body: () => inDossier('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'),
  },
  {
    name: 'a schema location of the sender',
    body: () =>
      altered(
        '<drp:Dossier>',
        '<drp:Dossier xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://schemas.koopwrp.nl/2020/01/drp/api/ http://127.0.0.1:1/eigen.xsd">',
      ),
    fine: true,
  },
  { name: 'elements nested 100,000 deep', body: () => inDossier(times(100_000, '<a>') + times(100_000, '</a>')) },
  { name: 'elements nested 250 deep', body: () => inDossier(times(250, '<a>') + times(250, '</a>')) },
  {
    name: '50,000 attributes',
    body: () => inDossier(`<a ${numbered(50_000, (index) => `a${String(index)}="x" `)}/>`),
  },
  {
    name: '50,000 namespaces',
    body: () => inDossier(`<a ${numbered(50_000, (index) => `xmlns:n${String(index)}="urn:${String(index)}" `)}/>`),
  },
  { name: 'a name of a million letters', body: () => inDossier(`<${times(1_000_000, 'a')}/>`) },
  { name: 'an attribute twice', body: () => altered('soort="gemeente"', 'soort="gemeente" soort="provincie"') },
  { name: 'a prefix that nothing declares', body: () => inDossier('<zomaar:a/>') },
  { name: 'a NUL', body: () => altered('Blekerijlaan', 'Bleker\0laan') },
  { name: 'a NUL by reference', body: () => altered('Blekerijlaan', 'Bleker&#0;laan') },
  { name: 'a lone surrogate by reference', body: () => altered('Blekerijlaan', '&#xD800;') },
  { name: 'a reference past Unicode', body: () => altered('Blekerijlaan', '&#x7FFFFFFF;') },
  { name: 'a processing instruction', body: () => inDossier('<?php system("id") ?>'), fine: true },
  { name: 'no bytes at all', body: () => '' },
  { name: 'white space only', body: () => times(1000, ' \n') },
  { name: '4 MB of <', body: () => times(4_000_000, '<') },
  { name: 'half a message', body: () => honest().slice(0, 600) },
  { name: 'two messages in a row', body: () => honest() + honest() },
  { name: 'JSON', body: () => '{"Envelope":{"Body":{}}}' },
  {
    name: 'an envelope without a body',
    body: () => '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>',
  },
  {
    name: 'a body with two dossiers',
    body: () => {
      const text = honest();
      const body = text.slice(text.indexOf('<soap:Body>') + 11, text.indexOf('</soap:Body>'));
      return text.replace('</soap:Body>', () => `${body}</soap:Body>`);
    },
  },
  {
    name: '20,000 headers in the envelope',
    body: () => altered('<soap:Body>', `<soap:Header>${times(20_000, '<x xmlns="urn:x"/>')}</soap:Header><soap:Body>`),
    fine: true,
  },
];

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const declared = (encoding: string): string => honest().replace('UTF-8', encoding);

/** Bytes that are not what they say. */
const encodings: readonly HostileMessage[] = [
  { name: 'bytes that are no UTF-8', body: () => latin(altered('Blekerijlaan', '\u00e9\u00ff\u00fe')) },
  { name: 'an overlong slash', body: () => Buffer.from(altered('Blekerijlaan', '\u00c0\u00af'), 'latin1') },
  { name: 'surrogates in UTF-8', body: () => Buffer.from(altered('Blekerijlaan', '\u00ed\u00a0\u0080'), 'latin1') },
  { name: 'UTF-16 without a mark', fine: true, body: () => Buffer.from(honest(), 'utf16le') },
  { name: 'UTF-16 of an odd length', body: () => Buffer.from(`\ufeff${honest()}`, 'utf16le').subarray(0, -1) },
  {
    name: 'UTF-32',
    fine: true,
    body: () =>
      Buffer.concat(
        [...honest()].map((one) => {
          const four = Buffer.alloc(4);
          four.writeUInt32LE(one.codePointAt(0) ?? 0);
          return four;
        }),
      ),
  },
  ...['UTF-7', 'EBCDIC-CP-NL', 'ISO-8859-1', 'windows-1252', 'x-zomaar', times(5000, 'a'), 'UCS-4', 'utf-8"'].map(
    (encoding): HostileMessage => ({
      name: `the encoding ${encoding.slice(0, 20)} declared`,
      body: () => declared(encoding),
      fine: true,
    }),
  ),
  {
    name: 'a charset that nobody knows',
    body: () => honest(),
    headers: { 'content-type': 'text/xml; charset=x-zomaar' },
  },
  {
    name: 'a charset against the declaration',
    body: () => honest(),
    headers: { 'content-type': 'text/xml; charset=utf-16' },
  },
  {
    name: 'two charsets',
    body: () => honest(),
    headers: { 'content-type': 'text/xml; charset=utf-8; charset=utf-16' },
    fine: true,
  },
  {
    name: 'a content type without end',
    fine: true,
    body: () => honest(),
    headers: { 'content-type': `text/xml; charset="${times(4000, 'a')}` },
  },
  { name: 'gzip that says so', body: () => latin('\u001f\u008b\u0008\u0000'), headers: { 'content-encoding': 'gzip' } },
];

const deepZip = (levels: number): Uint8Array =>
  levels === 0 ? new Uint8Array(1_000_000) : Buffer.from(zipped({ 'inhoud.xml': deepZip(levels - 1) }), 'base64');
const patched = (offset: (bytes: Buffer) => number, value: readonly number[]): string => {
  const bytes = Buffer.from(zippedText(contentXml('x')), 'base64');
  Buffer.from(value).copy(bytes, offset(bytes));
  return bytes.toString('base64');
};
const directory = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

/** What a zip can hold, or say that it holds. */
const contents: readonly HostileMessage[] = [
  { name: 'base64 that is none', body: () => withContent('@@@@') },
  { name: 'base64 cut off', body: () => withContent('UEsDB') },
  { name: 'base64 of nothing', body: () => withContent('') },
  { name: 'a text for a zip', body: () => withContent(Buffer.from('hallo').toString('base64')) },
  { name: 'a zip of nothing', body: () => withContent(zipped({})) },
  {
    name: 'a bomb of zeros',
    body: () => withContent(zipped({ 'inhoud.xml': new Uint8Array(1_000_000_000) })),
    long: true,
  },
  { name: 'a bomb of 17 MB', body: () => withContent(zipped({ 'inhoud.xml': new Uint8Array(17_000_000) })) },
  { name: 'a zip in a zip in a zip', body: () => withContent(Buffer.from(deepZip(4)).toString('base64')) },
  { name: 'a name that climbs', body: () => withContent(zipped({ '../../inhoud.xml': strToU8(contentXml('x')) })) },
  { name: 'a name that is absolute', body: () => withContent(zipped({ '/etc/passwd': strToU8(contentXml('x')) })) },
  { name: 'a name with a NUL', body: () => withContent(zipped({ 'inhoud.xml\0.exe': strToU8(contentXml('x')) })) },
  { name: 'a name of 60,000 letters', body: () => withContent(zipped({ [times(60_000, 'a')]: strToU8('x') })) },
  {
    name: '20,000 files',
    body: () =>
      withContent(
        zipped(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [String(index), new Uint8Array()]))),
      ),
  },
  {
    name: 'a size that lies',
    body: () => withContent(patched((bytes) => directory(bytes) + 24, [0xff, 0xff, 0xff, 0x7f])),
  },
  {
    name: 'a size that lies the other way',
    body: () => withContent(patched((bytes) => directory(bytes) + 24, [1, 0, 0, 0])),
  },
  { name: 'a checksum that lies', body: () => withContent(patched((bytes) => directory(bytes) + 16, [1, 2, 3, 4])) },
  { name: 'a method that nobody knows', body: () => withContent(patched((bytes) => directory(bytes) + 10, [99, 0])) },
  { name: 'a file that is encrypted', body: () => withContent(patched((bytes) => directory(bytes) + 8, [1, 0])) },
  {
    name: 'an offset past the end',
    body: () => withContent(patched((bytes) => directory(bytes) + 42, [0xff, 0xff, 0xff, 0x7f])),
  },
  {
    name: 'a directory past the end',
    body: () => withContent(patched((bytes) => bytes.length - 6, [0xff, 0xff, 0xff, 0x7f])),
  },
  {
    name: 'content with an external entity',
    body: () =>
      withContent(
        zippedText(contentXml('&e;', { before: '<!DOCTYPE aanlevering [<!ENTITY e SYSTEM "file:///etc/passwd">]>' })),
      ),
  },
  {
    name: 'content of a billion laughs',
    body: () => withContent(zippedText(contentXml('&e11;', { before: `<!DOCTYPE aanlevering [${entities(12)}]>` }))),
  },
  {
    name: 'content nested 100,000 deep',
    body: () =>
      withContent(zippedText(contentXml(times(100_000, '<nadruk type="vet">') + times(100_000, '</nadruk>')))),
  },
  { name: 'content of 15 MB', body: () => withContent(zippedText(contentXml(times(15_000_000, 'a')))), long: true },
  {
    name: 'content of 400,000 wrong elements',
    body: () => withContent(zippedText(contentXml(times(400_000, '<x/>')))),
    long: true,
  },
  {
    name: 'content in UTF-7',
    body: () => withContent(zippedText(contentXml('x', { before: '<?xml version="1.0" encoding="UTF-7"?>' }))),
  },
  {
    name: 'content of random bytes',
    body: () =>
      withContent(zipped({ 'inhoud.xml': Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251) })),
  },
];

const ring = (count: number): string =>
  `POLYGON((${Array.from({ length: count }, (_, index) => `${String(100_000 + ((index * 7919) % 50_000))} ${String(400_000 + ((index * 104_729) % 50_000))}`).join(', ')}, 100000 400000))`;

/** Values that make a judge work. */
const values: readonly HostileMessage[] = [
  {
    name: '20,000 elements that do not belong',
    body: () => inDossier(times(20_000, '<drp:Verkeerd>1</drp:Verkeerd>')),
  },
  { name: '20,000 markers that are wrong', body: () => inDossier(times(20_000, marker('<drp:Wijk/>'))) },
  {
    name: '5,000 subjects that nobody knows',
    body: () =>
      altered(
        '<drp:Gebiedsmarkering>',
        `${numbered(5000, (index) => `<drp:Onderwerp>zomaar ${String(index)}</drp:Onderwerp>`)}<drp:Gebiedsmarkering>`,
      ),
  },
  {
    name: '3,000 markers that are fine',
    body: () =>
      altered(
        '<drp:DatumOntvangst>',
        `${times(3000, marker('<drp:Gemeente><drp:Naam>Woerden</drp:Naam></drp:Gemeente>'))}<drp:DatumOntvangst>`,
      ),
    fine: true,
  },
  { name: 'a title of 4 MB', body: () => altered('[TEST 3PAS]', times(3_900_000, 'T')) },
  { name: 'an authority of 2 MB', body: () => altered('>Woerden<', `>${times(2_000_000, 'W')}<`) },
  { name: 'a reference of 2 MB', body: () => altered('3PASTEST-voorbeeld', times(2_000_000, 'R')) },
  {
    name: 'a ring of 50,000 positions that crosses itself',
    body: () => altered('<drp:DatumOntvangst>', `${area(ring(50_000))}<drp:DatumOntvangst>`),
  },
  {
    name: '400 rings of 300 positions that cross themselves',
    body: () => altered('<drp:DatumOntvangst>', `${times(400, area(ring(300)))}<drp:DatumOntvangst>`),
  },
  {
    name: 'well-known text with 50,000 parentheses',
    body: () =>
      altered(
        '<drp:DatumOntvangst>',
        `${area(`POLYGON${times(50_000, '(')}1 1${times(50_000, ')')}`)}<drp:DatumOntvangst>`,
      ),
  },
  { name: 'coordinates past any number', body: () => altered('120350.5', `${times(400, '9')}e999`) },
  { name: 'a year of nine digits', body: () => altered('2024-02-12', '999999999-01-01') },
  { name: 'a year before Christ', body: () => altered('2024-02-12', '-0044-03-15'), fine: true },
  { name: 'a day that does not exist', body: () => altered('2024-02-12', '2023-02-29') },
  { name: 'a date with a far zone', body: () => altered('2024-02-12', '2024-02-12+14:00'), fine: true },
  { name: 'a postcode of a million letters', body: () => altered('3447GR', times(1_000_000, '3447GR')) },
  { name: 'a house number of a million digits', body: () => altered('>14<', `>${times(1_000_000, '1')}<`) },
];

/** What a sender may put into the body of a POST. */
export const hostileMessages: readonly HostileMessage[] = [...documents, ...encodings, ...contents, ...values];
