import 'reflect-metadata';
import { ExtendedKeyUsage, KeyUsageFlags, type X509Certificate } from '@peculiar/x509';
import {
  certificateFaults,
  type CertificateFault,
  type Hierarchy,
  hierarchies,
} from '#contract/wire/certificate-faults';
import { selfIssue, type Period } from './authority.ts';
import { foreignKey } from './foreign-key.ts';
import { secretPem, signer, type KeyPair } from './keys.ts';
import { goodLeaf, type Leaf, leafFor } from './leaf.ts';
import type { OpenHierarchy } from './open-hierarchy.ts';
import { revocationExtensions } from './revocation-address.ts';

/** The certificates that the test PKI gives out: a good one of each hierarchy, and one of G1 with each fault. */
export type ClientName = Hierarchy | CertificateFault;

/** What a client sends, leaf first, and the key that it signs with; PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

/** What client certificates are made with. */
export interface ClientMaking {
  readonly hierarchies: Readonly<Record<Hierarchy, OpenHierarchy>>;
  /** Of the names and shape of G1 with other keys. */
  readonly twin: OpenHierarchy;
  readonly pair: KeyPair;
  /** A key that belongs to no client. */
  readonly other: KeyPair;
  readonly oin: string;
  readonly now: number;
}

/** All of them. */
export const makeClients = async (making: ClientMaking): Promise<Readonly<Record<ClientName, ClientCertificate>>> => {
  const good = hierarchies.map(async (name) => [name, await goodClient(making, name)] as const);
  const wrong = certificateFaults.map(async (fault) => [fault, await faulty[fault](making)] as const);
  return Object.fromEntries(await Promise.all([...good, ...wrong])) as Record<ClientName, ClientCertificate>;
};

const day = 24 * 60 * 60 * 1000;
/** The most that a leaf of G1 may live since November 2026. */
const year = 365 * day;

const goodClient = (making: ClientMaking, name: Hierarchy): Promise<ClientCertificate> =>
  clientOf(making, making.hierarchies[name]);

const leafIn = ({ oin, now }: ClientMaking, { plan, period }: OpenHierarchy): Leaf =>
  goodLeaf(oin, plan.leafPolicy, yearFrom(now, period));

/** An instant less than a year from a moment on, within the life of a hierarchy. */
const yearFrom = (from: number, { until }: Period): Period => ({ from, until: Math.min(from + year - 1000, until) });

interface Change {
  readonly leaf?: Partial<Leaf>;
  readonly revoked?: 'on-list' | 'when-asked';
}

const clientOf = async (making: ClientMaking, from: OpenHierarchy, change: Change = {}): Promise<ClientCertificate> => {
  const issued = leafFor({ ...leafIn(making, from), ...change.leaf }, making.pair.open);
  const leaf = await from.ledger.issue(issued, change.revoked);
  return { cert: pem(leaf, ...from.intermediates), key: secretPem(making.pair) };
};

const pem = (...chain: readonly X509Certificate[]): string =>
  chain.map((certificate) => `${certificate.toString('pem')}\n`).join('');

type Making = (making: ClientMaking) => Promise<ClientCertificate>;

const changed =
  (change: (making: ClientMaking) => Change): Making =>
  (making) =>
    clientOf(making, making.hierarchies.g1, change(making));

/** One fault each; all else is as in the good one of G1. */
const faulty: Readonly<Record<CertificateFault, Making>> = {
  expired: changed(({ now }) => ({ leaf: { period: { from: now - year, until: now - day } } })),
  'not-yet-valid': changed(({ now }) => ({ leaf: { period: { from: now + 7 * day, until: now + year } } })),
  'wrong-root': (making) => clientOf(making, making.twin),
  'self-signed': async (making) => {
    const { g1 } = making.hierarchies;
    const { extensions, ...rest } = leafFor(leafIn(making, g1), making.pair.open);
    const addresses = revocationExtensions(g1.ledger.authority.revocation);
    const own = await signer(making.pair, g1.plan.signing);
    const leaf = await selfIssue(own, { ...rest, extensions: [...extensions, ...addresses] });
    return { cert: pem(leaf), key: secretPem(making.pair) };
  },
  'missing-intermediate': async (making) => {
    const { cert, key } = await goodClient(making, 'g1');
    return { cert: cert.replace(/(-----END CERTIFICATE-----\n)[^]*?\1/, '$1'), key };
  },
  'wrong-key-usage': changed(() => ({
    leaf: { usage: KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment },
  })),
  'no-client-auth': changed(() => ({ leaf: { purposes: [ExtendedKeyUsage.serverAuth] } })),
  'no-oin': changed(() => ({ leaf: { serialNumber: undefined } })),
  'oin-of-19-digits': changed(({ oin }) => ({ leaf: { serialNumber: oin.slice(0, -1) } })),
  'oin-in-wrong-field': changed(({ oin }) => ({ leaf: { serialNumber: undefined, commonName: oin } })),
  'revoked-by-crl': changed(() => ({ revoked: 'on-list' })),
  'revoked-by-ocsp': changed(() => ({ revoked: 'when-asked' })),
  'foreign-key': async (making) => {
    const { cert } = await goodClient(making, 'g1');
    return { cert, key: foreignKey(making.pair, making.other) };
  },
};
