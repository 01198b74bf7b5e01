import { withPlainLocations } from '#documents/judge/plain-locations';
import { hasJdk, openXerces, type Verdict } from '#documents/judge/xerces';
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

/** What Xerces says of documents, as they come. */
export interface SecondOpinion {
  readonly ask: (entry: DocumentEntry, document: Uint8Array) => Promise<void>;
  /** Waits for all it has to say: how many documents it sees as they are meant, and of how many. */
  readonly close: () => Promise<{ readonly agreed: number; readonly all: number }>;
}

/** Opens Xerces with a schema; `differs` is told one line for each document that it sees otherwise. */
export const openSecondOpinion = async (
  schema: SchemaFiles,
  differs: (line: string) => void,
): Promise<SecondOpinion> => {
  const plain = withPlainLocations(schema);
  const entry = plain.get(schema.entry);
  const files = new Map([...(entry === undefined ? [] : [[schema.entry, entry] as const]), ...plain]);
  const asked: { readonly file: string; readonly kind: DocumentEntry['kind'] }[] = [];
  const counts = { agreed: 0, all: 0 };
  const xerces = openXerces((verdict) => {
    const one = asked.shift();
    if (one === undefined) return;
    counts.all += 1;
    if (isMeant(one.kind, verdict)) counts.agreed += 1;
    else differs(`${one.file}: ${one.kind}, ${verdict.kind}: ${verdict.message}`);
  });
  await xerces.schema(files);
  return {
    ask: async ({ file, kind }, document) => {
      if (file === undefined) return;
      asked.push({ file, kind });
      await xerces.judge(document);
    },
    close: async () => {
      await xerces.close();
      return counts;
    },
  };
};

const isMeant = (kind: DocumentEntry['kind'], verdict: Verdict): boolean =>
  kind === 'violation' ? verdict.kind === 'invalid' || verdict.kind === 'malformed' : verdict.kind === 'valid';
