import type { Hierarchy } from '#contract/wire/certificate-faults';
import type { Signing } from './keys.ts';

/** One CA, from the root down. */
export interface AuthorityPlan {
  readonly commonName: string;
  readonly organization: string;
  readonly policies: readonly string[];
}

/** How a hierarchy is built, and what its leaf certificates say. */
export interface HierarchyPlan {
  readonly signing: Signing;
  /** The first is the root, the last signs the leaf certificates. */
  readonly authorities: readonly [AuthorityPlan, ...AuthorityPlan[]];
  readonly leafPolicy: string;
  /** ISO 8601: no certificate of the hierarchy lives longer. */
  readonly ends: string | undefined;
}

const state = 'Staat der Nederlanden (TEST)';
const provider = 'TEST Vertrouwensdienst';
/** Policies of the domain Private Services: authenticity, encryption, server. */
const g1Policies = ['2.16.528.1.1003.1.2.8.4', '2.16.528.1.1003.1.2.8.5', '2.16.528.1.1003.1.2.8.6'];
/** The policy of G-TLS SYS in the TRIAL arc, so that no validator takes these for real ones. */
const trialPolicy = '2.16.528.1.1003.1.2.41.15.35.11';

/** The hierarchies of the test PKI; all names say that they are not the real ones. */
export const hierarchyPlans: Readonly<Record<Hierarchy, HierarchyPlan>> = {
  koop: {
    signing: 'rsa-sha256',
    authorities: [{ commonName: 'TEST KOOP Aansluit CA', organization: 'KOOP (TEST)', policies: [] }],
    // No policy of KOOP's is known; this one stands under the arc for examples (2.999).
    leafPolicy: '2.999.3.1',
    ends: undefined,
  },
  g1: {
    signing: 'rsa-sha256',
    authorities: [
      { commonName: 'TEST Staat der Nederlanden Private Root CA - G1', organization: state, policies: [] },
      {
        commonName: 'TEST Staat der Nederlanden Private Services CA - G1',
        organization: state,
        policies: g1Policies,
      },
      { commonName: 'TEST PKIoverheid Private Services CA - G1', organization: provider, policies: g1Policies },
    ],
    leafPolicy: '2.16.528.1.1003.1.2.8.6',
    ends: '2028-11-12T23:00:00Z',
  },
  g4: {
    signing: 'rsa-pss-sha512',
    authorities: [
      { commonName: 'TRIAL Staat der Nederlanden - G4 Root Priv G-TLS - 2024', organization: state, policies: [] },
      {
        commonName: 'TRIAL Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024',
        organization: state,
        policies: [trialPolicy],
      },
      { commonName: 'TRIAL TEST - G4 PKIo Priv G-TLS SYS - 2025', organization: provider, policies: [trialPolicy] },
    ],
    leafPolicy: trialPolicy,
    ends: undefined,
  },
};
