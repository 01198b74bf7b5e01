import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import { validDelivery } from '#generators/delivery';
import { allowedFaces } from '#generators/faces/allowed-faces';
import { createGeneration } from '#generators/create-generation';
import type { RunConfig } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import type { XmlElement } from '#xml/tree';

/** A delivery, and of what. */
export interface TrialDelivery {
  readonly body: Uint8Array;
  readonly documentType: string;
}

/** Of no check of any plan. */
const number = '999990000001';

/** One valid delivery without a medium, so that it is prepared only (klaargezet), of the first document type that is not passed on. */
export const trialDelivery = async (
  contract: Contract,
  config: RunConfig,
  headers: readonly XmlElement[],
): Promise<TrialDelivery> => {
  const { today, oin, mandates, runId, authorities, seed } = config;
  const generation = createGeneration({
    contract,
    runId,
    oracle: createOracle(contract),
    context: { today, oin, mandates },
    faces: await allowedFaces(contract, config.rules),
    authorities,
    media: [],
  });
  const documentType = typeOf(contract, config);
  const [delivery] = fc.sample(validDelivery(generation, documentType), { seed, numRuns: 1 });
  if (delivery === undefined) throw new Error(`no delivery was generated for ${documentType}`);
  return { body: delivery.message(number, headers), documentType };
};

const typeOf = ({ documentTypes }: Contract, config: RunConfig): string =>
  config.documentTypes[0] ?? documentTypes.find(({ needs }) => needs !== 'bopa')?.name ?? '';
