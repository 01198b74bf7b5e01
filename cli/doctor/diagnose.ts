import type { Bilingual } from '#contract/texts/bilingual';
import { isLoopback } from '#contract/wire/host';
import type { Clock } from '#endpoint/clock';
import { unmarkedFor } from '#harness/client/manners';
import { openTarget } from '../run/target.ts';
import type { Placed } from './configuration-cause.ts';
import { type Configuration, keyRemark, readConfiguration } from './configuration.ts';
import { both } from './explained.ts';
import { takeFew } from '../nights/take-day.ts';
import { examine } from './examine.ts';
import { mostRequests } from './eyes.ts';
import type { DoctorOptions } from './options.ts';
import { type Diagnosis, type StepName, type StepTaken, type StepResult, stepNames, takeSteps } from './steps.ts';

/** A diagnosis, and what it is of as far as that is known. */
export interface Diagnosed extends Diagnosis {
  readonly target: { readonly phase: number; readonly url: string } | undefined;
  /** Whether who reads it runs the endpoint: it is embedded, or on this machine. */
  readonly isOwn: boolean;
}

/** Diagnoses a profile, from its configuration to the answer of its endpoint. */
export const diagnose = async (options: DoctorOptions, clock?: Clock): Promise<Diagnosed> => {
  const read = await readConfiguration(options);
  if ('cause' in read) return { ...(await configurationSteps(read)), target: undefined, isOwn: false };
  const { planned } = read;
  const { state, deliver = false } = options;
  const day = await takeFew(planned, state, mostRequests - (deliver ? 0 : 1));
  const target = await openTarget(planned);
  try {
    const { contract } = planned;
    const { config } = target;
    const examined = await examine({ contract, config, clock, delivers: deliver });
    await day.settle(examined.sent);
    return {
      steps: [...wellConfigured(read, options), ...examined.steps],
      cause: examined.cause,
      target: { phase: config.phase, url: config.url },
      isOwn: isLoopback(new URL(config.url).hostname),
    };
  } finally {
    await target.stop();
  }
};

const beforeSending = ['configuration', 'variables', 'files'] as const;

const configurationSteps = ({ step, cause }: Placed): Promise<Diagnosis> => {
  const result = (name: StepName): StepResult => (name === step ? { kind: 'cause', cause } : { kind: 'well' });
  return takeSteps(
    Object.fromEntries(stepNames.filter((name) => name !== 'delivery').map((name) => [name, () => result(name)])),
  );
};

const wellConfigured = ({ planned, remark }: Configuration, { deliver }: DoctorOptions): readonly StepTaken[] => {
  const { profile, contract, config } = planned;
  const unmarked = deliver === true ? unmarkedFor(contract, config) : [];
  const configuration = joined([...(config.lapsed === undefined ? [] : [config.lapsed]), ...unmarked]);
  const remarks = { configuration, variables: remark, files: keyRemark(planned) };
  const name = `${profile.name}, ${contract.id}`;
  return beforeSending.map((step) => ({
    step,
    outcome: remarks[step] === undefined ? 'well' : 'warning',
    said: remarks[step] ?? (step === 'configuration' ? both(name, name) : undefined),
  }));
};

const joined = (texts: readonly Bilingual[]): Bilingual | undefined =>
  texts.length === 0
    ? undefined
    : { nl: texts.map(({ nl }) => nl).join('. '), en: texts.map(({ en }) => en).join('. ') };
