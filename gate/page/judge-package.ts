import { certificatesIn } from '#bundle/certificates-file';
import { type Integrity, checkIntegrity } from '#bundle/integrity';
import { problemText } from '#bundle/problem';
import type { Event } from '#evidence/event';
import { type Damaged, journalFeed } from '#evidence/journal-feed';
import { alteredDecision } from '../decision/altered-decision.ts';
import type { Decision } from '../decision/decision.ts';
import { evaluate } from '../decision/evaluate.ts';
import type { GateContract, IntegritySeen, JudgedEvidence } from '../decision/judged-evidence.ts';
import { certificateReader } from '../evidence/certificate-seen.ts';
import { filedSystem } from '../evidence/filed-system.ts';
import { manifestFaults } from '../evidence/manifest-faults.ts';
import { unprovable } from '../facts/unprovable.ts';
import { gateFacts } from '../facts/facts.ts';
import type { DeclaredSystem, GateFacts } from '../facts/gate-facts.ts';
import { policyText } from '../policy/policy-text.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { readRequired } from '../required/required-list.ts';
import { type DemandingContract, requiredFor } from '../required/required.ts';
import { isSameList } from '../required/same-list.ts';
import { readObservations } from '../sample/observations.ts';
import { decisionText } from '../text/decision-text.ts';
import { differingFiles } from './differing-files.ts';
import { gunzipAtMost } from './gunzip-at-most.ts';

