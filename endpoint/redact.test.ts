import { describe, expect, test } from 'vitest';
import { redactorOf } from './redact.ts';

const credentials = { username: 'jansen', password: 'g&h<e"im/+ë😀' };
const redactor = redactorOf(credentials);
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const entities = (text: string, write: (code: number) => string): string =>
  Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');
const inFull = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const disguises: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['base64', base64],
  ['base64url', (text) => Buffer.from(text, 'utf8').toString('base64url')],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded whole, in lower case', inFull],
  ['XML entities', (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')],
  ['decimal references', (text) => entities(text, (code) => `&#${String(code)};`)],
  ['hexadecimal references with zeros', (text) => entities(text, (code) => `&#x00${code.toString(16)};`)],
  ['JSON escapes', (text) => JSON.stringify(text).slice(1, -1)],
  [
    'JSON escapes of every unit',
    (text) =>
      text
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  ],
  ['percent-encoded base64', (text) => encodeURIComponent(base64(text))],
];

describe('redactorOf', () => {
  test.each(disguises)('takes out a password written %s', (_, disguise) => {
    const secret = disguise(credentials.password);

    const cleaned = redactor.text(`<p>known: ${secret} !</p>`);

    expect(cleaned).not.toContain(secret);
    expect(cleaned).toBe('<p>known: *** !</p>');
  });

  test.each(disguises)('takes out a username written %s', (_, disguise) => {
    expect(redactor.text(`for "${disguise(credentials.username)}"`)).toBe('for "***"');
  });

  test.each([0, 1, 2, 3])('takes out the base64 of a password behind %i other bytes', (length) => {
    const echoed = base64(`${'x'.repeat(length)}${credentials.password}tail`);

    const cleaned = redactor.text(echoed);

    const decoded = Buffer.from(cleaned.replaceAll('***', ''), 'base64').toString('latin1');
    expect(decoded).not.toContain('h<e"im');
  });

  test.each(disguises)('takes a password written %s out of bytes of our own too', (_, disguise) => {
    const bytes = Buffer.from(`<p>known: ${disguise(credentials.password)} !</p>`);

    expect(Buffer.from(redactor.ownBytes(bytes)).toString()).toContain('known: ***');
  });

  test('gives back bytes of our own without one as they were', () => {
    const bytes = Buffer.from('<p>known</p>');

    expect(redactor.ownBytes(bytes)).toBe(bytes);
  });

  test('takes out what HTTP Basic carries', () => {
    expect(redactor.text(`Basic ${base64('jansen:g&h<e"im/+ë😀')}`)).toBe('Basic ***');
  });

  test.each(['utf16le', 'utf16be'])('works on %s bytes and gives the rest back', (encoding) => {
    const written = Buffer.from(`\uFEFF<a>${credentials.password}</a>`, 'utf16le');
    const bytes = encoding === 'utf16le' ? written : written.swap16();

    const cleaned = Buffer.from(redactor.bytes(bytes));

    const text = (encoding === 'utf16le' ? cleaned : Buffer.from(cleaned).swap16()).toString('utf16le');
    expect(text).toBe('\uFEFF<a>***</a>');
  });

  test('gives bytes without a secret back as they were, whatever they are', () => {
    const bytes = Uint8Array.from({ length: 513 }, (_, index) => index % 256);

    expect(redactor.bytes(bytes)).toBe(bytes);
  });

  test('leaves a username that is a word of the markup where it is markup', () => {
    const { text } = redactorOf({ username: 'soap', password: undefined });
    const envelope =
      '<soap:Envelope xmlns:soap="http://x/soap/envelope/"><a soap="1" b="soap">soap soapbox</a></soap:Envelope>';

    expect(text(envelope)).toBe(
      '<soap:Envelope xmlns:soap="http://x/soap/envelope/"><a soap="1" b="***">*** soapbox</a></soap:Envelope>',
    );
  });

  test('takes a username out of what looks like markup and is text', () => {
    const { text } = redactorOf({ username: 'jansen', password: undefined });

    expect(text('<a><!-- jansen --><?p jansen?><![CDATA[jansen]]></a>')).toBe(
      '<a><!-- *** --><?p ***?><![CDATA[***]]></a>',
    );
  });

  test('cleans names and values of headers, but not what HTTP prescribes', () => {
    const { headers } = redactorOf({ username: 'text', password: 'wachtwoord' });

    expect(headers({ 'content-type': 'text/xml', 'x-wachtwoord': 'hello text', server: 'wachtwoord' })).toEqual({
      'content-type': 'text/xml',
      'x-***': 'hello ***',
      server: '***',
    });
  });

  test('takes every secret out of a large answer that is full of them', () => {
    const cleaned = Buffer.from(redactor.bytes(Buffer.from('jansen '.repeat(150_000)))).toString('utf8');

    expect(cleaned).toBe('*** '.repeat(150_000));
  });
});

describe('an answer reveals the password', () => {
  const reveals = (password: string, text: string): boolean =>
    redactorOf({ username: 'gebruiker', password }).reveals({ headers: {}, body: Buffer.from(text) });
  const pair = (password: string): string => Buffer.from(`gebruiker:${password}`).toString('base64');

  test.each([
    ['geheim-4711', 'Onjuist: geheim-4711'],
    ['geheim-4711', `Basic ${pair('geheim-4711')}`],
    ['geheim-4711', Buffer.from('geheim-4711').toString('hex')],
    ['wachtwoord', `Basic ${pair('wachtwoord')}`],
  ])('%s in %j', (password, text) => {
    expect(reveals(password, text)).toBe(true);
  });

  test.each([
    ['wachtwoord', 'Onjuiste gebruikersnaam of wachtwoord'],
    ['20200101', 'http://example.org/20200101/'],
    ['', `Basic ${pair('')}`],
    ['geheim-4711', 'gebruiker: ***'],
    ['geheim-4711', Buffer.from('gebruiker').toString('base64')],
  ])('%j, but not in %j', (password, text) => {
    expect(reveals(password, text)).toBe(false);
  });
});
