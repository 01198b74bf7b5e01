import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { jsonText } from '#contract/texts/json-text';
import { problemText } from '#bundle/problem';
import { alteredDecision } from '#gate/decision/altered-decision';
import type { Decision } from '#gate/decision/decision';
import { evaluate } from '#gate/decision/evaluate';
import type { JudgedEvidence } from '#gate/decision/judged-evidence';
import { demandingContract, gateContract } from '#gate/evidence/gate-contract';
import { filedSystem } from '#gate/evidence/filed-system';
import { manifestFaults } from '#gate/evidence/manifest-faults';
import { type ReadEvidence, readEvidence } from '#gate/evidence/read-evidence';
import type { DeclaredSystem } from '#gate/facts/gate-facts';
import { policyText } from '#gate/policy/policy-text';
import { readPolicy } from '#gate/policy/read-policy';
import { requiredFor } from '#gate/required/required';
import { readRequired } from '#gate/required/required-list';
import { isSameList } from '#gate/required/same-list';
import { decisionText } from '#gate/text/decision-text';
import { letter } from '#gate/text/letter';
import type { Language } from '#reporters/texts';
import { attestedIn } from '../attest/attestation-file.ts';
import { contractFolder } from '../contract-folder.ts';
import { languageOf } from '../language.ts';
import { underivedIn } from '../seal/underived-in.ts';
import { tell } from '../tell.ts';
import { writeTold } from '../folder/write-told.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { demandCode } from './demand-code.ts';
import { earlierIn } from './earlier.ts';
import { exitCodes } from './exit-codes.ts';
import { gateOnMany } from './many.ts';
import { type OpenEvidence, type Roots, openEvidence, rootsOf } from './open-evidence.ts';
import { type ObservationsOf, observationsAt } from './observations-at.ts';
import { optionBytes, optionText } from './read-file.ts';
import { sampled } from './sampled.ts';
import { type SharedAnswers, sharedAnswers } from './shared-answers.ts';
import { vendorContract } from './vendor-contract.ts';

