import { type RunningMock, startMock } from '#endpoint/mock-process';
import type { RunConfig, RunIdentity } from '#harness/run-config';
import type { Profile } from '#profiles/profile';
import { tlsOfMock } from './identities.ts';
import type { PlannedRun } from './plan-run.ts';
import { senderOf } from './sender.ts';

/** The endpoint of a run, started when it is the embedded one. */
export interface Target {
  readonly config: RunConfig;
  /** Resolves when the embedded endpoint ends by itself; never for another. */
  readonly ended: Promise<Error>;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded endpoint of a profile that has one, and fills in its address; it gives dossier numbers after so many. */
export const openTarget = async ({ profile, contract, config }: PlannedRun, numbersBefore = 0): Promise<Target> => {
  if (profile.endpoint.kind === 'url')
    return { config, ended: new Promise(() => undefined), stop: () => Promise.resolve() };
  const mock: RunningMock = await startMock({
    contract,
    carrier: config.carrier,
    ...(config.headerNames === undefined ? {} : { headerNames: config.headerNames }),
    username: config.credentials?.username,
    password: config.credentials?.password,
    today: config.today,
    ...(profile.certificate === undefined ? {} : { tls: { oin: profile.mandates?.[0]?.oin } }),
    mandates: mandatesOf(profile) ?? config.mandates,
    aliveOnly: profile.phase === 4,
    before: { numbers: numbersBefore, likenesses: [] },
  });
  const tls = mock.tls === undefined ? undefined : tlsOfMock(profile, mock.tls);
  const sender = senderAtMock({ profile, contract, config }, tls?.identity);
  return {
    config: { ...config, ...sender, tls, url: mock.url, mockControl: mock.controlUrl },
    ended: mock.ended,
    stop: mock.stop,
  };
};

/** The bodies that each organisation may deliver for, by its OIN; those of a username are of all that have it. */
const mandatesOf = ({ mandates }: Profile) =>
  mandates && Object.fromEntries(mandates.map(({ oin, authorities }) => [oin, authorities]));

/** The certificates of the embedded endpoint stand for whom the profile says. */
const senderAtMock = ({ profile, contract, config }: PlannedRun, identity: RunIdentity | undefined) => {
  const sender = senderOf(profile, identity, contract);
  return { ...sender, mandates: sender.mandates ?? config.mandates };
};
