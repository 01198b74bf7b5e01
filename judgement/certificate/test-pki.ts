import type { CertificateChain } from './chain.ts';
import { valueIn } from './facts.ts';

/** The organisations that issue in the test PKI of mock and receiver, by what their certificates are for. */
const issuers: Readonly<Record<string, 'koop' | 'pkioverheid'>> = {
  'KOOP (TEST)': 'koop',
  'TEST Vertrouwensdienst': 'pkioverheid',
};

/** Which certificates of the test PKI a chain says that it is one of; a name proves nothing, so that nothing is held for right by it. */
export const testPkiOf = ({ leaf }: CertificateChain): 'koop' | 'pkioverheid' | undefined =>
  issuers[valueIn(leaf.issuer, 'O') ?? ''];
