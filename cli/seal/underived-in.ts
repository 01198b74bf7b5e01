import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { certificatesName } from '#bundle/certificates-file';
import { contractName } from '#bundle/contract-file';
import type { Contract } from '#contract/contract';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import type { RunResult } from '#reporters/run-result';
import { readWithin } from '#xml/read-within';
import { derivedFiles, vendorName } from './derived-files.ts';

/** What the files of a package follow from beside its journal. */
interface Following {
  readonly contract: Contract;
  /** By the vendor file in the package. */
  readonly vendor: DeclaredSystem | undefined;
  /** When it was signed, ISO 8601. */
  readonly at: string;
  /** Its run as it was read before, with nothing lost; read again unless given. */
  readonly result?: RunResult;
}

/** Names of files in the folder of a package that do not follow from the journal beside them. */
export const underivedIn = (folder: string, following: Following): readonly string[] => {
  const derived = derivedFiles({ folder, ...following });
  return [
    ...[...derived].flatMap(([name, text]) =>
      isThere(folder, name) && !holds(join(folder, name), text) ? [name] : [],
    ),
    ...mayFollow.filter((name) => !derived.has(name) && existsSync(join(folder, name))),
  ];
};

/** Files that are there only where something in the journal leads to them. */
const mayFollow: readonly string[] = [contractName, certificatesName, vendorName];

/** A file of another length is not read. */
const holds = (file: string, text: string): boolean =>
  statSync(file).size === Buffer.byteLength(text) && readWithin(file).toString() === text;

/** A package of before these were put in it has none. */
const isThere = (folder: string, name: string): boolean => !mayFollow.includes(name) || existsSync(join(folder, name));
