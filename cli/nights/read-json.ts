import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import { readWithin } from '#xml/read-within';
import { demandKind } from '../report/demand-kinds.ts';
import { writeWhole } from '../report/write-whole.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** A file of ours in JSON, its shape, and what to do where it is damaged. */
export interface JsonFile<Value> {
  readonly path: string;
  readonly shape: v.GenericSchema<unknown, Value>;
  readonly wayOut: Bilingual;
}

/** Bytes that a file of ours holds at most: hundreds of times what nights of all document types take. */
const mostBytes = 16 * 1024 * 1024;

/** What a file holds; undefined where there is none. Throws `UsageError` with file and key for one that is damaged, and leaves it as it is. */
export const readJson = <Value>({ path, shape, wayOut }: JsonFile<Value>): Value | undefined => {
  const found = demandKind(path, 'file');
  if (found === undefined) return undefined;
  const damaged = ({ nl, en }: Bilingual, cause?: unknown): UsageError =>
    new UsageError({ nl: `${path} ${nl}; ${wayOut.nl}`, en: `${path} ${en}; ${wayOut.en}` }, { cause });
  if (found.size > mostBytes) throw damaged(tooLarge(found.size));
  const said = parsed(path, damaged);
  const { success, output, issues } = v.safeParse(shape, said);
  if (success) return output;
  const { key, message } = problemOf(issues);
  throw damaged({ nl: `is beschadigd: sleutel ${key}: ${message}`, en: `is damaged: key ${key}: ${message}` });
};

/** Writes such a file whole; throws `UsageError` for more than is read again, or where it can't be written, and leaves what was there. */
export const writeJson = (path: string, text: string): void => {
  const bytes = Buffer.byteLength(text);
  const { nl, en } = tooLarge(bytes);
  if (bytes > mostBytes)
    throw new UsageError({
      nl: `${path} ${nl} en is niet geschreven; geef de uitvoermap van een andere run`,
      en: `${path} ${en} and was not written; give the output folder of another run`,
    });
  try {
    writeWhole(path, text);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError(
      {
        nl: `${path} is niet te schrijven (${why.nl}); zorg dat in die map geschreven kan worden`,
        en: `${path} can't be written (${why.en}); see to it that its folder can be written to`,
      },
      { cause: error },
    );
  }
};

/** The first thing that is not as its shape says, the long texts of others in it cut off. */
export const problemOf = ([issue]: readonly [v.BaseIssue<unknown>, ...(readonly v.BaseIssue<unknown>[])]) => ({
  key: shortly(v.getDotPath(issue) ?? '–', mostCharacters),
  message: shortly(issue.message, mostCharacters),
});

/** Characters of a key or a message that are quoted. */
const mostCharacters = 160;

const tooLarge = (bytes: number): Bilingual => {
  const [is, most] = [bytes, mostBytes].map(String);
  return {
    nl: `is met ${is ?? ''} bytes te groot (ten hoogste ${most ?? ''})`,
    en: `is too large with ${is ?? ''} bytes (${most ?? ''} at most)`,
  };
};

const parsed = (path: string, damaged: (said: Bilingual, cause: unknown) => UsageError): unknown => {
  try {
    return JSON.parse(readWithin(path, mostBytes).toString());
  } catch (error) {
    const why = saidBy(error);
    const short = (text: string): string => shortly(text, mostCharacters);
    throw damaged({ nl: `is niet te lezen (${short(why.nl)})`, en: `can't be read (${short(why.en)})` }, error);
  }
};
