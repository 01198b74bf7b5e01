import type { Bilingual } from './bilingual.ts';
import { quoted } from './quoted.ts';

/** What bytes that are no zip are instead, and what to do. */
export const noZipText = (bytes: Uint8Array): Bilingual => {
  const extra = besideZip(bytes);
  if (extra !== undefined) return extra;
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const [, is] = bytes.length === 0 ? [undefined, empty] : (forms.find(([pattern]) => pattern.test(start)) ?? []);
  return is === undefined
    ? {
        nl: 'De inhoud is geen zip-bestand. Pak het bestand opnieuw in, als zip in één deel.',
        en: 'The content is not a zip file. Pack the file again, as a zip in one part.',
      }
    : {
        nl: `De inhoud is geen zip-bestand: ${is.nl}`,
        en: `The content is not a zip file: ${is.en}`,
      };
};

/** Bytes before the first file of a zip or behind its end record, where that is all that is wrong with it. */
export const besideZip = (bytes: Uint8Array): Bilingual | undefined => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0 || end + 22 > all.length) return undefined;
  const shift = end - all.readUInt32LE(end + 12) - all.readUInt32LE(end + 16);
  const before = shift > 0 && /^PK(?:\x03\x04|\x05\x06)/.test(all.toString('latin1', shift, shift + 4)) ? shift : 0;
  const behind = all.length - end - 22 - all.readUInt16LE(end + 20);
  if (before === 0 && behind <= 0) return undefined;
  const [count, nl, en] = before > 0 ? [before, 'ervoor', 'before'] : [behind, 'erachter', 'behind'];
  return {
    nl: `De inhoud is geen zip-bestand: er staat een zip in, met ${String(count)} ${count === 1 ? 'byte' : 'bytes'} ${nl}. Lever alleen de bytes van de zip aan.`,
    en: `The content is not a zip file: it holds one, with ${String(count)} ${count === 1 ? 'byte' : 'bytes'} ${en} it. Deliver the bytes of the zip alone.`,
  };
};

const empty: Bilingual = {
  nl: 'het element is leeg. Zet de zip er als base64 in.',
  en: 'the element is empty. Put the zip in it as base64.',
};

const packed = (nl: string, en: string): Bilingual => ({
  nl: `${nl}. Pak het bestand in als zip, en codeer die als base64.`,
  en: `${en}. Pack the file as a zip, and encode that as base64.`,
});

/** By what bytes begin with. */
const forms: readonly (readonly [pattern: RegExp, is: Bilingual])[] = [
  [
    /^PK(?:\x03\x04|\x05\x06|\x07\x08)/,
    {
      nl: 'het begin is van een zip, en het einde ontbreekt of klopt niet. Lever alle bytes van de zip aan, in één deel.',
      en: 'it begins as a zip, and the end is missing or wrong. Deliver all bytes of the zip, in one part.',
    },
  ],
  [
    /^UEsDB/,
    {
      nl: 'het is de base64 van een zip, dus twee keer gecodeerd. Codeer de zip één keer; veel SOAP-bibliotheken doen dat zelf.',
      en: 'it is the base64 of a zip, so encoded twice. Encode the zip once; many SOAP libraries do so themselves.',
    },
  ],
  [/^\x1f\x8b/, packed('dit is gzip', 'this is gzip')],
  [/^7z\xbc\xaf/, packed('dit is een 7z-archief', 'this is a 7z archive')],
  [/^Rar!/, packed('dit is een rar-archief', 'this is a rar archive')],
  [/^%PDF-/, packed('dit is een pdf die niet is ingepakt', 'this is a PDF that is not packed')],
  [
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<|^<\0|^\0</,
    packed('dit is XML die niet is ingepakt', 'this is XML that is not packed'),
  ],
];

/** What belongs in an element as base64. */
export type Packing = 'zip' | 'file';

const bytesOf: Readonly<Record<Packing, Bilingual>> = {
  zip: { nl: 'de bytes van de zip', en: 'the bytes of the zip' },
  file: { nl: 'de bytes van het bestand', en: 'the bytes of the file' },
};