/** The options of `3pas gate` as they are given. */
export interface GateOptions {
  readonly phase?: 1 | 2 | 3 | 4;
  readonly policy?: string;
  readonly contract?: string;
  readonly earlier?: string;
  readonly observations?: string;
  readonly code?: string;
  readonly sample?: number;
  readonly letter?: 'nl';
  readonly csv?: boolean;
  readonly page?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Decides on evidence for a phase, or on each package in a folder, tells that, and returns the exit code; throws `UsageError`. */
export const gateOn = async (evidence: string, options: GateOptions): Promise<number> => {
  const standard = standardOf(options);
  try {
    return await gateBy(standard, evidence, options);
  } finally {
    await standard.answers.close();
  }
};

const gateBy = async (standard: Standard, evidence: string, options: GateOptions): Promise<number> => {
  const labels = labelsOf(standard.contract);
  if (isFolderOfMany(evidence))
    return gateOnMany(evidence, options, { labels, decide: async (one) => (await decide(one, standard)).decision });
  demandNoTable(options);
  const { decision, judged } = await decide(evidence, standard);
  const language = languageOf(options.lang);
  const { sample: count } = options;
  if (count !== undefined && decision.outcome !== 'altered')
    return sampled(judged, { count, out: options.out, labels, language });
  if (options.out !== undefined && count === undefined) write(options.out, decision);
  if (options.letter !== undefined) tell(letter(decision, labels));
  else tell(options.json === true ? `${jsonText(decision)}\n` : decisionText(decision, labels, language));
  return exitCodes[decision.outcome];
};

const demandNoTable = ({ csv, page }: GateOptions): void => {
  const given = csv === true ? '--csv' : page === undefined ? undefined : '--page';
  if (given !== undefined)
    throw new UsageError({
      nl: `${given} is voor een map met pakketten; geef die map in plaats van één pakket`,
      en: `${given} is for a folder with packages; give that folder in place of one package`,
    });
};

const labelsOf = ({ documentTypes }: Contract) => new Map(documentTypes.map(({ name, label }) => [name, label]));

const isFolderOfMany = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && !existsSync(join(path, 'journal.ndjson'));

/** What evidence is judged by, read once. */
interface Standard extends Pick<JudgedEvidence, 'phase' | 'policy' | 'earlier' | 'code'> {
  readonly contract: Contract;
  readonly observationsOf: ObservationsOf;
  readonly answers: SharedAnswers;
  readonly roots: Roots;
  /** Whether a sample is drawn, which shows what was delivered. */
  readonly isShown: boolean;
}

const standardOf = ({ phase, policy: file, code, ...options }: GateOptions): Standard => {
  if (phase === undefined)
    throw new UsageError({ nl: '--phase ontbreekt; geef 1, 2, 3 of 4', en: '--phase is missing; give 1, 2, 3 or 4' });
  demandCode(code);
  const policy = policyAt(file);
  const contract = readContract(contractFolder(options.contract));
  return {
    ...{ phase, policy, code, contract, answers: sharedAnswers(contract) },
    roots: rootsOf(file, policy?.read.roots),
    isShown: options.sample !== undefined,
    observationsOf: observationsAt(options.observations),
    earlier: options.earlier === undefined ? [] : earlierIn(options.earlier, Date.now()),
  };
};

interface Decided {
  readonly decision: Decision;
  /** Undefined for a package that was altered. */
  readonly judged: JudgedEvidence | undefined;
}

const decide = async (evidence: string, standard: Standard): Promise<Decided> => {
  const { contract, phase } = standard;
  const { folder, integrity, manifest, close } = await openEvidence(evidence, standard.roots);
  try {
    const read = folder === undefined ? undefined : await readIn(folder, standard);
    if (folder !== undefined && read !== undefined) {
      const judged = await judgedOf(folder, standard, { integrity, manifest, read });
      return { judged, decision: evaluate(judged) };
    }
    if (integrity === undefined) throw noStart;
    const problems = folder === undefined ? integrity.problems : [problemText({ kind: 'journal' })];
    const altered = {
      name: basename(evidence),
      integrity: { ...integrity, problems },
      contract: gateContract(contract),
      phase,
    };
    return { judged: undefined, decision: alteredDecision({ ...altered, now: Date.now() }) };
  } finally {
    close();
  }
};

const readIn = async (folder: string, { contract, answers, isShown }: Standard): Promise<ReadEvidence | undefined> =>
  readEvidence(folder, { contract, suite: suiteVersion, answers: await answers.next(), isShown });

const noStart = new UsageError({
  nl: 'het journaal bevat geen begin van een run of opname; geef ander bewijs',
  en: 'the journal holds no start of a run or recording; give other evidence',
});

const judgedOf = async (
  folder: string,
  { contract, roots: _roots, answers: _answers, observationsOf, isShown: _isShown, ...standard }: Standard,
  { integrity, manifest, read }: Pick<OpenEvidence, 'integrity' | 'manifest'> & { readonly read: ReadEvidence },
): Promise<JudgedEvidence> => {
  const { declared: system, isSame: isSystemSame } = systemOf(folder, read);
  const required = requiredFor({
    ...{ contract: demandingContract(contract), suite: suiteVersion, phase: standard.phase },
    documentTypes: system?.documentTypes ?? [],
  });
  return {
    ...{
      ...read,
      ...standard,
      ...(integrity === undefined ? { integrity } : heldTo(folder, { integrity, manifest, read, contract })),
      observations: observationsOf(read.journal),
      system,
      isSystemSame,
      contract: gateContract(contract),
      required,
    },
    isRequiredSame: isRequiredSame(folder, read, required),
    now: Date.now(),
    ...attestedFor(folder),
    contractDifferences: await vendorContract(folder, read.facts.contract, contract),
  };
};

interface Held {
  readonly integrity: NonNullable<JudgedEvidence['integrity']>;
  readonly manifest: OpenEvidence['manifest'];
  readonly read: ReadEvidence;
  readonly contract: Contract;
}

/** What people read in a package has to follow from its journal; another version or contract may write it otherwise. */
const heldTo = (
  folder: string,
  { integrity: seen, manifest, read: { facts }, contract }: Held,
): Pick<JudgedEvidence, 'integrity' | 'isReportCompared'> => {
  const integrity = { ...seen, problems: [...seen.problems, ...manifestFaults(manifest, facts)] };
  const at = integrity.signer?.signedAt;
  if (at === undefined || facts.suite !== suiteVersion || facts.contract.digest !== contract.digest)
    return { integrity, isReportCompared: false };
  const problems = underivedIn(folder, { contract, vendor: filedIn(folder), at }).map((name) => ({
    nl: `${name} is niet wat uit het journaal van het pakket volgt`,
    en: `${name} is not what follows from the journal of the package`,
  }));
  return { integrity: { ...integrity, problems: [...integrity.problems, ...problems] }, isReportCompared: true };
};

/** Undefined where there is no vendor file, or one that is none. */
const filedIn = (folder: string): DeclaredSystem | undefined => {
  const file = join(folder, 'vendor.yaml');
  return existsSync(file) ? filedSystem(optionText('vendor.yaml', file)) : undefined;
};

const policyAt = (file: string | undefined): JudgedEvidence['policy'] => {
  if (file === undefined) return undefined;
  const bytes = optionBytes('--policy', file);
  return { digest: createHash('sha256').update(bytes).digest('hex'), read: readPolicy(file, policyText(bytes)) };
};

interface Declared {
  readonly declared: DeclaredSystem | undefined;
  readonly isSame: boolean;
}

/** By the events of the recording, else by the vendor file beside them. */
const systemOf = (folder: string, { facts }: ReadEvidence): Declared => {
  const filed = filedIn(folder);
  const isSame = filed === undefined || facts.system === undefined || sorted(facts.system) === sorted(filed);
  return { declared: facts.system ?? filed, isSame };
};

const sorted = ({ vendor, product, version, documentTypes }: DeclaredSystem): string =>
  JSON.stringify([vendor, product, version, [...documentTypes].sort()]);

/** A list of another contract or phase is not the one that follows here. */
const isRequiredSame = (
  folder: string,
  { facts }: ReadEvidence,
  own: JudgedEvidence['required'],
): boolean | undefined => {
  const file = join(folder, 'required.json');
  if (!existsSync(file) || facts.contract.digest !== own.contract.digest || facts.phase !== own.phase) return undefined;
  const came = readRequired(optionText('required.json', file));
  return came !== undefined && isSameList(came, own);
};

/** The folder of a package is one that nobody knows, so that lines are named without it. */
const attestedFor = (folder: string): Pick<JudgedEvidence, 'publications' | 'unreadable'> => {
  const { all, unreadable } = attestedIn(folder);
  return {
    publications: all.map(({ publication, seenBy, seenAt, at, documentType, run, profile }) => ({
      ...{ publication, seenBy, seenAt, at, documentType, run, profile },
    })),
    unreadable: unreadable.map(({ line, problem }) => ({
      nl: `regel ${String(line)} van attestations.ndjson is geen vastlegging van deze versie (${problem.nl}); leg de publicatie opnieuw vast (3pas attest)`,
      en: `line ${String(line)} of attestations.ndjson is no attestation of this version (${problem.en}); record the publication again (3pas attest)`,
    })),
  };
};

const write = (file: string, decision: Decision): void => {
  const said = (why: string) => ({
    nl: `--out ${file} is niet te schrijven (${why}); een fase-akkoord wordt nooit overschreven, geef een ander bestand`,
    en: `--out ${file} can't be written (${why}); a decision is never overwritten, give another file`,
  });
  writeTold({ file, said }, `${jsonText(decision)}\n`);
};
