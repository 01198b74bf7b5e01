import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { redactorOf } from '../redact.ts';

const credentials = { username: 'gebruiker-Zon', password: 'wachtw <Ünïcöde> + "42"/x€' };
const redactor = redactorOf(credentials);
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
const pair = `Basic ${bytesOf(`${credentials.username}:${credentials.password}`).toString('base64')}`;
const message = `<a kop="x">bericht ${credentials.password} en meer</a>`;
const wrapped = (text: string, width: number, end: string): string =>
  text.replace(new RegExp(`.{${String(width)}}`, 'g'), `$&${end}`);
const hex = (text: string): string => bytesOf(text).toString('hex');
const pairs = (text: string): readonly string[] => hex(text).match(/../g) ?? [];
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const references = (text: string): string =>
  Array.from(text, (one) => `&#x${one.codePointAt(0)?.toString(16) ?? ''};`).join('');
const quotedPrintable = (text: string): string =>
  wrapped(
    pairs(text)
      .map((pair) => `=${pair.toUpperCase()}`)
      .join(''),
    72,
    '=\r\n',
  );
const inFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const uuencoded = (text: string): string => {
  const lines = hex(text).match(/.{1,90}/g) ?? [];
  const digits = (group: string): string => {
    const bits = parseInt(group.padEnd(6, '0'), 16);
    return [18, 12, 6, 0].map((shift) => String.fromCharCode(((bits >> shift) & 63) + 32).replace(' ', '`')).join('');
  };
  const body = lines.map(
    (line) => String.fromCharCode(line.length / 2 + 32) + (line.match(/.{1,6}/g) ?? []).map(digits).join(''),
  );
  return ['begin 644 bericht', ...body, '`', 'end', ''].join('\n');
};
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

const guises: Readonly<Record<string, string | Buffer>> = {
  'Basic in lower case': pair.toLowerCase(),
  'Basic in upper case': pair.toUpperCase(),
  'the password in upper case': credentials.password.toUpperCase(),
  'a message in hexadecimal': hex(message),
  'a message in upper-case hexadecimal': hex(message).toUpperCase(),
  'a message in hexadecimal behind a digit': `a${hex(message)}`,
  'a message in hexadecimal with colons': pairs(message).join(':'),
  'a message in hexadecimal with spaces': pairs(message).join(' '),
  'a message in hexadecimal as a list': pairs(message)
    .map((pair) => `0x${pair}`)
    .join(', '),
  'a message in hexadecimal as in a program': pairs(message)
    .map((pair) => `\\x${pair}`)
    .join(''),
  'a message in hexadecimal, in lines': wrapped(hex(message), 64, '\n'),
  'a message in base64': base64(message),
  'a message in base64 at another offset': base64(`x${message}`),
  'a message in base64 at a third offset': base64(`xy${message}`),
  'a message in base64url': bytesOf(message).toString('base64url'),
  'a message in base64, in lines of 76': wrapped(base64(message), 76, '\r\n'),
  'a message in base64, in lines of 7': wrapped(base64(message), 7, '\n'),
  'a message in base64, in lines as JSON writes them': wrapped(base64(message), 20, String.raw`\r\n`),
  'a message in base64, in lines as XML writes them': wrapped(base64(message), 20, '&#13;&#10;'),
  'a message in lower-case base64': base64(message).toLowerCase(),
  'a message in base64 of base64': base64(base64(message)),
  'a message in base64 of base64, in lines': wrapped(base64(wrapped(base64(message), 76, '\n')), 76, '\n'),
  'a message in base64 of hexadecimal': base64(hex(message)),
  'a message in hexadecimal of base64': hex(base64(message)),
  'a message in base64 of JSON': base64(JSON.stringify({ message })),
  'a message in base64 of UTF-16': base64(wide(message)),
  'a message in hexadecimal of UTF-16': wide(message).toString('hex'),
  'a message in base64 of gzip': base64(gzipSync(message)),
  'base64 behind other letters of its alphabet': `/Zm/kop/${base64(hex(message))}`,
  'percent-encoded whole': pairs(message)
    .map((pair) => `%${pair}`)
    .join(''),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(message)),
  'as a form has it': new URLSearchParams({ message }).toString(),
  'in XML escaped twice': message
    .replaceAll('<', '&amp;lt;')
    .replaceAll('"', '&amp;quot;')
    .replaceAll('ü', '&amp;#252;'),
  'in character references': references(message),
  'in character references of base64': references(base64(message)),
  'in JSON in JSON': JSON.stringify(JSON.stringify(message)),
  'in JSON in XML': references(JSON.stringify(message)),
  'in octal escapes': Array.from(bytesOf(message), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  'in quoted-printable': quotedPrintable(message),
  'as a list of numbers': JSON.stringify(bytesOf(message)),
  'as a record of numbers': JSON.stringify(new Uint8Array(bytesOf(message))),
  'as a list of bits': pairs(message)
    .map((pair) => parseInt(pair, 16).toString(2).padStart(8, '0'))
    .join(' '),
  'in bits': pairs(message)
    .map((pair) => parseInt(pair, 16).toString(2).padStart(8, '0'))
    .join(''),
  'the password in full width': inFullWidth(credentials.password),
  'a message in full width': inFullWidth(message),
  'a message in full width, in character references': references(inFullWidth(message)),
  'a message in mathematical bold': message.replace(/[a-z]/g, (one) =>
    String.fromCodePoint(0x1d41a + one.charCodeAt(0) - 97),
  ),
  'the password in uuencode': uuencoded(credentials.password),
  'a message in uuencode': uuencoded(message),
  'a message in uuencode at another offset': uuencoded(`x${message}`),
  'a message in uuencode at a third offset, with spaces for zeros': uuencoded(`xy${message}`).replaceAll('`', ' '),
  'a message by ROT13': message.replace(/[a-z]/gi, (one) =>
    String.fromCharCode(one.charCodeAt(0) + (/[a-m]/i.test(one) ? 13 : -13)),
  ),
  'in UTF-16': wide(`\uFEFF${message}`),
  'in UTF-16 after other bytes': Buffer.concat([bytesOf('<x>'), wide(message)]),
  'in UTF-16 of the other order': wide(`\uFEFF${message}`).swap16(),
  'in gzip': gzipSync(message),
  'in gzip that is cut off': gzipSync(message + Buffer.alloc(100_000, 'abcdefg').toString('base64')).subarray(0, 300),
  'in gzip of gzip': gzipSync(gzipSync(message)),
  'in zlib': deflateSync(message),
};

