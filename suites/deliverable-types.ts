import type { Lab } from './lab.ts';

/** The document types that a run may deliver, in the order of the contract. */
export const deliverableTypes = ({ config, contract }: Pick<Lab, 'config' | 'contract'>): readonly string[] =>
  contract.documentTypes
    .filter(({ needs }) => needs === undefined || (config.permitted?.includes(needs) ?? true))
    .map(({ name }) => name)
    .filter((name) => config.documentTypes.length === 0 || config.documentTypes.includes(name));
