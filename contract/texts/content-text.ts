import type { Bilingual } from './bilingual.ts';
import { quoted } from './quoted.ts';
import { placedText, type XmlProblem } from './xml-problem.ts';
import { type Damage, damageText, isDamage, isOddity, type Oddity, oddityText } from './zip-text.ts';

/** Why content can't be read; the words are those of the view's `fout`. */
export type ContentFault = 'base64' | 'zip' | 'xml' | 'dtd' | 'pdf' | 'te-groot' | 'versleuteld' | 'methode' | 'crc';

/** What content that can't be read is, and what to do; with the place and the problem of XML where they are known. */
export const contentText = (fault: ContentFault, problem?: XmlProblem): Bilingual => {
  if (problem === undefined) return texts[fault];
  const { nl, en } = placedText(problem);
  return { nl: `Het bestand is geen welgevormde XML. ${nl}`, en: `The file is not well-formed XML. ${en}` };
};

const texts: Readonly<Record<ContentFault, Bilingual>> = {
  base64: {
    nl: 'De inhoud is geen base64. Codeer de bytes opnieuw.',
    en: 'The content is not base64. Encode the bytes again.',
  },
  zip: {
    nl: 'De inhoud is geen zip-bestand. Pak de bestanden opnieuw in, zonder splitsing.',
    en: 'The content is not a zip file. Pack the files again, in one part.',
  },
  xml: {
    nl: 'Het bestand is geen welgevormde XML. Maak er welgevormde XML van.',
    en: 'The file is not well-formed XML. Make it well-formed XML.',
  },
  dtd: {
    nl: 'Het bestand heeft een documenttypedeclaratie (DTD). Laat die weg.',
    en: 'The file has a document type declaration (DTD). Leave it out.',
  },
  pdf: {
    nl: 'Het bestand is geen PDF. Lever een PDF aan, of geef het bestand een andere naam.',
    en: 'The file is not a PDF. Deliver a PDF, or give the file another name.',
  },
  'te-groot': {
    nl: 'De uitgepakte inhoud is te groot. Lever minder of kleinere bestanden aan.',
    en: 'The unpacked content is too large. Deliver fewer or smaller files.',
  },
  versleuteld: {
    nl: 'Het bestand is versleuteld. Pak het in zonder wachtwoord.',
    en: 'The file is encrypted. Pack it without a password.',
  },
  methode: {
    nl: 'Het bestand is op een onbekende manier ingepakt. Gebruik deflate, of pak het ongecomprimeerd in.',
    en: 'The file is packed in an unknown way. Use deflate, or store it.',
  },
  crc: {
    nl: 'Het bestand is beschadigd: lengte of controlegetal klopt niet. Pak het opnieuw in.',
    en: 'The file is damaged: its length or checksum is wrong. Pack it again.',
  },
};

/** Every word for why content can't be read. */
export const contentFaults: readonly string[] = Object.keys(texts);

/** Ways to pack that zips know and their readers mostly not, by number (APPNOTE 4.4.5). */
const methods: Readonly<Record<number, string>> = {
  1: 'shrink',
  6: 'implode',
  9: 'deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'zstd',
  95: 'xz',
  98: 'PPMd',
  99: 'AES',
};

/** Why a file in a zip can't be unpacked, with the way in which it is packed. */
export const packedText = (why: 'versleuteld' | 'methode' | Oddity | Damage, method: number): Bilingual => {
  if (isDamage(why)) return damageText(why);
  if (isOddity(why)) return oddityText(why);
  const way = methods[method];
  if (why === 'versleuteld' || way === undefined) return texts[why];
  return {
    nl: `Het bestand is ingepakt met ${way}. Gebruik deflate, of pak het ongecomprimeerd in.`,
    en: `The file is packed by ${way}. Use deflate, or store it.`,
  };
};

/** What is said of a file, with its name before it. */
export const ofFile = (name: string, { nl, en }: Bilingual): Bilingual => ({
  nl: `${quoted(name)}: ${lower(nl)}`,
  en: `${quoted(name)}: ${lower(en)}`,
});

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Files that are named of a zip. */
const mostNamed = 5;

