import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { systemClock } from '#endpoint/clock';
import type { Defect } from '#endpoint/mock/parts';
import { createExaminer } from '#endpoint/mock/examine';
import type { MessageExaminer } from '#endpoint/mock/guarded-examiner';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { createTestPki, type TestPki } from '#endpoint/pki/test-pki';
import { loadFaces } from '#generators/faces/load-faces';
import { createGeneration } from '#generators/create-generation';
import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import { inTurns, planPhase, select } from '#harness/plan';
import type { RunConfig, RunTls } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import { actCheck } from '#suites/act-check';
import { aansluit, poc, production } from '#suites/contents';
import { labAround } from '#suites/open-lab';
import type { Contents } from '#suites/topics';
import type { Selected } from './seeded-defect.ts';

/** The contract of every run. */
export const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const today = '2026-11-23';
const username = 'proefaansluiting';
const runId = 'gebreken';

const generation = createGeneration({
  contract,
  oracle: createOracle(contract),
  context: { today, oin: undefined, mandates: undefined },
  runId,
  faces: await loadFaces(contract),
  authorities: undefined,
  media: undefined,
});

/** Compiled once; a mock closes its examiner, and this one stays open for the next. */
const examiner: MessageExaminer = {
  examine: (
    (inner) => (message, context) =>
      Promise.resolve(inner.examine(message, context))
  )(createExaminer(contract, 'basic')),
  close: () => Promise.resolve(),
};

let made: Promise<TestPki> | undefined;

/** The certificates of every run over TLS: to make them takes longer than a run. */
export const sharedPki = (): Promise<TestPki> => (made ??= createTestPki({ now: systemClock.now }));

/** Where the run takes place: the mock shows what it keeps, an endpoint of others does not, and binds by its grounds. */
export type Seat = 'mock' | 'endpoint';

/** An endpoint of any kind, and what a run connects to it with. */
export interface Place {
  readonly url: string;
  /** Of the mock alone. */
  readonly mockControl: string | undefined;
  readonly tls: RunTls | undefined;
}

/** A mock with these defects that a part of the plan can be run against. */
export const mockFor = async (defects: readonly Defect[], { phase = 1 }: Selected): Promise<MockServer> => {
  const common = { contract, username, today, defects, examiner };
  return createMockServer(phase === 1 ? common : { ...common, tls: { pki: await sharedPki() } });
};

/** What a run of a phase connects with over TLS. */
export const tlsFor = async (phase: 2 | 3, serverRoots?: readonly string[]): Promise<RunTls> => {
  const pki = await sharedPki();
  const { koop, g1, g4, ...wrong } = pki.clients;
  return { ca: serverRoots ?? pki.serverRoots, identity: phase === 2 ? koop : g1, wrong, of: { koop, g1, g4 } };
};

/** The verdicts of a part of the plan against a mock with these defects. */
export const verdictsAgainst = async (
  defects: readonly Defect[],
  selected: Selected,
  seat: Seat = 'mock',
): Promise<readonly CheckEnded[]> => {
  const mock = await mockFor(defects, selected);
  const { phase = 1 } = selected;
  const tls = phase === 1 ? undefined : await tlsFor(phase);
  try {
    const mockControl = seat === 'mock' ? mock.controlUrl : undefined;
    return (await runAt({ url: mock.url, mockControl, tls }, selected)).ended;
  } finally {
    await mock.close();
  }
};

/** What a run leaves: its verdicts, and its exchanges. */
export interface Left {
  readonly ended: readonly CheckEnded[];
  readonly exchanges: readonly ExchangeRecorded[];
}

/** Runs a part of the plan at any endpoint. */
export const runAt = (place: Place, selected: Selected): Promise<Left> => act(configOf(selected, place), selected.only);

const contentsOf: Readonly<Record<number, Contents>> = { 1: poc, 2: aansluit, 3: aansluit, 4: production };

/** Acts what a run has planned, one check after another. */
export const act = async (config: RunConfig, only: Selected['only'] = () => true, journal?: Journal): Promise<Left> => {
  const exchanges: ExchangeRecorded[] = [];
  const { authorities, media, phase } = config;
  const { lab, bench } = labAround(config, { ...generation, authorities, media }, journal ?? journalInto(exchanges));
  const contents = contentsOf[phase] ?? poc;
  try {
    const ended: CheckEnded[] = [];
    const plan = select(planPhase(contract, phase, config.mockControl !== undefined), config);
    for (const check of inTurns(plan).flat()) {
      if (!only(check)) continue;
      ended.push((await actCheck({ lab, bench, contents }, check)).event);
    }
    return { ended, exchanges };
  } finally {
    await lab.client.close();
  }
};

/** No bytes are kept: verdicts and connections are all that is asked for. */
const journalInto = (exchanges: ExchangeRecorded[]): Journal => ({
  append: (event) => {
    if (event.type === 'exchange') exchanges.push(event);
  },
  keep: () => ({ place: undefined, lacks: false }),
  nextId: () => '',
  close: () => undefined,
});

/** The configuration of a run at any endpoint. */
export const configOf = (selected: Selected, { url, mockControl, tls }: Place): RunConfig => ({
  out: '',
  suite: 'test',
  runId,
  seed: 1,
  runs: selected.runs ?? 2,
  clock: `${today}T10:00:00.000Z`,
  today,
  contract: contract.directory,
  profile: 'defects',
  phase: selected.phase ?? 1,
  url,
  guard: { production: [], testHosts: [] },
  mockControl,
  credentials: tls === undefined ? { username, password: undefined } : undefined,
  tls,
  oin: undefined,
  mandates: undefined,
  carrier: 'basic',
  headerNames: undefined,
  limits: {
    requestsPerSecond: undefined,
    requests: undefined,
    accepted: undefined,
    connections: 4,
    timeoutMs: selected.timeoutMs ?? 10_000,
    shrinks: 0,
  },
  authorities: undefined,
  media: selected.media,
  permitted: undefined,
  topics: selected.topics,
  documentTypes: selected.documentTypes ?? ['Melding'],
  language: 'en',
  asked: { profile: 'mock-poc', contract: undefined },
});
