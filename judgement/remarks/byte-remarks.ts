import type { Bilingual } from '#contract/texts/bilingual';
import type { Finding } from '../finding.ts';

/** Tells of the first bytes of a message what readers differ over: warnings that break no requirement. */
export const byteRemarks = (message: Uint8Array): readonly Finding[] => {
  const start = Buffer.from(message.subarray(0, 400)).toString('latin1').replaceAll('\0', '');
  const version = /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?<\?xml\s+version\s*=\s*["'](?!1\.0["'])/.test(start);
  const first = Buffer.from(message.subarray(0, 2)).toString('hex');
  return [
    ...(version ? [remark('version', olderText)] : []),
    ...(first === '3c00' || first === '003c' ? [remark('byte-order-mark', markText)] : []),
  ];
};

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
