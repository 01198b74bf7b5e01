import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonText } from '#contract/json-text';
import { visible } from '#contract/visible';
import { didYouMean } from '#contract/nearest';
import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import { contractFolder } from '../contract-folder.ts';
import { momentOf } from '../run/clock.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { checkedRunId } from '../run/run-id.ts';
import type { Generation } from '#generators/generation';
import { rehearsedGeneration } from '../rehearsal.ts';
import { OutputFailure } from '#harness/journal';
import { tell, tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type IndexEntry, type Made, makeAll } from './make.ts';

/** The options of `3pas generate`. */
export interface GenerateOptions {
  readonly documentType?: readonly string[];
  readonly n: number;
  readonly out: string;
  readonly violations?: boolean;
  readonly variants?: boolean;
  readonly contract?: string;
  readonly seed: number;
  readonly clock?: string;
  readonly runId: string;
}

/** Writes deliveries and their index; says on stderr where it is, and on stdout what it made. */
export const generate = async (options: GenerateOptions): Promise<void> => {
  const contract = readContract(contractFolder(options.contract));
  const types = typesOf(contract, options.documentType);
  const { today } = momentOf(options.clock);
  const occasion = { today, runId: checkedRunId(options.runId) };
  const generation = await rehearsedGeneration(contract, occasion, { documentTypes: types });
  const out = resolve(options.out);
  const lock = takeEmptyFolder(out, 'generate');
  try {
    const counts = writeAll({ generation, types, out }, options);
    tell(`${said(counts)}, seed ${String(options.seed)}\n${visible(join(out, 'index.ndjson'))}\n`);
  } finally {
    lock.release();
  }
};

interface Work {
  readonly generation: Generation;
  readonly types: readonly string[];
  readonly out: string;
}

/** Returns how many were written of each kind. */
const writeAll = ({ generation, types, out }: Work, options: GenerateOptions): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const type of types) {
    mkdirSync(join(out, type));
    for (const made of makeAll(generation, type, options)) {
      write(out, made);
      counts.set(made.entry.kind, (counts.get(made.entry.kind) ?? 0) + 1);
    }
    tellAside(`${type}: ${said(counts)}\n`);
  }
  return counts;
};

const said = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');

const typesOf = (contract: Contract, chosen: readonly string[] | undefined): readonly string[] => {
  const all = contract.documentTypes.map(({ name }) => name);
  const unknown = chosen?.find((one) => !all.includes(one));
  if (unknown === undefined) return chosen ?? all;
  throw new UsageError(`--document-type "${unknown}" is unknown${didYouMean(unknown, all)} (known: ${all.join(', ')})`);
};

const write = (out: string, { entry, bytes }: Made): void => {
  try {
    if (entry.file !== undefined && bytes !== undefined) writeFileSync(join(out, entry.file), bytes);
    appendFileSync(join(out, 'index.ndjson'), `${jsonText(entry satisfies IndexEntry)}\n`);
  } catch (error) {
    throw new OutputFailure(out, error);
  }
};
