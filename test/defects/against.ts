import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import type { Defect } from '#endpoint/mock/parts';
import { createExaminer } from '#endpoint/mock/examine';
import type { MessageExaminer } from '#endpoint/mock/guarded-examiner';
import { createMockServer } from '#endpoint/mock/server';
import { loadFaces } from '#generators/faces';
import { createGeneration } from '#generators/generation';
import type { CheckEnded } from '#harness/event';
import type { Journal } from '#harness/journal';
import { planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import { actCheck } from '#suites/act-check';
import { poc } from '#suites/contents';
import { labAround } from '#suites/open-lab';
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

/** Nothing is written: a verdict is all that is asked for. */
const journal: Journal = { append: () => undefined, keep: () => Promise.resolve(undefined) };

/** Where the run takes place: the mock shows what it keeps, an endpoint of others does not, and binds by its grounds. */
export type Seat = 'mock' | 'endpoint';

/** The verdicts of a part of the plan of phase 1 against a mock with these defects. */
export const verdictsAgainst = async (
  defects: readonly Defect[],
  selected: Selected,
  seat: Seat = 'mock',
): Promise<readonly CheckEnded[]> => {
  const mock = await createMockServer({ contract, username, today, defects, examiner });
  const config = configOf(selected, mock.url, seat === 'mock' ? mock.controlUrl : undefined);
  const { lab, bench } = labAround(config, { ...generation, media: selected.media }, journal);
  try {
    const ended: CheckEnded[] = [];
    for (const check of select(planPhase(contract, 1, seat === 'mock'), config)) {
      if (selected.only !== undefined && !selected.only(check)) continue;
      ended.push((await actCheck({ lab, bench, contents: poc }, check)).event);
    }
    return ended;
  } finally {
    await lab.client.close();
    await mock.close();
  }
};

const configOf = (selected: Selected, url: string, mockControl: string | undefined): RunConfig => ({
  out: '',
  suite: 'test',
  runId,
  seed: 1,
  runs: selected.runs ?? 2,
  clock: `${today}T10:00:00.000Z`,
  today,
  contract: contract.directory,
  profile: 'defects',
  phase: 1,
  url,
  mockControl,
  credentials: { username, password: undefined },
  tls: undefined,
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
  allure: false,
  asked: { profile: 'mock-poc', contract: undefined },
});
