import type { Contract } from '#contract/contract';
import { facesFile } from '#contract/rules/faces-file';
import { faceFaultsOf } from './face-faults.ts';
import { noFaces, type Faces } from '../faces.ts';
import { loadFaces } from './load-faces.ts';

/** The faces of a contract whose `rules.mjs` has the SHA-256 that was allowed; none where none was. Throws `ContractError` for another file. */
export const allowedFaces = async (contract: Contract, digest: string | undefined): Promise<Faces> => {
  if (digest === undefined) return noFaces;
  const now = facesFile(contract)?.digest;
  if (now === digest) return loadFaces(contract);
  throw faceFaultsOf(contract).fault(
    `the file is not the one that was allowed to run (SHA-256 ${digest}), but ${now ?? 'gone'}; start again`,
  );
};
