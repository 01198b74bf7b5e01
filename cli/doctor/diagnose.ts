import type { Clock } from '#endpoint/clock';
import type { PlannedRun } from '../run/plan-run.ts';
import { openTarget } from '../run/target.ts';
import type { Placed } from './configuration-cause.ts';
import { keyRemark, readConfiguration } from './configuration.ts';
import { both } from './explained.ts';
import { examine } from './examine.ts';
import type { DoctorOptions } from './options.ts';
import { type Diagnosis, type StepName, type StepTaken, type StepResult, stepNames, takeSteps } from './steps.ts';

/** A diagnosis, and what it is of as far as that is known. */
export interface Diagnosed extends Diagnosis {
  readonly target: { readonly phase: number; readonly url: string } | undefined;
}

/** Diagnoses a profile, from its configuration to the answer of its endpoint. */
export const diagnose = async (options: DoctorOptions, clock?: Clock): Promise<Diagnosed> => {
  const read = readConfiguration(options);
  if ('cause' in read) return { ...(await configurationSteps(read)), target: undefined };
  const { planned } = read;
  const target = await openTarget(planned);
  try {
    const { contract } = planned;
    const { config } = target;
    const examined = await examine({ contract, config, clock, delivers: options.deliver });
    return {
      steps: [...wellConfigured(planned), ...examined.steps],
      cause: examined.cause,
      target: { phase: config.phase, url: config.url },
    };
  } finally {
    await target.stop();
  }
};

const beforeSending: readonly StepName[] = ['configuration', 'variables', 'files'];

const configurationSteps = ({ step, cause }: Placed): Promise<Diagnosis> => {
  const result = (name: StepName): StepResult => (name === step ? { kind: 'cause', cause } : { kind: 'well' });
  return takeSteps(
    Object.fromEntries(stepNames.filter((name) => name !== 'delivery').map((name) => [name, () => result(name)])),
  );
};

const wellConfigured = (planned: PlannedRun): readonly StepTaken[] => {
  const remark = keyRemark(planned);
  const { profile, contract } = planned;
  const said = {
    configuration: both(`${profile.name}, ${contract.id}`, `${profile.name}, ${contract.id}`),
    files: remark,
  };
  return beforeSending.map((step) => ({
    step,
    outcome: step === 'files' && remark !== undefined ? 'warning' : 'well',
    said: step === 'variables' ? undefined : said[step === 'files' ? 'files' : 'configuration'],
  }));
};
