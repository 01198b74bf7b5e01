import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openBundle } from '#bundle/files/open-bundle';
import type { Manifest } from '#bundle/manifest';
import { problemText } from '#bundle/problem';
import type { IntegritySeen } from '#gate/decision/judged-evidence';
import { readCertificates } from '#endpoint/identity/load-identity';
import { toldUnpacking } from '../folder/told-unpacking.ts';
import { demandFree } from '../folder/lock-folder.ts';
import { UsageError } from '../usage-error.ts';

/** Evidence that was opened: a package, or the folder of a run or recording. */
export interface OpenEvidence {
  /** Undefined for a package that was altered. */
  readonly folder: string | undefined;
  /** Undefined for a folder. */
  readonly integrity: IntegritySeen | undefined;
  /** What the package says of itself; undefined for a folder. */
  readonly manifest: Manifest | undefined;
  readonly close: () => void;
}

/** Certificates that a signer has to lead to, DER; undefined where nobody named any. */
export type Roots = readonly Uint8Array<ArrayBuffer>[] | undefined;

/** Opens evidence; throws `UsageError` for what is no evidence. */
export const openEvidence = async (path: string, roots: Roots): Promise<OpenEvidence> => {
  const at = resolve(path);
  const stats = statSync(at, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true && existsSync(join(at, 'journal.ndjson'))) {
    demandFree(at);
    return { folder: at, integrity: undefined, manifest: undefined, close: () => undefined };
  }
  if (stats?.isFile() !== true) throw noEvidence(path);
  const bundle = await toldUnpacking(at, () => openBundle(at, { roots }));
  const { problems, signer, digest, manifest, folder, close } = bundle;
  return { folder, integrity: { problems: problems.map(problemText), signer, manifest: digest }, manifest, close };
};

/** The roots that a policy names, in a file beside it; throws `IdentityError`. */
export const rootsOf = (policy: string | undefined, roots: string | undefined): Roots =>
  policy === undefined || roots === undefined
    ? undefined
    : readCertificates(resolve(dirname(policy), roots)).map((der) => Uint8Array.from(der));

const noEvidence = (path: string): UsageError =>
  new UsageError({
    nl: `${path} is geen pakket van 3pas seal en geen map van een opname of run; geef een van die`,
    en: `${path} is no package of 3pas seal and no folder of a recording or run; give one of those`,
  });
