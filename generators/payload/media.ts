import { crc32, deflateSync } from 'node:zlib';

/** What stands in the PDF: its title, and lines of text on one page each list. */
export interface PdfText {
  readonly title: string;
  readonly pages: readonly (readonly string[])[];
}

/** A PDF 1.4 document with text in Helvetica, uncompressed, so that a number in it can be replaced by one of equal length. */
export const pdf = (text: PdfText): Uint8Array => {
  const count = text.pages.length;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>',
    `<< /Type /Pages /Kids [${text.pages.map((_, page) => `${String(5 + 2 * page)} 0 R`).join(' ')}] /Count ${String(count)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${unicode(text.title)} >>`,
    ...text.pages.flatMap((lines, page) => pageObjects(lines, 6 + 2 * page)),
  ];
  return Buffer.from(document(objects), 'latin1');
};

const pageObjects = (lines: readonly string[], content: number): readonly string[] => {
  const drawn = `BT /F1 9 Tf 56 780 Td 14 TL\n${lines.map((line) => `(${literal(line)}) Tj T*\n`).join('')}ET`;
  return [
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ' +
      `/Resources << /Font << /F1 3 0 R >> >> /Contents ${String(content)} 0 R >>`,
    `<< /Length ${String(drawn.length)} >>\nstream\n${drawn}\nendstream`,
  ];
};

const document = (objects: readonly string[]): string => {
  let written = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n';
  const offsets = objects.map((object, index) => {
    const offset = written.length;
    written += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const size = String(objects.length + 1);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return (
    `${written}xref\n0 ${size}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${String(written.length)}\n%%EOF\n`
  );
};

/** A literal string in WinAnsi (ISO 32000-1, 7.3.4.2); what the page's font has no sign for becomes a question mark. */
const literal = (text: string): string =>
  text.replace(/[^\x20-\x7E\xA0-\xFF]/gu, '?').replace(/[\\()]/g, (character) => `\\${character}`);

/** A text string as UTF-16BE in hexadecimal (ISO 32000-1, 7.9.2.2). */
const unicode = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** A grey PNG of eight by eight pixels with a text in it. */
export const png = (text: string): Uint8Array => {
  const rows = Buffer.alloc(8 * 9, 128).map((byte, at) => (at % 9 === 0 ? 0 : byte));
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Title\0${text}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** PNG 1.2, 3.2: length, type, data, and a checksum over type and data. */
const chunk = (type: string, data: Uint8Array): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A grey baseline JPEG of eight by eight pixels with a text in it: one block, of which both codes are the bit 0. */
export const jpeg = (text: string): Uint8Array => {
  const oneCode = [1, ...Array<number>(15).fill(0), 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xfe, [...Buffer.from(text, 'latin1')]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...oneCode]),
    segment(0xc4, [0x10, ...oneCode]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
};

/** ITU T.81, B.1.1.4: a marker, and a length that counts itself. */
const segment = (marker: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]);