/** What a page of the gate was made with: the contract of whoever judges. */
export interface Embedded {
  readonly suite: string;
  readonly contract: GateContract;
  readonly demanding: DemandingContract;
  /** SHA-256 of each file of it, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** What was dropped on the page, and the phase that is decided on. */
export interface Dropped {
  readonly name: string;
  readonly bundle: Uint8Array<ArrayBuffer>;
  readonly policy: Uint8Array<ArrayBuffer> | undefined;
  readonly observations: string | undefined;
  /** DER. */
  readonly roots: readonly Uint8Array<ArrayBuffer>[] | undefined;
  readonly code: string | undefined;
  readonly phase: 1 | 2 | 3 | 4;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A decision, and how people read it. */
export interface PageDecision {
  readonly decision: Decision;
  readonly text: string;
}

/** Decides on a package by its recorded verdicts, with the evaluator of `3pas gate`; nothing is judged again. Throws a `PolicyError` for a policy that can't be read. */
export const judgePackage = async (
  dropped: Dropped,
  embedded: Embedded,
  language: 'nl' | 'en',
): Promise<PageDecision> => {
  const decision = await decisionOn(dropped, embedded);
  const labels = new Map(embedded.contract.documentTypes.map(({ name, label }) => [name, label]));
  return { decision, text: decisionText(decision, labels, language) };
};

const decisionOn = async (dropped: Dropped, embedded: Embedded): Promise<Decision> => {
  const { bundle, roots, phase, now, name } = dropped;
  const { contract } = embedded;
  const found = await checkIntegrity(sourceOf(bundle), { sha256: digestIn(bundle), roots });
  const { signer, digest: manifest } = found;
  const integrity = { problems: found.problems.map(problemText), signer, manifest };
  const altered = (more: IntegritySeen['problems'] = []): Decision => {
    const problems = [...integrity.problems, ...more];
    return alteredDecision({ name, integrity: { ...integrity, problems }, contract, phase, now });
  };
  if (integrity.problems.length > 0) return altered();
  const fileOf = fileIn(bundle, found);
  const journal = await fileOf('journal.ndjson.gz');
  const facts = journal && (await factsIn(journal, fileOf));
  if (journal === undefined || facts === undefined) return altered([problemText({ kind: 'journal' })]);
  const faults = manifestFaults(found.manifest, facts);
  if (faults.length > 0) return altered(faults);
  const filed = filedSystem(textOf(await fileOf('vendor.yaml')));
  const system = facts.system ?? filed;
  const required = requiredFor({
    ...{ contract: embedded.demanding, suite: embedded.suite, phase },
    documentTypes: system?.documentTypes ?? [],
  });
  const came = textOf(await fileOf('required.json'));
  const isSameContract = facts.contract.digest === contract.digest;
  return evaluate({
    ...{ facts, system, isSystemSame: filed === undefined || isAlike(filed, system), integrity, contract },
    ...{ required, phase, now },
    ...{ journal: hexOf(await crypto.subtle.digest('SHA-256', journal)), code: dropped.code },
    isRequiredSame: isSameContract ? isSame(came, required) : undefined,
    again: againOf(facts, embedded),
    policy: await policyOf(dropped.policy),
    observations: observationsOf(dropped.observations),
    ...{ earlier: [], publications: [], unreadable: [], isReportCompared: false },
    contractDifferences: isSameContract
      ? undefined
      : differingFiles(textOf(await fileOf('contract.ndjson.gz')), facts.contract.digest, embedded.files),
  });
};

/** The verdicts that are decided on are those that were recorded; what another version of the suite found is for the command. */
const againOf = (facts: GateFacts, { suite, contract: { digest } }: Embedded): JudgedEvidence['again'] =>
  facts.contract.digest === digest && facts.suite === suite
    ? { contract: digest, differing: [], isSame: true, isRecorded: true }
    : undefined;

/** Gives a file of a package as it was before it was packed; undefined where it has none of that name. */
type FileOf = (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

const fileIn =
  (bundle: Dropped['bundle'], { entries, manifest }: Integrity): FileOf =>
  async (file) => {
    const entry = entries.find((one) => one.name === file);
    const bytes = entry && bundle.slice(entry.offset, entry.offset + entry.size);
    const unpacked = manifest?.files.find((one) => one.name === file)?.unpacked;
    return bytes === undefined || unpacked === undefined ? bytes : gunzipAtMost(bytes, unpacked);
  };

/** The facts as they were recorded; undefined for a journal that has no start. */
const factsIn = async (journal: Uint8Array, fileOf: FileOf): Promise<GateFacts | undefined> => {
  const certificates = certificatesIn(textOf(await fileOf('certificates.ndjson.gz')));
  const certificateOf = certificateReader(({ sha256 }) => certificates.get(sha256));
  const recorded = gateFacts(eventsIn(journal), { certificateOf });
  const kept = digestsIn(textOf(await fileOf('exchanges.ndjson.gz')));
  return recorded !== undefined && lacks(eventsIn(journal), kept) ? unprovable(recorded) : recorded;
};

/** Digests of the bytes that a package says it holds, or a recipe of. */
const digestsIn = (index: string): ReadonlySet<string> =>
  new Set([...index.matchAll(/^\{"sha256":"([0-9a-f]{64})"/gm)].map(([, digest = '']) => digest));

/** Whether messages are not there that were kept when they were recorded. */
const lacks = (events: Iterable<Event | Damaged>, kept: ReadonlySet<string>): boolean => {
  for (const event of events)
    if (
      event.type === 'exchange' &&
      [event.request, event.response].some((one) => one !== undefined && !kept.has(one.sha256))
    )
      return true;
  return false;
};

const isAlike = (one: DeclaredSystem, other: DeclaredSystem | undefined): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(other && inOrder(other));

const inOrder = ({ vendor, product, version, documentTypes }: DeclaredSystem): readonly unknown[] => [
  ...[vendor, product, version],
  [...documentTypes].sort(),
];

const sourceOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: (at: number, length: number): Uint8Array => {
    if (at < 0 || length < 0 || at + length > bytes.length) throw new RangeError('beyond the end');
    return bytes.subarray(at, at + length);
  },
});

const digestIn =
  (bytes: Uint8Array<ArrayBuffer>) =>
  async (at: number, length: number): Promise<string> =>
    hexOf(await crypto.subtle.digest('SHA-256', bytes.subarray(at, at + length)));

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const eventsIn = function* (journal: Uint8Array): Generator<Event | Damaged> {
  const feed = journalFeed();
  yield* feed.add(journal);
  yield* feed.end();
};

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const isSame = (came: string, own: JudgedEvidence['required']): boolean => {
  const list = readRequired(came);
  return list !== undefined && isSameList(list, own);
};

const policyOf = async (bytes: Dropped['policy']): Promise<JudgedEvidence['policy']> => {
  if (bytes === undefined) return undefined;
  const digest = hexOf(await crypto.subtle.digest('SHA-256', bytes));
  return { digest, read: readPolicy('beleid.csv', policyText(bytes)) };
};

const observationsOf = (text: string | undefined): JudgedEvidence['observations'] => {
  if (text === undefined) return undefined;
  const found = readObservations(text);
  if ('observations' in found) return found.observations;
  const said = {
    nl: `het bestand met waarnemingen is niet te lezen (${found.problem.nl}); geef het bestand dat de pagina van de steekproef bewaarde`,
    en: `the file with observations can't be read (${found.problem.en}); give the file that the page of the sample saved`,
  };
  throw Object.assign(new Error(said.en), { text: said });
};
