import { type Hierarchy, hierarchies } from '#contract/wire/certificate-faults';
import type { Clock } from '../clock.ts';
import type { ClientCertificate, ClientName } from '../pki/client-certificates.ts';
import type { ClientRoots } from './certificate/judge-client.ts';
import { createTestPki, type TestPki } from '../pki/test-pki.ts';
import type { Defect } from './parts.ts';
import type { TlsSettings } from '../server/tls-settings.ts';

/** How the mock speaks TLS. */
export interface MockTlsOptions {
  /** Whose certificates give access; those of every hierarchy unless said. */
  readonly accepts?: readonly Hierarchy[] | undefined;
  /** Roots besides those of the test PKI whose certificates give access, PEM. */
  readonly trusts?: readonly string[] | undefined;
  /** In the certificates of the clients; one of the test series unless said. */
  readonly oin?: string | undefined;
  /** One that others use as well, and that is closed by who made it; made anew for this mock unless said. */
  readonly pki?: TestPki | undefined;
}

/** What the clients of a mock need; PEM. The keys are throw-away ones. */
export interface TlsMaterial {
  /** Roots that the certificate of the mock leads to. */
  readonly serverRoots: readonly string[];
  readonly clients: Readonly<Record<ClientName, ClientCertificate>>;
  /** In the certificates of the clients. */
  readonly oin: string;
}

/** TLS as the mock speaks it until it is closed. */
export interface OpenTls {
  readonly material: TlsMaterial;
  readonly clientRoots: ClientRoots;
  /** With a certificate of the server that is new each time. */
  readonly settings: () => Promise<TlsSettings>;
  readonly close: () => Promise<void>;
}

/** What TLS is opened with. */
interface Surroundings {
  readonly clock: Clock;
  readonly defects: readonly Defect[];
  /** In the certificate of the server, besides localhost. */
  readonly hostNames: readonly string[];
}

/** Makes the certificates, and starts to answer about their revocation. */
export const openTls = async (
  { accepts = hierarchies, trusts = [], oin, pki: given }: MockTlsOptions,
  { clock, defects, hostNames }: Surroundings,
): Promise<OpenTls> => {
  const pki = given ?? (await createTestPki({ now: clock.now, oin }));
  const clientRoots = { test: accepts.map((name) => pki.clientRoots[name]), own: trusts };
  return {
    material: { serverRoots: pki.serverRoots, clients: pki.clients, oin: pki.oin },
    clientRoots,
    settings: async () => {
      const plain = {
        ...(await pki.issueServer(hostNames)),
        ca: [...clientRoots.test, ...clientRoots.own],
        minVersion: 'TLSv1.2',
        maxVersion: 'TLSv1.3',
      } as const;
      return defects.reduce<TlsSettings>((before, { tls }) => tls?.(before) ?? before, plain);
    },
    close: () => (given === undefined ? pki.close() : Promise.resolve()),
  };
};
