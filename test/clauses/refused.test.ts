import { describe, expect, test } from 'vitest';
import { readValidSchema } from '#documents/schema/read-valid';
import { SchemaError } from '#xml/schema/schema-error';
import { judgeWithLibxml } from '../oracle/libxml.ts';
import { hasJdk } from '#documents/judge/xerces';
import { judgeWithXerces } from '../oracle/xerces.ts';
import type { Clause } from './clause.ts';
import { refusedComponents } from './refused-components.ts';
import { refusedFinePrint } from './refused-fine-print.ts';
import { refusedDocuments } from './refused-documents.ts';

const all = [...refusedDocuments, ...refusedComponents, ...refusedFinePrint];

/** What is said before the first document. */
const saidOf = ({ files }: Clause): string => {
  try {
    readValidSchema(files, 's.xsd');
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  return 'nothing';
};

/** Both validators take these, though the clause is broken. */
const takenByBoth = ['1:3.9.6 (5) a restriction whose element states a key that its base lacks'];

describe('a schema that breaks a clause is refused by construct, file and line', () => {
  test.each(all.map((clause) => [clause.title, clause] as const))('%s', (_, clause) => {
    expect(saidOf(clause)).toBe(clause.refused);
  });

  const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';
  test.skipIf(noJdk !== '')(`and by Xerces${noJdk}`, async () => {
    const batches = all.map(({ files }) => ({ files, documents: [new TextEncoder().encode('<x/>')] }));

    const verdicts = await judgeWithXerces(batches);
    const libxml = batches.map(judgeWithLibxml);

    const taken = all.filter((_, index) => verdicts[index]?.[0]?.kind !== 'refused');
    const unseen = taken.filter((clause) => libxml[all.indexOf(clause)]?.[0]?.kind !== 'refused');
    expect([taken, unseen].map((some) => some.map(({ title }) => title))).toEqual([takenByBoth, takenByBoth]);
  });
});
