import { type RunningMock, startMock } from '#endpoint/mock-process';
import type { RunConfig } from '#harness/run-config';
import type { Profile } from '#profiles/profile';
import { oinOf, tlsOfMock } from './identities.ts';
import { type PlannedRun, senderOf } from './plan-run.ts';

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
    mandates: mandatesOf(profile),
    aliveOnly: profile.phase === 4,
    before: { numbers: numbersBefore, likenesses: [] },
  });
  const tls = mock.tls === undefined ? undefined : tlsOfMock(profile, mock.tls);
  const sender = senderOf(profile, oinOf(tls?.identity));
  return {
    config: { ...config, ...sender, tls, url: mock.url, mockControl: mock.controlUrl },
    ended: mock.ended,
    stop: mock.stop,
  };
};

/** The bodies that each organisation may deliver for, by its OIN. */
const mandatesOf = ({ mandates }: Profile) =>
  mandates && Object.fromEntries(mandates.map(({ oin, authorities }) => [oin, authorities]));