/** Whatever is left says none of it. */
const left = (clean: Uint8Array): string => Buffer.from(clean).toString('latin1').replaceAll('\0', '');

describe('a redactor takes a secret out of an answer that holds it', () => {
  test.each(Object.entries(guises))('%s', (_, guise) => {
    const clean = left(redactor.bytes(Buffer.from(guise)));

    expect(clean).toContain('***');
    expect(clean.length).toBeLessThan(guise.length);
  });

  test.each(Object.entries(guises).filter(([, guise]) => typeof guise === 'string' && !/[\r\n]/.test(guise)))(
    'in the text of one element, and leaves the others: %s',
    (_, guise) => {
      const text = guise.toString().replaceAll('<', '&lt;').replaceAll('"', '&quot;');

      const clean = redactor.text(`<s:Envelope><x>een ${text}</x><y>twee drie</y></s:Envelope>`);

      expect(clean).toContain('***');
      expect(clean).toContain('<y>twee drie</y></s:Envelope>');
    },
  );

  test.each(
    Object.entries(guises).filter(([name, guise]) => typeof guise === 'string' && !name.includes('JSON in JSON')),
  )('in a comment or CDATA section, and leaves its ends: %s', (_, guise) => {
    const clean = redactor.text(`<a>x</a><!-- een ${guise.toString()} twee --><![CDATA[${guise.toString()}]]>`);

    expect(clean).toMatch(/^<a>x<\/a><!--[^]*\*\*\*[^]*--><!\[CDATA\[[^]*\*\*\*[^]*\]\]>$/);
  });

  test('in a body whose Content-Encoding alone says how it is packed', () => {
    expect(left(redactor.bytes(brotliCompressSync(message), 'br'))).toBe('***');
    expect(left(redactor.bytes(deflateRawSync(message), 'deflate'))).toBe('***');
    expect(left(redactor.bytes(brotliCompressSync('niets'), 'br'))).not.toBe('***');
  });

  test('in what unpacks to more than can be searched, since nobody can tell', () => {
    expect(left(redactor.bytes(gzipSync(Buffer.alloc(32 * 1024 * 1024))))).toBe('***');
  });

  test.each([
    ['<a>', '<!-- x -->', '</a>'],
    ['<a>', '<?x y?>', '</a>'],
    ['<a><![CDATA[', ']]><![CDATA[', ']]></a>'],
    ['<a>', '<![CDATA[]]>', '</a>'],
  ])('of which markup parts the letters: %j', (before, between, after) => {
    const clean = redactor.text(before + [...message].join(between) + after);

    expect(clean).toContain('***');
    expect(clean.length).toBeLessThan(message.length * between.length);
  });

  test('each time that it comes', () => {
    const answer = bytesOf(`<a>${hex(message)}</a>`);

    expect([1, 2, 3].map(() => left(redactor.bytes(answer)))).toEqual(Array(3).fill('<a>***</a>'));
  });
});

test('a secret in bytes is found in base64 and hexadecimal', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256));
  const { text } = redactorOf(undefined, [key]);

  expect(text(`sleutel ${base64(key)} einde`)).toBe('sleutel *** einde');
  expect(text(`sleutel ${key.toString('hex')} einde`)).toBe('sleutel *** einde');
});

const large: Readonly<Record<string, string>> = {
  base64: base64(Buffer.alloc(600_000, 'bladiebla')),
  hexadecimal: hex('bladiebla'.repeat(50_000)),
  'percent-encoded': '%41'.repeat(300_000),
  backslashes: '\\'.repeat(1_000_000),
  references: '&amp;'.repeat(200_000),
  numbers: '1,2,'.repeat(250_000),
  'white space': ' \n'.repeat(500_000),
  words: 'ab '.repeat(300_000),
  'equals signs': '='.repeat(1_000_000),
  markup: '<'.repeat(1_000_000),
};

test.each(Object.keys(large))('a large answer of %s without a secret comes back as it was', (name) => {
  const bytes = bytesOf(large[name] ?? '');

  expect(redactor.bytes(bytes) === bytes).toBe(true);
});
