import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type Clock, systemClock } from '#endpoint/clock';
import { explain } from '#cli/doctor/causes';
import { diagnose } from '#cli/doctor/diagnose';
import { exitCodeOf } from '#cli/doctor/report';

/** A new folder with a file, and the path of the file. */
export const fileWith = (content: string, name = 'bestand.txt'): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'doctor-')), name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
};

/** A profile of phase 1 that is right but for what is changed; JSON is YAML. */
const profileWith = (changes: Readonly<Record<string, unknown>>): string =>
  fileWith(
    JSON.stringify({
      ...{ profile: 'proef', title: 'proef', phase: 1, endpoint: { url: 'http://127.0.0.1:9/Dienst.svc' } },
      credentials: { username: { env: 'PROEF_NAAM' }, password: { env: 'PROEF_WACHTWOORD', optional: true } },
      limits: { requestsPerSecond: 1000, requests: 100, timeoutMs: 5000 },
      bevoegdGezag: [{ soort: 'gemeente', naam: 'Woerden' }],
      ...changes,
    }),
    'profiel.yaml',
  );

/** What is set up wrongly in one case. */
export interface Seeded {
  /** Changes of the profile, or its name or path. */
  readonly profile: Readonly<Record<string, unknown>> | string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly contract?: string;
  readonly deliver?: boolean;
  /** Milliseconds that our clock is ahead. */
  readonly ahead?: number;
}

const environment = {
  ...{ PROEF_NAAM: 'proefaansluiting', PROEF_WACHTWOORD: 'geheim-van-de-proef' },
  ...{
    https_proxy: undefined,
    HTTPS_PROXY: undefined,
    http_proxy: undefined,
    all_proxy: undefined,
    ALL_PROXY: undefined,
  },
};

/** Without the keys that say nothing. */
const definedOnly = (profile: string, { contract, deliver = false }: Seeded) => ({
  ...{ profile, deliver },
  ...(contract === undefined ? {} : { contract }),
});

/** What the doctor says of a case, in a few words: cause, exit code, first sentences, and the steps. */
export const doctorOn = async (seeded: Seeded) => {
  const { profile, ahead = 0 } = seeded;
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const [name, value] of Object.entries({ ...environment, ...seeded.environment })) vi.stubEnv(name, value);
  const file = typeof profile === 'string' ? profile : profileWith(profile);
  const options = definedOnly(file, seeded);
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + ahead };
  const diagnosis = await diagnose(options, clock);
  const said = diagnosis.cause && explain(diagnosis.cause, diagnosis.isOwn);
  return {
    id: diagnosis.cause?.id,
    code: exitCodeOf(diagnosis),
    said: said === undefined ? '' : `${said.cause.nl}\n${said.cause.en}`,
    remedy: said?.remedy,
    steps: Object.fromEntries(diagnosis.steps.map(({ step, outcome }) => [step, outcome])),
  };
};