/** Why a text is no base64, and what to do. */
export const noBase64Text = (text: string, packing: Packing): Bilingual => {
  const bare = text.replace(/\s+/g, '');
  const why = whyNoBase64(bare, bytesOf[packing]);
  return { nl: `De inhoud is geen base64: ${why.nl}`, en: `The content is not base64: ${why.en}` };
};

/** That there are elements where base64 belongs, and what to do. */
export const markupText: Readonly<Record<Packing, Bilingual>> = {
  zip: {
    nl: 'De inhoud is geen base64: er staat XML in het element zelf. Pak het bestand in als zip, codeer die als base64, en zet die tekst erin.',
    en: 'The content is not base64: XML stands in the element itself. Pack the file as a zip, encode that as base64, and put that text in it.',
  },
  file: {
    nl: 'De inhoud is geen base64: er staat XML in het element zelf. Codeer de bytes van het bestand als base64, en zet die tekst erin.',
    en: 'The content is not base64: XML stands in the element itself. Encode the bytes of the file as base64, and put that text in it.',
  },
};

/** What programs write in place of the bytes. */
const mistakes: readonly (readonly [pattern: RegExp, text: Bilingual])[] = [
  [
    /^(?:System\.Byte\[\]|\[B@[\da-f]+|\[objectObject\]|Array|java\.\S+|System\.\S+)$/,
    {
      nl: 'er staat de naam van een type, niet wat erin zit.',
      en: 'the name of a type stands there, not what it holds.',
    },
  ],
  [
    /^b['"]/,
    {
      nl: "er staat b'…' omheen: zo schrijft Python bytes als tekst. Maak er eerst tekst van, met decode('ascii').",
      en: "b'…' stands around it: so Python writes bytes as text. Make it text first, by decode('ascii').",
    },
  ],
  [
    /^(?:[A-Za-z]:|file:|\/|\\\\|\.{1,2}[/\\])\S*\.\w{2,4}$/,
    {
      nl: 'er staat de plaats van een bestand, niet wat erin zit.',
      en: 'the place of a file stands there, not what it holds.',
    },
  ],
];

const whyNoBase64 = (bare: string, whole: Bilingual): Bilingual => {
  const [uri] = /^data:[^,]*,/.exec(bare) ?? [];
  if (uri !== undefined)
    return {
      nl: `er staat ${quoted(uri)} voor. Laat dat weg.`,
      en: `${quoted(uri)} stands before it. Leave that out.`,
    };
  if (/^[\w-]+={0,2}$/.test(bare) && /[-_]/.test(bare))
    return {
      nl: 'dit is base64url. Schrijf + en / in plaats van - en _.',
      en: 'this is base64url. Write + and / in place of - and _.',
    };
  if (/^(?:[\da-f]{2})+$/i.test(bare))
    return {
      nl: `dit is hexadecimaal. Codeer ${whole.nl} als base64.`,
      en: `this is hexadecimal. Encode ${whole.en} as base64.`,
    };
  const [, mistaken] = mistakes.find(([pattern]) => pattern.test(bare)) ?? [];
  if (mistaken !== undefined)
    return { nl: `${mistaken.nl} Codeer ${whole.nl} als base64.`, en: `${mistaken.en} Encode ${whole.en} as base64.` };
  const [strange] = /[^A-Za-z\d+/=]/u.exec(bare) ?? [];
  if (strange !== undefined)
    return {
      nl: `het teken ${quoted(strange)} hoort er niet in. Codeer ${whole.nl} als base64.`,
      en: `the character ${quoted(strange)} does not belong in it. Encode ${whole.en} as base64.`,
    };
  if (bare.length % 4 === 0)
    return {
      nl: `er staat een = middenin, of de laatste tekens kloppen niet. Codeer ${whole.nl} in één keer.`,
      en: `a = stands in the middle, or the last characters are wrong. Encode ${whole.en} in one go.`,
    };
  return {
    nl: 'het aantal tekens is geen viervoud. Lever alle tekens aan, met = aan het einde als vulling.',
    en: 'its number of characters is no multiple of four. Deliver all characters, with = at the end as padding.',
  };
};
