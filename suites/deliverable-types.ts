import type { Contract } from '#contract/contract';
import type { RunConfig } from '#harness/run-config';

/** What tells the document types of a run. */
interface Choice {
  readonly contract: Contract;
  readonly config: Pick<RunConfig, 'documentTypes' | 'permitted'>;
}

/** The document types that a run may deliver, in the order of the contract. */
export const deliverableTypes = ({ config, contract }: Choice): readonly string[] =>
  contract.documentTypes
    .filter(({ needs }) => needs === undefined || (config.permitted?.includes(needs) ?? true))
    .map(({ name }) => name)
    .filter((name) => config.documentTypes.length === 0 || config.documentTypes.includes(name));
