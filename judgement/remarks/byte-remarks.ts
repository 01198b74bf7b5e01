import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { Finding } from '../finding.ts';

/** Tells of the first bytes of a message what readers differ over: warnings that break no requirement. */
export const byteRemarks = (message: Uint8Array): readonly Finding[] => {
  const start = startOf(message);
  const version = /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?<\?xml\s+version\s*=\s*["'](?!1\.0["'])/.test(start);
  const first = Buffer.from(message.subarray(0, 2)).toString('hex');
  const mismatch = isWide(message) ? misdeclared(message) : undefined;
  return [
    ...(mismatch === undefined ? [] : [{ ...remark('declaration', mismatch), why: 'declared' as const }]),
    ...(version ? [remark('version', olderText)] : []),
    ...(first === '3c00' || first === '003c' ? [remark('byte-order-mark', markText)] : []),
  ];
};

/** That a document in one of UTF-8 and UTF-16 declares the other, which many readers refuse (XML 1.0, 4.3.3). */
export const misdeclared = (document: Uint8Array): Bilingual | undefined => {
  const declared = /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(startOf(document))?.[1];
  const [is, other] = isWide(document) ? (['UTF-16', /^utf-?8$/i] as const) : (['UTF-8', /^utf-?16/i] as const);
  if (declared === undefined || !other.test(declared)) return undefined;
  return {
    nl: `De declaratie noemt ${quoted(declared)}, en de bytes zijn ${is}. Veel lezers weigeren dat. Schrijf de bytes in UTF-8, met encoding="UTF-8" of zonder declaratie.`,
    en: `The declaration names ${quoted(declared)}, and the bytes are ${is}. Many readers refuse that. Write the bytes in UTF-8, with encoding="UTF-8" or without a declaration.`,
  };
};

const startOf = (document: Uint8Array): string =>
  Buffer.from(document.subarray(0, 400)).toString('latin1').replaceAll('\0', '');

/** Two bytes a character, as a mark or the first bytes show. */
const isWide = ([first, second]: Uint8Array): boolean => first === 0 || second === 0 || (first ?? 0) >= 0xfe;

const remark = (kind: string, text: Bilingual): Finding => ({
  ...{ constraint: `bytes#${kind}`, severity: 'warning', ground: 'public', path: '/', line: 1, column: 1 },
  text,
});

const olderText: Bilingual = {
  nl: 'De declaratie noemt een andere versie van XML dan 1.0. SOAP 1.1 is XML 1.0, en veel lezers weigeren een andere. Schrijf version="1.0".',
  en: 'The declaration names another version of XML than 1.0. SOAP 1.1 is XML 1.0, and many readers refuse another. Write version="1.0".',
};

const markText: Bilingual = {
  nl: 'Het bericht is UTF-16 zonder byte order mark, die XML 1.0 (par. 4.3.3) daar vraagt. Schrijf het in UTF-8, of zet FE FF of FF FE ervoor.',
  en: 'The message is UTF-16 without a byte order mark, which XML 1.0 (section 4.3.3) asks for there. Write it in UTF-8, or put FE FF or FF FE before it.',
};
