import type { Contract } from '#contract/contract';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import { toldAtOnce } from '../listen/told-at-once.ts';
import { readVendorFile } from '../listen/vendor-file.ts';

/** The system that a file of a vendor declares; throws `ContractError`. */
export const systemIn = (file: string, contract: Contract): DeclaredSystem => {
  const { vendor, product, version, documentTypes } = toldAtOnce(() => readVendorFile(file, contract));
  return { vendor, product, version, documentTypes: documentTypes.map(({ name }) => name) };
};
