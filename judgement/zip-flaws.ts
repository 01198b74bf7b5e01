import type { Bilingual } from '#contract/texts/bilingual';

/** Ways in which a zip is none that can be trusted; each is the purpose of an exchange. */
export const zipFlaws = {
  damaged: ['zip-wrong-sum', 'zip-encrypted', 'zip-unknown-method', 'zip-cut-off'],
  misnamed: [
    ...(['zip-twice', 'zip-absolute-path', 'zip-parent-folder', 'zip-windows-path'] as const),
    ...(['zip-current-folder', 'zip-space-behind', 'zip-nul-behind'] as const),
  ],
  miscoded: ['base64-stray', 'base64-unpadded', 'base64-of-urls'],
  ambiguous: ['zip-other-local-name', 'zip-other-local-sum'],
} as const;

export type ZipFlaw = (typeof zipFlaws)[keyof typeof zipFlaws][number];

/** What such a zip is. */
export const flawTexts: Readonly<Record<ZipFlaw, Bilingual>> = {
  'zip-wrong-sum': { nl: 'een zip met een onjuiste CRC', en: 'a zip with a wrong CRC' },
  'zip-encrypted': { nl: 'een versleutelde zip', en: 'an encrypted zip' },
  'zip-unknown-method': { nl: 'een zip met een onbekende methode', en: 'a zip with an unknown method' },
  'zip-cut-off': { nl: 'een afgebroken zip', en: 'a zip that is cut off' },
  'zip-twice': { nl: 'een zip met twee bestanden van één naam', en: 'a zip with two files of one name' },
  'zip-absolute-path': { nl: 'een zip met een absoluut pad', en: 'a zip with an absolute path' },
  'zip-parent-folder': { nl: 'een zip met ../ voor de naam', en: 'a zip with ../ before the name' },
  'zip-windows-path': { nl: 'een zip met ..\\ voor de naam', en: 'a zip with ..\\ before the name' },
  'zip-current-folder': { nl: 'een zip met ./ voor de naam', en: 'a zip with ./ before the name' },
  'zip-space-behind': { nl: 'een zip met een spatie achter de naam', en: 'a zip with a space behind the name' },
  'zip-nul-behind': {
    nl: 'een zip met een NUL en meer achter de naam',
    en: 'a zip with a NUL and more behind the name',
  },
  'base64-stray': { nl: 'een zip in base64 met een sterretje erin', en: 'a zip in base64 with an asterisk in it' },
  'base64-unpadded': { nl: 'een zip in base64 zonder = aan het eind', en: 'a zip in base64 without = at its end' },
  'base64-of-urls': {
    nl: 'een zip in base64 met - en _ voor + en /',
    en: 'a zip in base64 with - and _ for + and /',
  },
  'zip-other-local-name': {
    nl: 'een zip die het bestand twee namen geeft',
    en: 'a zip that gives its file two names',
  },
  'zip-other-local-sum': {
    nl: 'een zip die het bestand twee CRC’s geeft',
    en: 'a zip that gives its file two CRCs',
  },
};

const all: ReadonlySet<string> = new Set(Object.keys(flawTexts));

/** Whether a purpose is that of a zip with a flaw. */
export const isZipFlaw = (purpose: string): purpose is ZipFlaw => all.has(purpose);
