import type { Decision } from './decision.ts';
import { reason } from './decision.ts';
import type { GateContract, IntegritySeen } from './judged-evidence.ts';

/** What a decision on an altered package is made of. */
export interface Altered {
  readonly name: string;
  readonly integrity: IntegritySeen;
  readonly contract: GateContract;
  readonly phase: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The decision on a package that was altered: nothing in it is looked at. */
export const alteredDecision = ({ name, integrity, contract, phase, now }: Altered): Decision => ({
  ...{ type: 'gate-decision', version: 1, at: new Date(now).toISOString(), outcome: 'altered', phase },
  judged: {
    nl: 'Niets beoordeeld: dit is niet het pakket dat ondertekend is',
    en: 'Nothing was judged: this is not the package that was signed',
  },
  ...{ standing: undefined, vendor: undefined, product: undefined, productVersion: undefined },
  ...{ evidence: name, suite: '', policy: undefined, signer: integrity.signer?.subject },
  contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
  types: [],
  reasons: integrity.problems.map((text) => reason('altered', text)),
  ...{ waivers: [], certificates: [] },
});
