import type { CertificateChain } from './chain.ts';
import { valueIn } from './facts.ts';

/** The policy of a TRIAL certificate of type G-TLS SYS. Source: pkioverheid/g4-trial@3d8d72d7. */
export const trialPolicy = '2.16.528.1.1003.1.2.41.15.35.11';

/** Whether a chain says of itself that it is a TRIAL, for trying G4 out: by the names of its authorities, or by its policy. */
export const saysTrial = (chain: CertificateChain): boolean =>
  authorityNames(chain).some((name) => name.startsWith('TRIAL ')) ||
  chain.leaf.extensions.policies.includes(trialPolicy);

/** The type of G4 that the names in a chain say it is of, as in `G-Other`; undefined where none is named. */
export const typeOfG4 = (chain: CertificateChain): string | undefined =>
  authorityNames(chain)
    .map((name) => /\bG4\b.*\b(G-(?:TLS|Other)(?: [A-Z]{2,})?)/.exec(name)?.[1])
    .find((type) => type !== undefined);

/** Common names of whoever issued something in it, lowest first; a name proves nothing, and says what to look for. */
const authorityNames = ({ leaf, issuers }: CertificateChain): readonly string[] =>
  [leaf, ...issuers].flatMap(({ issuer }) => valueIn(issuer, 'CN') ?? []);
