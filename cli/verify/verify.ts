import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type OpenBundle, openBundle } from '#bundle/files/open-bundle';
import { jsonText } from '#contract/texts/json-text';
import { readContract } from '#contract/reader';
import { readJournal } from '#evidence/read-journal';
import { filedSystem } from '#gate/evidence/filed-system';
import { readCertificates } from '#endpoint/identity/load-identity';
import { foldRun, type RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { readWithin } from '#xml/read-within';
import { attestedIn } from '../attest/attestation-file.ts';
import { contractFolder } from '../contract-folder.ts';
import { toldUnpacking } from '../folder/told-unpacking.ts';
import { languageOf } from '../language.ts';
import { judgeAgain } from '../rejudge/rejudge.ts';
import { underivedIn } from '../seal/underived-in.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { type Verified, conclusionOf, exitCodes } from './conclusion.ts';
import { verifiedText } from './verified-text.ts';

/** The options of `3pas verify` as they are given. */
export interface VerifyOptions {
  readonly roots?: readonly string[];
  readonly contract?: string;
  readonly rejudge?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Whether a package is unaltered, and what its judgements come to once more; tells both, and returns the exit code. */
export const verify = async (path: string, options: VerifyOptions): Promise<number> => {
  const file = resolve(path);
  demandFile(file);
  const roots = options.roots?.flatMap((one) => readCertificates(one)).map((der) => Uint8Array.from(der));
  const bundle = await toldUnpacking(file, () => openBundle(file, { roots }));
  try {
    const verified = await verifiedOf(bundle, options);
    if (options.json === true) tell(`${jsonText(jsonOf(verified))}\n`);
    else tell(verifiedText(verified, languageOf(options.lang)));
    return exitCodes[conclusionOf(verified)];
  } finally {
    bundle.close();
  }
};

const demandFile = (file: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) return;
  throw new UsageError({
    nl: `${file} is geen bestand; geef een pakket van 3pas seal`,
    en: `${file} is no file; give a package of 3pas seal`,
  });
};

const verifiedOf = async (bundle: OpenBundle, options: VerifyOptions): Promise<Verified> => {
  const { folder, ...integrity } = bundle;
  const verified = { ...integrity, ownSuite: suiteVersion };
  const run = folder === undefined ? undefined : runIn(folder);
  if (folder === undefined || run === undefined) {
    const problems = folder === undefined ? verified.problems : [{ kind: 'journal' as const }];
    return {
      ...verified,
      problems,
      run: undefined,
      again: 'altered',
      underived: [],
      declared: undefined,
      publications: 0,
    };
  }
  const contract = readContract(contractFolder(options.contract));
  const isSame = contract.digest === run.started.contract.digest;
  const declared = declaredIn(folder);
  const isSameSuite = [bundle.manifest?.suite, run.started.suite].includes(suiteVersion);
  const at = isSame && isSameSuite ? bundle.signer?.signedAt : undefined;
  const underived = at === undefined ? undefined : underivedIn(folder, { contract, vendor: declared, at, result: run });
  const again =
    options.rejudge === false ? 'not-asked' : isSame ? await judgeAgain(folder, { run, contract }) : 'other-contract';
  const publications = publicationsIn(folder, run);
  return { ...verified, run, declared, publications, underived, again };
};

const publicationsIn = (folder: string, { started }: RunResult): number =>
  started.phase === 4 ? attestedIn(folder).all.length : 0;

/** Undefined where the journal tells of none. Each file is what the manifest says, and judging again finds what the index does not lead to. */
const runIn = (folder: string): RunResult | undefined =>
  holdsStart(folder) ? foldRun(readJournal(folder), () => false) : undefined;

const holdsStart = (folder: string): boolean => {
  for (const { type } of readJournal(folder)) if (type === 'run-started' || type === 'recording-started') return true;
  return false;
};

/** Where the recording itself does not say whose system it is, a file beside it may. */
const declaredIn = (folder: string): Verified['declared'] => {
  const file = join(folder, 'vendor.yaml');
  return existsSync(file) ? filedSystem(readWithin(file).toString()) : undefined;
};

const jsonOf = (verified: Verified) => {
  const { problems, signer, digest, manifest, again, run, underived } = verified;
  return {
    outcome: conclusionOf(verified),
    unaltered: problems.length === 0,
    problems,
    signer,
    digest,
    suite: manifest?.suite,
    of: manifest?.of,
    run: run?.started.runId,
    resumed: run?.resumed?.map(({ at }) => at),
    underived,
    again,
  };
};
