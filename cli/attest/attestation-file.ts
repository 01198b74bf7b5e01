import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { readWithin } from '#xml/read-within';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { type Attestation, readAttestation } from './attestation.ts';

const fileName = 'attestations.ndjson';

/** The file that attestations of a folder are in. */
export const attestationFile = (folder: string): string => join(folder, fileName);

/** The attestations of a folder, oldest first, and the lines that are none. */
interface Attested {
  readonly all: readonly Attestation[];
  readonly unreadable: readonly { readonly line: number; readonly problem: Bilingual }[];
}

/** Reads the attestations of a folder; throws `UsageError` for a file that can't be read. */
export const attestedIn = (folder: string): Attested => {
  const file = attestationFile(folder);
  const lines = existsSync(file) ? linesOf(file) : [];
  const found = lines.flatMap((text, index) => (text === '' ? [] : [{ line: index + 1, ...readAttestation(text) }]));
  return {
    all: found.flatMap((one) => ('attestation' in one ? [one.attestation] : [])),
    unreadable: found.flatMap((one) => ('problem' in one ? [one] : [])),
  };
};

/** All attestations of a folder, oldest first; throws `UsageError` for a line that is none. */
export const readAttestations = (folder: string): readonly Attestation[] => {
  const { all, unreadable } = attestedIn(folder);
  const [first] = unreadable;
  if (first === undefined) return all;
  const place = `${attestationFile(folder)}:${String(first.line)}`;
  throw new UsageError({
    nl: `${place} is geen vastlegging van deze versie (${first.problem.nl}); herstel de regel, of gebruik een andere map`,
    en: `${place} is no attestation of this version (${first.problem.en}); restore the line, or use another folder`,
  });
};

const linesOf = (file: string): readonly string[] =>
  trying(file, 'read', () => readWithin(file).toString().split('\n'));

/** Adds a line, and never changes one that is there. */
export const addAttestation = (folder: string, attestation: Attestation): void => {
  const file = attestationFile(folder);
  readAttestations(folder);
  trying(file, 'written', () => {
    mkdirSync(folder, { recursive: true });
    const before = existsSync(file) ? readWithin(file).toString() : '';
    const end = before === '' || before.endsWith('\n') ? '' : '\n';
    appendFileSync(file, `${end}${jsonText(attestation)}\n`);
  });
};

const trying = <Result>(file: string, what: 'read' | 'written', work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `${file} is niet te ${what === 'read' ? 'lezen' : 'schrijven'} (${why.nl}); geef een andere map, of herstel de rechten`,
      en: `${file} can't be ${what} (${why.en}); give another folder, or correct its permissions`,
    });
  }
};
