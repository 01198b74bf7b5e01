import { journalVersion, type RunStarted } from '#evidence/event';
import type { InEffect } from '#evidence/in-effect';
import type { RunConfig } from '#harness/run-config';
import { certificatesIn } from '#judgement/certificate/pem';
import { readCertificate } from '#judgement/certificate/read-certificate';
import type { Profile } from '#profiles/profile';
import { endsOf } from './ends-of.ts';
import type { PlannedRun } from './plan-run.ts';

/** What a run is, as its journal begins; so many checks will be ended. */
export const runStarted = ({ contract, config, profile }: PlannedRun, checks: number): RunStarted => ({
  type: 'run-started',
  version: journalVersion,
  at: config.clock,
  runId: config.runId,
  suite: config.suite,
  contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
  profile: config.profile,
  asked: config.asked,
  phase: config.phase,
  target: config.url,
  proxy: config.proxy?.url,
  via: config.via,
  isMock: config.mockControl !== undefined,
  seed: config.seed,
  runs: config.runsAsked ?? config.runs,
  isNight: config.isNight,
  turn: config.night?.turn,
  clock: config.clock,
  inEffect: inEffectOf(config, profile),
  topics: config.topics,
  documentTypes: config.documentTypes,
  lapsed: config.lapsed,
  ends: endsOf({ contract, config, profile }),
  rules: Object.fromEntries(contract.rules.map(({ id, text }) => [`rules.sch#${id}`, text])),
  checks,
});

/** What other runs of the day left of the limits is no part of the profile. */
const inEffectOf = (config: RunConfig, { permission, limits }: Profile): InEffect => {
  const { authorities, media, permitted } = config;
  const { requestsPerSecond, requests, accepted } = limits;
  const certificate = fingerprintIn(config);
  return { requestsPerSecond, requests, accepted, authorities, media, permitted, permission, certificate };
};

const fingerprintIn = ({ tls, mockControl }: RunConfig): string | undefined => {
  const [leaf] = mockControl === undefined ? certificatesIn(tls?.identity?.cert ?? '') : [];
  return leaf && readCertificate(leaf).sha256;
};
