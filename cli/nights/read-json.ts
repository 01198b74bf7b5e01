import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { UsageError } from '../usage-error.ts';

/** A file of ours in JSON, its shape, and what to do where it is damaged. */
export interface JsonFile<Value> {
  readonly path: string;
  readonly shape: v.GenericSchema<unknown, Value>;
  readonly wayOut: Bilingual;
}

/** What a file holds; undefined where there is none. Throws `UsageError` with file and key for one that is damaged, and leaves it as it is. */
export const readJson = <Value>({ path, shape, wayOut }: JsonFile<Value>): Value | undefined => {
  if (!existsSync(path)) return undefined;
  const damaged = ({ nl, en }: Bilingual, cause?: unknown): UsageError =>
    new UsageError({ nl: `${path} ${nl}; ${wayOut.nl}`, en: `${path} ${en}; ${wayOut.en}` }, { cause });
  const said = parsed(path, damaged);
  const { success, output, issues } = v.safeParse(shape, said);
  if (success) return output;
  const [{ message }] = issues;
  const key = v.getDotPath(issues[0]) ?? '–';
  throw damaged({
    nl: `is beschadigd: sleutel ${key}: ${message}`,
    en: `is damaged: key ${key}: ${message}`,
  });
};

const parsed = (path: string, damaged: (said: Bilingual, cause: unknown) => UsageError): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw damaged({ nl: `is niet te lezen (${why})`, en: `can't be read (${why})` }, error);
  }
};
