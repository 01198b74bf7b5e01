import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type OpenBundle, openBundle } from '#bundle/files/open-bundle';
import { jsonText } from '#contract/texts/json-text';
import { readContract } from '#contract/reader';
import { readCertificates } from '#endpoint/identity/load-identity';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { languageOf } from '../language.ts';
import type { JudgedAgain } from '../rejudge/conclusion.ts';
import { judgeAgain } from '../rejudge/rejudge.ts';
import { readRun } from '../report/read-run.ts';
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
  const bundle = await openBundle(file, { roots });
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
  if (folder === undefined) return { ...verified, run: undefined, again: 'altered' };
  const run = readRun(folder);
  return { ...verified, run, again: options.rejudge === false ? 'not-asked' : await againOf(folder, { run, options }) };
};

interface Again {
  readonly run: RunResult;
  readonly options: VerifyOptions;
}

/** By the folder that whoever verifies has: a path that a package names is never opened. */
const againOf = async (folder: string, { run, options }: Again): Promise<JudgedAgain | 'other-contract'> => {
  const contract = readContract(contractFolder(options.contract));
  return contract.digest === run.started.contract.digest ? judgeAgain(folder, { run, contract }) : 'other-contract';
};

const jsonOf = (verified: Verified) => {
  const { problems, signer, digest, manifest, again, run } = verified;
  return {
    outcome: conclusionOf(verified),
    unaltered: problems.length === 0,
    problems,
    signer,
    digest,
    suite: manifest?.suite,
    of: manifest?.of,
    run: run?.started.runId,
    again,
  };
};
