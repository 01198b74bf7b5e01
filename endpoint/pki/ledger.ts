import type { X509Certificate } from '@peculiar/x509';
import { issue, type Authority, type Issued } from './authority.ts';

/** A CA with what it issued and took back: serial numbers, hexadecimal. */
export interface Ledger {
  readonly authority: Authority;
  readonly issued: ReadonlySet<string>;
  /** Taken back on the list only. */
  readonly onList: ReadonlySet<string>;
  /** Taken back for who asks only. */
  readonly whenAsked: ReadonlySet<string>;
  readonly issue: (issued: Issued, revoked?: 'on-list' | 'when-asked') => Promise<X509Certificate>;
}

/** An empty ledger of a CA. */
export const openLedger = (authority: Authority): Ledger => {
  const issued = new Set<string>();
  const revoked = { 'on-list': new Set<string>(), 'when-asked': new Set<string>() };
  return {
    authority,
    issued,
    onList: revoked['on-list'],
    whenAsked: revoked['when-asked'],
    issue: async (what, how) => {
      const certificate = await issue(authority, what);
      issued.add(certificate.serialNumber);
      if (how !== undefined) revoked[how].add(certificate.serialNumber);
      return certificate;
    },
  };
};
