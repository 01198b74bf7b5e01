import { type Hierarchy, hierarchies } from '#contract/wire/certificate-faults';
import { type ClientCertificate, type ClientName, makeClients } from './client-certificates.ts';
import { hierarchyPlans } from './hierarchy.ts';
import { rsaKey, type KeyPair } from './keys.ts';
import { type OpenHierarchy, openHierarchy } from './open-hierarchy.ts';
import { startRevocationServer } from './revocation-server.ts';
import { openServerIssuer, type ServerCertificate } from './server-certificate.ts';

/** A PKI made on the fly; it answers about revocation until it is closed. */
export interface TestPki {
  /** Roots of the server's certificate, PEM. */
  readonly serverRoots: readonly string[];
  readonly clients: Readonly<Record<ClientName, ClientCertificate>>;
  /** In the certificates of the clients. */
  readonly oin: string;
  /** The roots of the clients' certificates, PEM. */
  readonly clientRoots: Readonly<Record<Hierarchy, string>>;
  /** A new certificate for the server from the same root, for these names too. */
  readonly issueServer: (hostNames?: readonly string[]) => Promise<ServerCertificate>;
  readonly close: () => Promise<void>;
}

/** What a test PKI is made with. */
export interface PkiOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Of every client; one of the test series unless said. */
  readonly oin?: string | undefined;
}

/** An OIN of the test series, which nobody holds. */
const testOin = '00000099000000003000';

const authorityBits = 2048;
/** More than 3,000, as has been asked since 2026. */
const leafBits = 3072;

/** Makes all certificates, and starts to answer about revocation on a free port of loopback. */
export const createTestPki = async ({ now, oin = testOin }: PkiOptions): Promise<TestPki> => {
  const [server, made] = await Promise.all([startRevocationServer(now), makeKeys()]);
  const { authorities, twin, leaf } = made;
  const start = now();
  const open = (name: Hierarchy, keys: readonly KeyPair[], id: string): Promise<OpenHierarchy> =>
    openHierarchy({ plan: hierarchyPlans[name], name: id, keys, now: start, server });
  const opened = await Promise.all(
    hierarchies.map(async (name) => [name, await open(name, authorities, name)] as const),
  );
  const all = Object.fromEntries(opened) as Record<Hierarchy, OpenHierarchy>;
  const issuer = await openServerIssuer(start);
  return {
    serverRoots: [issuer.root],
    oin,
    clients: await makeClients({
      hierarchies: all,
      twin: await open('g1', [twin, twin, twin], 'twin'),
      pair: leaf,
      other: twin,
      oin,
      now: start,
    }),
    clientRoots: Object.fromEntries(opened.map(([name, { root }]) => [name, `${root.toString('pem')}\n`])) as Record<
      Hierarchy,
      string
    >,
    issueServer: (hostNames) => issuer.issue(now(), hostNames),
    close: server.close,
  };
};

/** Few keys for many certificates: a key of RSA is most of the work. The CAs of a level share theirs. */
const makeKeys = async () => {
  const [leaf, twin, ...authorities] = await Promise.all([
    rsaKey(leafBits),
    rsaKey(authorityBits),
    ...Array.from({ length: 3 }, () => rsaKey(authorityBits)),
  ]);
  return { leaf, twin, authorities };
};
