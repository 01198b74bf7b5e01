import type { Bilingual } from './bilingual.ts';

/** Why the system refused a file or folder, with the code that Node gives; undefined for what is no such refusal, or one without a text. */
export const fileErrorText = (error: unknown): Bilingual | undefined => {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
  const text = texts[code];
  return text && { nl: `${text.nl}, ${code}`, en: `${text.en}, ${code}` };
};

const noRights: Bilingual = { nl: 'daarvoor ontbreken de rechten', en: 'permission is denied' };

const texts: Readonly<Record<string, Bilingual>> = {
  ENOENT: { nl: 'dat bestand of die map is er niet', en: 'there is no such file or folder' },
  EISDIR: { nl: 'het is een map', en: 'it is a folder' },
  ENOTDIR: { nl: 'een deel van het pad is geen map', en: 'a part of the path is no folder' },
  EEXIST: { nl: 'het is er al', en: 'it is there already' },
  EACCES: noRights,
  EPERM: noRights,
  EROFS: { nl: 'daar kan alleen gelezen worden', en: 'it can only be read there' },
  ENOSPC: { nl: 'de schijf is vol', en: 'the disk is full' },
  EDQUOT: { nl: 'de gebruiker heeft geen schijfruimte meer', en: 'the user has no disk space left' },
  ENAMETOOLONG: { nl: 'de naam is te lang', en: 'the name is too long' },
  ELOOP: { nl: 'de koppeling leidt naar zichzelf', en: 'the link leads to itself' },
  EMFILE: { nl: 'er zijn te veel bestanden open', en: 'too many files are open' },
};
