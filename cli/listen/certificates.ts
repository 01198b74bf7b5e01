import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { hierarchies } from '#contract/wire/certificate-faults';
import { systemClock } from '#endpoint/clock';
import { loadIdentity } from '#endpoint/identity/load-identity';
import { createTestPki } from '#endpoint/pki/test-pki';
import { readWithin } from '#xml/read-within';
import { writeCertificates } from '../mock/certificate-folder.ts';
import { ownRoots } from '../mock/own-roots.ts';
import { UsageError } from '../usage-error.ts';
import type { ListenOptions } from './options.ts';
import type { ListenSettings } from './settings.ts';

/** How a receiver speaks TLS, and where what its clients need is. */
export interface ReceiverCertificates {
  readonly server: { readonly cert: string; readonly key: string };
  /** Roots whose clients have access, PEM. */
  readonly trusts: readonly string[];
  /** The folder in the recording. */
  readonly folder: string;
  /** Of the server, PEM; undefined where its certificate was given. */
  readonly root: string | undefined;
}

/** Reads the certificates of a recording, which are made once: what a vendor has imported stays good. */
export const certificatesFor = async (
  { out, hostNames }: Pick<ListenSettings, 'out' | 'hostNames'>,
  options: Pick<ListenOptions, 'serverCert' | 'serverKey' | 'clientCa'>,
): Promise<ReceiverCertificates> => {
  const folder = join(out, 'certificates');
  const given = givenServer(options);
  if (!existsSync(folder)) await makeFolderOf(folder, hostNames);
  const read = (name: string): string => readWithin(join(folder, name)).toString();
  const made = { cert: read('server.pem'), key: read('server.key.pem') };
  if (given === undefined) demandNames(made.cert, hostNames);
  const own = (options.clientCa ?? []).flatMap((file) => ownRoots(file, '--client-ca'));
  return {
    server: given ?? made,
    trusts: [...(read('client-roots.pem').match(/-----BEGIN[^]*?-----END CERTIFICATE-----\n?/g) ?? []), ...own],
    folder,
    root: given === undefined ? read('server-root.pem') : undefined,
  };
};

const givenServer = ({ serverCert, serverKey }: Pick<ListenOptions, 'serverCert' | 'serverKey'>) => {
  if (serverCert === undefined) return undefined;
  const { chain, key } = loadIdentity({ certificate: serverCert, key: serverKey });
  return { cert: chain.join(''), key };
};

/** The keys of all CAs are forgotten: nobody can make another certificate that whoever imported the root would trust. */
const makeFolderOf = async (folder: string, hostNames: readonly string[]): Promise<void> => {
  const pki = await createTestPki({ now: systemClock.now });
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  chmodSync(part, 0o700);
  writeCertificates(part, pki, hierarchies);
  const { cert, key } = await pki.issueServer(hostNames);
  const roots = hierarchies.map((name) => pki.clientRoots[name]).join('');
  const files = { 'server.pem': cert, 'server.key.pem': key, 'client-roots.pem': roots };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(part, name), text, { mode: 0o600 });
  await pki.close();
  renameSync(part, folder);
};

/** The certificate was made at the first start, for the names of then. */
const demandNames = (pem: string, hostNames: readonly string[]): void => {
  const certificate = new X509Certificate(pem);
  const missing = hostNames.find(
    (name) => (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) === undefined,
  );
  if (missing === undefined) return;
  throw new UsageError({
    nl: `het servercertificaat van deze opname heeft de naam ${missing} niet, want het is bij de eerste start gemaakt; begin een nieuwe opname, of geef een eigen certificaat met --server-cert en --server-key`,
    en: `the server certificate of this recording does not have the name ${missing}, since it was made at the first start; start another recording, or give a certificate of your own with --server-cert and --server-key`,
  });
};
