import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Hierarchy } from '#contract/wire/certificate-faults';
import type { RunningMock } from '#endpoint/mock-process';
import { makeFolder } from '../folder/make-folder.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { toPkcs12 } from './pkcs12.ts';

/** Where certificates are written, and the password of what needs one. */
export interface CertificateFolder {
  readonly path: string;
  readonly password: string;
  /** Names of its files. */
  readonly files: readonly string[];
}

type Material = Pick<NonNullable<RunningMock['tls']>, 'serverRoots' | 'clients'>;

/** Makes the folder, for its owner only; throws `UsageError` when it can't be made or holds something already. */
export const prepareCertificateFolder = (folder: string): string => {
  const path = resolve(folder);
  const names = attempt(path, () => {
    makeFolder(path);
    return readdirSync(path);
  });
  if (names.length > 0)
    throw new UsageError({
      nl: `--certificates ${folder}: de map is niet leeg; geef een andere, want er wordt niets overschreven`,
      en: `--certificates ${folder}: the folder is not empty; give another one, since nothing is overwritten`,
    });
  attempt(path, () => {
    chmodSync(path, 0o700);
  });
  return path;
};

/** Writes the root of the server, and each certificate with its key as PEM and as PKCS #12, for their owner only. */
export const writeCertificates = (
  path: string,
  { serverRoots, clients }: Material,
  names: readonly Hierarchy[],
): CertificateFolder => {
  const password = randomBytes(12).toString('base64url');
  const files = new Map<string, string | Buffer>([['server-root.pem', serverRoots.join('')]]);
  for (const name of names) {
    files.set(`${name}.pem`, clients[name].cert);
    files.set(`${name}.key.pem`, clients[name].key);
    files.set(`${name}.p12`, toPkcs12(clients[name], password));
  }
  files.set('password.txt', `${password}\n`);
  for (const [name, content] of files)
    attempt(path, () => {
      writeFileSync(join(path, name), content, { flag: 'wx', mode: 0o600 });
    });
  return { path, password, files: [...files.keys()] };
};

const attempt = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `--certificates ${path}: daar is niet te schrijven (${why.nl}); geef een andere map`,
      en: `--certificates ${path}: it can't be written (${why.en}); give another folder`,
    });
  }
};
