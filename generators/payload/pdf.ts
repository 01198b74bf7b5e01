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
