import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saidBy } from '#cli/said-by';
import { ContractError } from '#contract/folder/contract-error';
import { gatherContract, readContract } from '#contract/reader';

/** A copy of a contract folder that a test may break; each act gives the copy back. */
export interface BrokenCopy {
  readonly path: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => BrokenCopy;
  readonly append: (file: string, content: string | Uint8Array) => BrokenCopy;
  /** Replaces a text that must be there, at its first place. */
  readonly replace: (file: string, from: string | RegExp, to: string) => BrokenCopy;
  readonly remove: (file: string) => BrokenCopy;
}

/** What the reader says of a copy of the folder after `damage` was done to it. */
export const complaint = (folder: string, damage: Damage): string => damaged(folder, damage, refusal);

/** All that the reader finds broken in such a copy. */
export const complaints = (folder: string, damage: Damage): readonly string[] =>
  damaged(folder, damage, (directory) => gatherContract(directory).errors.map(({ message }) => message));

type Damage = (copy: BrokenCopy) => unknown;

const damaged = <Said>(folder: string, damage: Damage, said: (directory: string) => Said): Said => {
  const directory = mkdtempSync(join(tmpdir(), '3pas-contract-'));
  try {
    cpSync(folder, directory, { recursive: true });
    damage(copyAt(directory));
    return said(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** The message with which the reader refuses a folder, or `no complaint`. */
export const refusal = (directory: string): string => {
  try {
    readContract(directory);
    return 'no complaint';
  } catch (error) {
    if (error instanceof ContractError) {
      if (saidBy(error).nl === error.message) throw new Error(`this has no Dutch, in cli/dutch: ${error.message}`);
      return error.message.replace(directory, '<folder>');
    }
    throw error;
  }
};

const copyAt = (directory: string): BrokenCopy => {
  const path = (file: string): string => join(directory, file);
  const copy: BrokenCopy = {
    path,
    write: (file, content) => {
      writeFileSync(path(file), content);
      return copy;
    },
    append: (file, content) => {
      appendFileSync(path(file), content);
      return copy;
    },
    replace: (file, from, to) => {
      const text = readFileSync(path(file), 'utf8');
      const changed = text.replace(from, () => to);
      if (changed === text) throw new Error(`${file} has no ${String(from)}: correct the test`);
      return copy.write(file, changed);
    },
    remove: (file) => {
      rmSync(path(file), { recursive: true });
      return copy;
    },
  };
  return copy;
};
