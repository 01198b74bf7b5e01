import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPlainLocations } from '#documents/judge/plain-locations';
import { hasJdk, judgeWithXerces, type Verdict } from '#documents/judge/xerces';
import type { SchemaFiles } from '#documents/load/schema-files';
import { UsageError } from '../usage-error.ts';
import type { DocumentEntry } from './schema-documents.ts';

/** Throws `UsageError` where there is no JDK, whose Xerces gives the second opinion. */
export const mustHaveJdk = (): void => {
  if (hasJdk()) return;
  throw new UsageError({
    nl: '--second-opinion vraagt een JDK (11 of later), en javac is er niet; installeer een JDK of laat de optie weg',
    en: '--second-opinion takes a JDK (11 or later), and there is no javac; install a JDK or leave the option out',
  });
};

/** What Xerces says of the documents in a folder. */
export interface SecondOpinion {
  /** How many it sees as they are meant, and of how many. */
  readonly agreed: number;
  readonly all: number;
  /** One line for each that it sees otherwise. */
  readonly lines: readonly string[];
}

/** Asks Xerces about all that was written to a folder. */
export const askXerces = async (
  schema: SchemaFiles,
  folder: string,
  entries: readonly DocumentEntry[],
): Promise<SecondOpinion> => {
  const written = entries.flatMap(({ file, kind }) => (file === undefined ? [] : [{ file, kind }]));
  const plain = withPlainLocations(schema);
  const entry = plain.get(schema.entry);
  const files = new Map([...(entry === undefined ? [] : [[schema.entry, entry] as const]), ...plain]);
  const documents = written.map(({ file }) => readFileSync(join(folder, file)));
  const [verdicts = []] = await judgeWithXerces([{ files, documents }]);
  const lines = written.flatMap(({ file, kind }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined || isMeant(kind, verdict)
      ? []
      : [`${file}: ${kind}, ${verdict.kind}: ${verdict.message}`];
  });
  return { agreed: written.length - lines.length, all: written.length, lines };
};

const isMeant = (kind: DocumentEntry['kind'], verdict: Verdict): boolean =>
  kind === 'violation' ? verdict.kind === 'invalid' || verdict.kind === 'malformed' : verdict.kind === 'valid';
