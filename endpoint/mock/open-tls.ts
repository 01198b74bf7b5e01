import { type Hierarchy, hierarchies } from '#contract/wire/certificate-faults';
import type { Clock } from '../clock.ts';
import type { ClientCertificate, ClientName } from '../pki/client-certificates.ts';
import type { ClientRoots } from './certificate/judge-client.ts';
import type { ServerCertificate } from '../pki/server-certificate.ts';
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

/** A certificate of the server that was made before, and the roots whose clients have access; all PEM. */
export interface GivenTls {
  readonly server: ServerCertificate;
  readonly trusts: readonly string[];
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
  /** Undefined where the certificates were given. */
  readonly material: TlsMaterial | undefined;
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

/** Makes the certificates, and starts to answer about their revocation; does neither where they are given. */
export const openTls = (options: MockTlsOptions | GivenTls, surroundings: Surroundings): Promise<OpenTls> =>
  'server' in options ? Promise.resolve(withGiven(options, surroundings)) : withTestPki(options, surroundings);

/** Nobody asks about revocation: certificates that were made before say where, and nobody is there any more. */
const withGiven = ({ server, trusts }: GivenTls, { defects }: Surroundings): OpenTls => ({
  material: undefined,
  clientRoots: { test: [], own: trusts },
  settings: () => Promise.resolve(altered({ ...server, ca: trusts }, defects)),
  close: () => Promise.resolve(),
});

const altered = (settings: Pick<TlsSettings, 'cert' | 'key' | 'ca'>, defects: readonly Defect[]): TlsSettings =>
  defects.reduce<TlsSettings>((before, { tls }) => tls?.(before) ?? before, {
    ...settings,
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
  });

const withTestPki = async (
  { accepts = hierarchies, trusts = [], oin, pki: given }: MockTlsOptions,
  { clock, defects, hostNames }: Surroundings,
): Promise<OpenTls> => {
  const pki = given ?? (await createTestPki({ now: clock.now, oin }));
  const clientRoots = { test: accepts.map((name) => pki.clientRoots[name]), own: trusts };
  return {
    material: { serverRoots: pki.serverRoots, clients: pki.clients, oin: pki.oin },
    clientRoots,
    settings: async () => {
      const ca = [...clientRoots.test, ...clientRoots.own];
      return altered({ ...(await pki.issueServer(hostNames)), ca }, defects);
    },
    close: () => (given === undefined ? pki.close() : Promise.resolve()),
  };
};
