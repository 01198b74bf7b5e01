import type { Contract } from '#contract/contract';
import { boundTo } from '#contract/roles/bindings';
import { allUses } from '#contract/use';
import type { GateContract } from '../decision/judged-evidence.ts';
import type { DemandingContract } from '../required/required.ts';

/** The part of a contract that a decision speaks of. */
export const gateContract = ({ id, digest, confirmed, provenance, documentTypes }: Contract): GateContract => ({
  ...{ id, digest, confirmed, documentTypes },
  takenFrom: provenance['standing'] === 'reconstruction' ? undefined : (provenance['basis'] ?? id),
});

/** The part of a contract that decides what is demanded. */
export const demandingContract = (contract: Contract): DemandingContract => ({
  ...{ id: contract.id, digest: contract.digest, documentTypes: contract.documentTypes },
  uses: allUses.filter((use) => boundTo(contract, use) !== undefined),
  isZipped: boundTo(contract, 'content')?.roles.at(-1)?.decode === 'zip',
});
