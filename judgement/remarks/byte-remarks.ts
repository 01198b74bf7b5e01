import { isAscii, isUtf8 } from 'node:buffer';
import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { Finding } from '../finding.ts';

/** Tells of the first bytes of a message what readers differ over: warnings that break no requirement. */
export const byteRemarks = (message: Uint8Array): readonly Finding[] => {
  const first = Buffer.from(message.subarray(0, 2)).toString('hex');
  const mismatch = misdeclared(message);
  return [
    ...(mismatch === undefined ? [] : [{ ...declarationRemark(message, mismatch), why: 'declared' as const }]),
    ...(isOtherVersion(message) ? [remark('version', otherVersionText(ofSoap))] : []),
    ...(first === '3c00' || first === '003c' ? [remark('byte-order-mark', markText)] : []),
  ];
};

/** What no reader knows is fatal to each that looks at it (XML 1.0, 4.3.3), and the profile's order to look past it (SSBP 1.0, R1019) is one that few keep. */
const declarationRemark = (message: Uint8Array, mismatch: Bilingual): Finding => {
  const declared = declaredIn(message) ?? '';
  return wideNames.test(declared) || isKnown(declared)
    ? remark('declaration', mismatch)
    : { ...remark('unknown-encoding', unknownText(declared)), severity: 'error' };
};

const unknownText = (declared: string): Bilingual => ({
  nl: `De declaratie noemt ${quoted(declared)}, een codering die veel XML-lezers niet kennen. Een gewone XML-lezer stopt daar (XML 1.0, par. 4.3.3), ook al zijn de bytes leesbaar; alleen een ontvanger die de declaratie overslaat (SSBP 1.0, R1019) neemt het bericht aan. Schrijf encoding="UTF-8", en de bytes in UTF-8.`,
  en: `The declaration names ${quoted(declared)}, an encoding that many XML readers do not know. A usual XML reader stops there (XML 1.0, section 4.3.3), readable as the bytes are; only a receiver that skips the declaration (SSBP 1.0, R1019) accepts the message. Write encoding="UTF-8", and the bytes in UTF-8.`,
});

const declaredIn = (document: Uint8Array): string | undefined =>
  /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(startOf(document))?.[1];

/** Whether a document declares another version of XML than 1.0. */
export const isOtherVersion = (document: Uint8Array): boolean =>
  /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?<\?xml\s+version\s*=\s*["'](?!1\.0["'])/.test(startOf(document));

const ofSoap: Bilingual = { nl: 'SOAP 1.1 is XML 1.0', en: 'SOAP 1.1 is XML 1.0' };

/** That it does, with what asks for 1.0. */
export const otherVersionText = (ground: Bilingual): Bilingual => ({
  nl: `De declaratie noemt een andere versie van XML dan 1.0. ${ground.nl}, en veel lezers weigeren een andere. Schrijf version="1.0".`,
  en: `The declaration names another version of XML than 1.0. ${ground.en}, and many readers refuse another. Write version="1.0".`,
});

/** That a document in UTF-8 or UTF-16 declares another encoding, be it none at all, which readers refuse or go by (XML 1.0, 4.3.3). */
export const misdeclared = (document: Uint8Array): Bilingual | undefined => {
  const declared = declaredIn(document);
  const [is, right] = isWide(document) ? (['UTF-16', wideNames] as const) : (['UTF-8', /^utf-?8$/i] as const);
  if (declared === undefined || right.test(declared) || (is === 'UTF-8' && !isUtf8(document))) return undefined;
  if (isAscii(document) && isKnown(declared)) return asciiText(declared);
  const by = is === 'UTF-8' && wideNames.test(declared) ? stringWriter : { nl: '', en: '' };
  return {
    nl: `De declaratie noemt ${quoted(declared)}, en de bytes zijn ${is}${by.nl}. Een lezer die daarop afgaat, weigert het of leest letters als é verkeerd. Schrijf de bytes in UTF-8, met encoding="UTF-8" of zonder declaratie.`,
    en: `The declaration names ${quoted(declared)}, and the bytes are ${is}${by.en}. A reader that goes by it refuses this, or misreads letters such as é. Write the bytes in UTF-8, with encoding="UTF-8" or without a declaration.`,
  };
};

/** Whether readers know an encoding in which ASCII is written as in UTF-8. */
const isKnown = (name: string): boolean => {
  try {
    return !wideNames.test(name) && new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
};

const asciiText = (declared: string): Bilingual => ({
  nl: `De declaratie noemt ${quoted(declared)}, en een bericht is in UTF-8 of UTF-16 (SSBP 1.0, R1012). Dit heeft alleen tekens van ASCII, en met de eerste letter als é gaat het mis. Schrijf encoding="UTF-8", en de bytes in UTF-8.`,
  en: `The declaration names ${quoted(declared)}, and a message is in UTF-8 or UTF-16 (SSBP 1.0, R1012). This one holds ASCII alone, and goes wrong by the first letter such as é. Write encoding="UTF-8", and the bytes in UTF-8.`,
});

const wideNames = /^(?:utf-?16(?:le|be)?|(?:iso-10646-)?ucs-?2)$/i;

const stringWriter: Bilingual = {
  nl: ', zoals StringWriter van .NET het oplevert',
  en: ', as StringWriter of .NET leaves it',
};

const startOf = (document: Uint8Array): string =>
  Buffer.from(document.subarray(0, 400)).toString('latin1').replaceAll('\0', '');

/** Two bytes a character, as a mark or the first bytes show. */
const isWide = ([first, second]: Uint8Array): boolean => first === 0 || second === 0 || (first ?? 0) >= 0xfe;

const remark = (kind: string, text: Bilingual): Finding => ({
  ...{ constraint: `bytes#${kind}`, severity: 'warning', ground: 'public', path: '/', line: 1, column: 1 },
  text,
});

const markText: Bilingual = {
  nl: 'Het bericht is UTF-16 zonder byte order mark, die XML 1.0 (par. 4.3.3) daar vraagt. Schrijf het in UTF-8, of zet FE FF of FF FE ervoor.',
  en: 'The message is UTF-16 without a byte order mark, which XML 1.0 (section 4.3.3) asks for there. Write it in UTF-8, or put FE FF or FF FE before it.',
};
