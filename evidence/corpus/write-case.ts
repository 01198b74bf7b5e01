import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { CorpusCase } from './corpus-case.ts';
import { caseVersion } from './case-shape.ts';
import { caseFile } from './read-case.ts';
import { sentDigest } from './sent-digest.ts';

/** Writes a case to a folder, which has its name only once it is whole; what was there before makes way. */
export const writeCase = (corpus: string, name: string, one: CorpusCase): void => {
  mkdirSync(corpus, { recursive: true });
  const part = mkdtempSync(join(corpus, '.new-'));
  try {
    for (const [index, { body }] of one.requests.entries())
      if (body.length > 0) writeFileSync(join(part, nameOf(one, index)), body);
    writeFileSync(join(part, caseFile), caseText(one));
    put(part, join(corpus, name));
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
};

/** Another run of the same corpus may put the same case there at once; the last of them stays. */
const put = (part: string, folder: string, tries = 5): void => {
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(part, folder);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && taken.has(error.code);
    if (!isTaken || tries <= 1) throw error;
    put(part, folder, tries - 1);
  }
};

/** What systems say of a folder that is there already. */
const taken: ReadonlySet<unknown> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);

const nameOf = ({ requests }: CorpusCase, index: number): string =>
  `${String(index + 1)}-${requests[index]?.purpose ?? ''}.xml`;

const caseText = (one: CorpusCase): string => {
  const { owner, reason, requirement, documentType, constraint, level, deviation, cause, replay, why, observes } = one;
  const requests = one.requests.map(({ body, chunked, asksFirst, ...request }, index) => ({
    ...request,
    ...(chunked ? { chunked } : {}),
    ...(asksFirst ? { asksFirst } : {}),
    ...(body.length > 0 ? { file: nameOf(one, index) } : {}),
  }));
  const entries = {
    ...{ case: caseVersion, owner, reason, requirement, documentType, constraint, level },
    ...{
      ...deviation,
      cause,
      replay,
      why,
      ...(observes ? { observes } : {}),
      origin: one.origin,
      sent: sentDigest(one.requests),
      requests,
    },
  };
  return `${heading}\n${stringify(entries, { lineWidth: 0 })}`;
};

const heading = `# Een bevinding van 3pas: owner (wie lost het op) en reason (waarom het bestaat) zijn aan u.
# A finding of 3pas: owner (who mends it) and reason (why it exists) are yours to fill in.`;