/** What a zip holds, with what is odd about a name and what to do. */
export const filesText = (all: readonly string[]): Bilingual => {
  const shown = all.slice(0, mostNamed).map((name) => quoted(name));
  const more = all.length > mostNamed ? ', …' : '';
  const odd = new Map(
    all.flatMap((name) => {
      const text = fileNameText(name) ?? fileFormText(name);
      return text === undefined ? [] : [[text.nl.slice(text.nl.indexOf(': ')), text] as const];
    }),
  );
  const said = (language: keyof Bilingual): string =>
    [...odd.values()]
      .slice(0, mostNamed)
      .map((text) => ` ${text[language]}`)
      .join('');
  const document = documentText(all);
  if (document !== undefined) return document;
  if (all.length === 0) return { nl: 'De zip is leeg.', en: 'The zip is empty.' };
  return {
    nl: `In de zip: ${shown.join(', ')}${more}.${said('nl')}`,
    en: `In the zip: ${shown.join(', ')}${more}.${said('en')}`,
  };
};

/** That a zip is a document of an office program, which is a zip itself. */
const documentText = (all: readonly string[]): Bilingual | undefined => {
  const isOffice = all.includes('[Content_Types].xml');
  if (!isOffice && !(all.includes('mimetype') && all.includes('content.xml'))) return undefined;
  const name = isOffice
    ? all.some((one) => one.startsWith('word/'))
      ? 'Word (.docx)'
      : 'Office'
    : 'OpenDocument (.odt)';
  return {
    nl: `Deze zip is een document van ${name}, dat zelf een zip is. Zet de tekst om in het bestand dat hier hoort, en pak dat in.`,
    en: `This zip is a document of ${name}, which is a zip itself. Convert the text to the file that belongs here, and pack that.`,
  };
};

/** What a file in a zip is where another one belongs, by the ending of its name. */
const fileFormText = (name: string): Bilingual | undefined => {
  const [, text] = forms.find(([pattern]) => pattern.test(name)) ?? [];
  return text && { nl: `${quoted(name)}: ${text.nl}`, en: `${quoted(name)}: ${text.en}` };
};

const forms: readonly (readonly [pattern: RegExp, text: Bilingual])[] = [
  [
    /\.(?:zip|7z|rar|gz|tgz)$/i,
    {
      nl: 'een ingepakt bestand in de zip. Zet het bestand zelf erin.',
      en: 'a packed file in the zip. Put the file itself in it.',
    },
  ],
  [
    /\.(?:docx?|odt|rtf|html?|txt)$/i,
    {
      nl: 'een document in een andere vorm. Zet de tekst om in het bestand dat hier hoort.',
      en: 'a document in another form. Convert the text to the file that belongs here.',
    },
  ],
];

/** Whether a name, or the path of something in the file, is of what an operating system adds to a zip. */
export const isOfSystem = (name: string): boolean =>
  /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)(?:$|\/)/i.test(name);

/** Whether a name in a zip is one of a folder, a path, or of what an operating system adds. */
export const hasOddName = (name: string): boolean => fileNameText(name) !== undefined;

/** What a name in a zip is where only a plain file may be, and what to do; undefined for a plain name. */
const fileNameText = (name: string): Bilingual | undefined => {
  const shown = quoted(name);
  const [, text] = names.find(([pattern]) => pattern.test(name)) ?? [];
  return text && { nl: `${shown}: ${text.nl}`, en: `${shown}: ${text.en}` };
};

const names: readonly (readonly [pattern: RegExp, text: Bilingual])[] = [
  [
    /^__MACOSX\/|(?:^|\/)\.DS_Store$|(?:^|\/)\._/,
    {
      nl: 'dit voegt macOS toe bij het inpakken. Maak de zip met: zip -X inhoud.zip inhoud.xml.',
      en: 'macOS adds this when it packs. Make the zip with: zip -X inhoud.zip inhoud.xml.',
    },
  ],
  [
    /(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i,
    { nl: 'dit voegt Windows toe. Laat het uit de zip.', en: 'Windows adds this. Leave it out of the zip.' },
  ],
  [
    /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/,
    {
      nl: 'een pad dat buiten de zip wijst. Zet het bestand zonder pad in de zip.',
      en: 'a path that leads out of the zip. Put the file in the zip without a path.',
    },
  ],
  [
    /[/\\]$/,
    { nl: 'een map. Zet alleen het bestand in de zip.', en: 'a folder. Put nothing but the file in the zip.' },
  ],
  [
    /[/\\]/,
    {
      nl: 'een bestand in een map. Zet het bestand zonder map in de zip.',
      en: 'a file in a folder. Put the file in the zip without a folder.',
    },
  ],
];
