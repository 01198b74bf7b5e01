import type { RunConfig } from '#harness/run-config';
import { type Place, password, runId, today, username } from './place.ts';
import type { Selected } from './seeded-defect.ts';

/** The configuration of a run of a part of the plan at any endpoint. */
export const configOf = (selected: Selected, { url, mockControl, tls }: Place): RunConfig => ({
  out: '',
  suite: 'test',
  runId,
  seed: selected.seed ?? 1,
  runs: selected.runs ?? 2,
  clock: `${today}T10:00:00.000Z`,
  today,
  profile: 'defects',
  phase: selected.phase ?? 1,
  url,
  guard: { production: [], testHosts: [] },
  mockControl,
  credentials: tls === undefined ? { username, password } : undefined,
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
