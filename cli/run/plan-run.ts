import { resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { bearsCredentials } from '#contract/wire/placeholders';
import { readContract } from '#contract/reader';
import { planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { topicOf, topicsOfRuns } from '#judgement/requirements/registry';
import { findProfile } from '#profiles/find';
import type { Profile } from '#profiles/profile';
import { readProfile } from '#profiles/reader';
import { mustMind } from '#harness/client/manners';
import { languageOf } from '../language.ts';
import { contractFolder } from '../contract-folder.ts';
import { demandKnown } from '../known.ts';
import { tlsOf } from './identities.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { oneNight } from '../nights/night-turn.ts';
import { saidOfRules } from '../rules/options.ts';
import { allowedRules } from '../rules/use.ts';
import { momentOf, newRunId } from './clock.ts';
import { type RunOptions, reporterNames } from './options.ts';
import { standingOf } from './permission.ts';
import { senderOf } from './sender.ts';
import { checkedRunId } from './run-id.ts';

/** A run that can start: its profile, contract and configuration; the address of an embedded endpoint is still open. */
export interface PlannedRun {
  readonly profile: Profile;
  readonly contract: Contract;
  readonly config: RunConfig;
}

/** Checks everything that can be checked before anything is sent; throws errors that end with exit code 2. */
export const planRun = (options: RunOptions): PlannedRun => {
  const profile = readProfile(findProfile(options.profile), process.env, options.url);
  const contract = readContract(contractFolder(options.contract, profile.contract));
  demandKnown('--topic', options.topic, topicsOfRuns);
  demandKnown(
    '--document-type',
    options.documentType,
    contract.documentTypes.map(({ name }) => name),
  );
  demandKnown('--reporter', options.reporter, reporterNames);
  const moment = momentOf(options.clock);
  const runId = options.runId === undefined ? newRunId(moment.clock) : checkedRunId(options.runId);
  const config: RunConfig = {
    ...moment,
    out: resolve(options.out ?? `3pas-out/${runId}`),
    suite: suiteVersion,
    runId,
    ...oneNight(options, profile, moment.today),
    rules: allowedRules(contract, options),
    asked: askedOf(options, profile),
    ...fromProfile(profile, moment.today, contract),
    topics: options.topic ?? [],
    documentTypes: options.documentType ?? [],
    language: languageOf(options.lang),
    mayRepeat: options.runId !== undefined || options.clock !== undefined,
  };
  mustCheck(contract, profile, config);
  mustFillCredentials(contract, profile);
  mustMind(contract, config);
  return { profile, contract, config };
};

const askedOf = (options: RunOptions, { endpoint, limits }: Profile): RunConfig['asked'] => {
  const { profile, url, contract, state } = options;
  const isCounted = endpoint.kind !== 'mock' && limits.perDay !== undefined;
  return { profile, url, contract, state: isCounted ? state : undefined, rules: saidOfRules(options) };
};

/** What is asked for may be of another phase. */
const mustCheck = (contract: Contract, { phase, endpoint }: Profile, config: RunConfig): void => {
  const plan = planPhase(contract, phase, endpoint.kind === 'mock');
  if (select(plan, config).length > 0) return;
  const own = [...new Set(plan.map(({ requirement }) => topicOf(requirement)))].join(', ');
  const asked = `--topic ${config.topics.join(',')}`;
  throw new UsageError({
    nl: `${asked}: fase ${String(phase)} toetst daar niets van (wel: ${own})`,
    en: `${asked}: phase ${String(phase)} checks nothing of it (it checks: ${own})`,
  });
};

/** What a message asks for must be there to be filled in. */
const mustFillCredentials = (contract: Contract, { name, credentials }: Profile): void => {
  if (credentials !== undefined || !bearsCredentials(contract)) return;
  throw new UsageError({
    nl: `profiel ${name}: het contract zet de gebruikersnaam in het bericht (service.headers of service.alive.fill), en het profiel heeft geen credentials; voeg die toe, of geef in het contract een vaste tekst`,
    en: `profile ${name}: the contract puts the username in the message (service.headers or service.alive.fill), and the profile has no credentials; add them, or give a fixed text in the contract`,
  });
};

const fromProfile = (profile: Profile, today: string, contract: Contract) => {
  const tls = tlsOf(profile);
  const own = settings(profile, today);
  // Whose certificate it is that something else carries is not to be seen.
  const mandates = own.via === undefined ? profile.mandates : undefined;
  return { ...own, tls, ...senderOf({ ...profile, mandates }, tls?.identity, contract) };
};

const settings = (profile: Profile, today: string) => ({
  profile: profile.name,
  phase: profile.phase,
  url: profile.endpoint.kind === 'url' ? profile.endpoint.url : '',
  via: profile.endpoint.kind === 'url' ? profile.endpoint.via : undefined,
  guard: profile.guard,
  mockControl: undefined,
  proxy: profile.proxy,
  credentials: profile.credentials,
  carrier: profile.credentials?.carrier ?? 'basic',
  headerNames: profile.credentials?.headerNames,
  limits: { ...profile.limits, shrinks: profile.endpoint.kind === 'mock' ? 200 : 20 },
  media: profile.media,
  ...standingIn(profile, today),
});

/** At the embedded endpoint everything may be sent, and in phase 4 nothing that needs a permission. */
const standingIn = ({ endpoint, phase, permission }: Profile, today: string) => {
  if (endpoint.kind === 'mock') return { permitted: undefined };
  if (phase === 4) return { permitted: [] };
  return standingOf(permission, [today, momentOf(undefined).today]);
};
