import { join, resolve } from 'node:path';
import { visible } from '#contract/texts/visible';
import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import { contractFolder } from '../contract-folder.ts';
import type { Job } from '../rules/job.ts';
import type { RulesOptions } from '../rules/options.ts';
import { perform } from '../rules/perform.ts';
import { useToMake } from '../rules/use.ts';
import { momentOf } from '../run/clock.ts';
import { checkedRunId } from '../run/run-id.ts';
import { demandKnown } from '../known.ts';
import { tell } from '../tell.ts';
import { deliveryWriter } from './delivery-writer.ts';

/** The options of `3pas generate`. */
export interface GenerateOptions extends RulesOptions {
  readonly documentType?: readonly string[];
  readonly n: number;
  readonly out: string;
  readonly violations?: boolean;
  readonly variants?: boolean;
  readonly contract?: string;
  readonly seed: number;
  readonly clock?: string;
  readonly runId: string;
  readonly beyondMinimal?: boolean;
}

/** Writes deliveries and their index; says on stderr where it is, and on stdout what it made. */
export const generate = async (options: GenerateOptions): Promise<void> => {
  const contract = readContract(contractFolder(options.contract));
  const documentTypes = typesOf(contract, options.documentType);
  const { n, seed, violations, variants, beyondMinimal } = options;
  const job: Job = {
    kind: 'generate',
    occasion: { today: momentOf(options.clock).today, runId: checkedRunId(options.runId), beyondMinimal },
    rehearsal: { documentTypes },
    documentTypes,
    amounts: { n, seed, violations, variants },
  };
  const out = resolve(options.out);
  const writer = deliveryWriter(out, documentTypes);
  try {
    await perform({ contract, use: useToMake(contract, options), job }, writer.take);
    tell(`${writer.counts()}, seed ${String(seed)}\n${visible(join(out, 'index.ndjson'))}\n`);
  } finally {
    writer.release();
  }
};

const typesOf = (contract: Contract, chosen: readonly string[] | undefined): readonly string[] => {
  const all = contract.documentTypes.map(({ name }) => name);
  demandKnown('--document-type', chosen, all);
  return chosen ?? all;
};
