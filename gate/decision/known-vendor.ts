import type { KnownVendor } from '../policy/policy.ts';
import type { JudgedEvidence, SignerSeen } from './judged-evidence.ts';

/** The vendor that a policy lists for a signer. */
export const knownVendor = (
  policy: JudgedEvidence['policy'],
  signer: SignerSeen | undefined,
): KnownVendor | undefined =>
  policy?.read.vendors.find(({ fingerprint }) => fingerprint === signer?.fingerprint.toLowerCase());
