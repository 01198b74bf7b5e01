import type { Bilingual } from './bilingual.ts';
import { besideZip, noZipText } from './packing-text.ts';

/** Why bytes are no whole zip of one part. */
export type NoZip = keyof typeof layouts | 'end';

/** Why what a zip says of a file is not so. */
export type Damage = keyof typeof damages;

/** Why a file in a zip is not one to unpack. */
export type Oddity = keyof typeof oddities;

/** Whether a word is one of those for why a file in a zip is not one to unpack. */
export const isOddity = (word: string): word is Oddity => Object.hasOwn(oddities, word);

/** Whether a word is one of those for why what a zip says of a file is not so. */
export const isDamage = (word: string): word is Damage => Object.hasOwn(damages, word);

const again: Bilingual = { nl: 'Pak het bestand opnieuw in', en: 'Pack the file again' };

const layouts = {
  parted: {
    nl: 'het is een deel van een zip in meer delen. Pak het bestand in één deel in.',
    en: 'it is a part of a zip in several parts. Pack the file in one part.',
  },
  counts: {
    nl: `het einde noemt een ander aantal bestanden dan de lijst van bestanden heeft. ${again.nl}.`,
    en: `its end tells another number of files than its list of files has. ${again.en}.`,
  },
  directory: {
    nl: `de lijst van bestanden staat niet waar het einde zegt. ${again.nl}, en lever alle bytes aan.`,
    en: `its list of files is not where its end says. ${again.en}, and deliver all bytes.`,
  },
  'wide-end': {
    nl: `het einde verwijst naar gegevens van zip64, en die ontbreken of kloppen niet. ${again.nl}, zonder zip64.`,
    en: `its end refers to data of zip64, which are missing or wrong. ${again.en}, without zip64.`,
  },
  'wide-field': {
    nl: `een lengte staat in een veld van zip64, en dat ontbreekt of is afgekapt. ${again.nl}, zonder zip64.`,
    en: `a length stands in a field of zip64, which is missing or cut off. ${again.en}, without zip64.`,
  },
  before: {
    nl: 'er staan bytes voor het eerste bestand. Lever alleen de bytes van de zip aan.',
    en: 'bytes stand before the first file. Deliver the bytes of the zip alone.',
  },
  between: {
    nl: `er staan bytes in die van geen bestand zijn. ${again.nl}, in een nieuwe zip.`,
    en: `it holds bytes that belong to no file. ${again.en}, in a new zip.`,
  },
  overlap: {
    nl: `twee bestanden staan over elkaar heen. ${again.nl}, in een nieuwe zip.`,
    en: `two of its files lie over each other. ${again.en}, in a new zip.`,
  },
} satisfies Record<string, Bilingual>;

const damages = {
  'local-header': {
    nl: 'op de plaats die de zip noemt, staat geen bestand',
    en: 'no file is in the place that the zip tells',
  },
  'local-name': {
    nl: 'de zip geeft het twee namen: in de lijst van bestanden een andere dan bij het bestand zelf',
    en: 'the zip gives it two names: in its list of files another than at the file itself',
  },
  'unicode-name': {
    nl: 'de zip geeft het twee namen: een andere in het extra veld voor Unicode (Unicode Path)',
    en: 'the zip gives it two names: another in its extra field for Unicode (Unicode Path)',
  },
  'local-method': {
    nl: 'de zip noemt twee manieren waarop het is ingepakt',
    en: 'the zip tells two ways in which it is packed',
  },
  'local-sums': {
    nl: 'de zip noemt twee lengtes of controlegetallen: in de lijst van bestanden andere dan bij het bestand zelf',
    en: 'the zip tells two lengths or checksums: in its list of files others than at the file itself',
  },
  past: {
    nl: 'de ingepakte lengte die de zip noemt, is meer dan er is',
    en: 'the packed length that the zip tells is more than there is',
  },
  stream: {
    nl: 'de ingepakte bytes zijn beschadigd of houden te vroeg op',
    en: 'its packed bytes are damaged or end too early',
  },
  'packed-length': {
    nl: 'de ingepakte bytes houden op voor de lengte die de zip noemt',
    en: 'its packed bytes end before the length that the zip tells',
  },
  length: {
    nl: 'de uitgepakte lengte is een andere dan de zip noemt',
    en: 'its unpacked length is another than the zip tells',
  },
  sum: { nl: 'het controlegetal (CRC) klopt niet', en: 'its checksum (CRC) is wrong' },
  descriptor: {
    nl: 'controlegetal (CRC) en lengtes achter het bestand ontbreken of zijn andere dan in de lijst van bestanden',
    en: 'the checksum (CRC) and lengths behind the file are missing, or others than in the list of files',
  },
  'descriptor-width': {
    nl: 'de lengtes achter het bestand zijn van acht bytes zonder veld van zip64, of van vier met dat veld',
    en: 'the lengths behind the file have eight bytes without a field of zip64, or four with that field',
  },
} satisfies Record<string, Bilingual>;

/** APPNOTE 4.4.4 for the first, 4.4.15 for the others, by the attributes that the system of its maker gives a file. */
const oddities = {
  patched: {
    nl: 'Het bestand is een verschil met een ander bestand (patched data). Pak het bestand zelf in.',
    en: 'The file is a difference from another file (patched data). Pack the file itself.',
  },
  link: {
    nl: 'Het bestand is een symbolische koppeling naar een ander bestand. Pak het bestand zelf in.',
    en: 'The file is a symbolic link to another file. Pack the file itself.',
  },
  special: {
    nl: 'Volgens de zip is dit een map of een apparaat, en geen gewoon bestand. Pak het bestand zelf in.',
    en: 'By the zip this is a folder or a device, and no plain file. Pack the file itself.',
  },
} satisfies Record<string, Bilingual>;

/** Why a file in a zip is not one to unpack, and what to do. */
export const oddityText = (why: Oddity): Bilingual => oddities[why];

/** Why bytes are no whole zip, or what they are instead, and what to do. */
export const layoutText = (bytes: Uint8Array, why: NoZip): Bilingual => {
  if (why === 'end') return noZipText(bytes);
  const { nl, en } = layouts[why];
  return (
    (why === 'directory' ? besideZip(bytes) : undefined) ?? {
      nl: `De inhoud is geen zip-bestand dat elke lezer leest: ${nl}`,
      en: `The content is not a zip file that every reader reads: ${en}`,
    }
  );
};

/** What is wrong with a file in a zip, and what to do. */
export const damageText = (why: Damage): Bilingual => ({
  nl: `Het bestand is beschadigd: ${damages[why].nl}. Pak het opnieuw in.`,
  en: `The file is damaged: ${damages[why].en}. Pack it again.`,
});
