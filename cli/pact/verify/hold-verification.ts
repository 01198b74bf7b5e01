import { join } from 'node:path';
import type { Planned } from '#evidence/event';
import { type Journal, openJournal } from '#evidence/journal';
import { createGeneration } from '#generators/create-generation';
import { allowedFaces } from '#generators/faces/allowed-faces';
import { secretsIn } from '#harness/client/secrets';
import { skipCheck } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import type { OpenLab } from '#suites/lab-and-bench';
import { labAround } from '#suites/open-lab';
import { scrubFor } from '#suites/scrub';
import { writeWhole } from '../../report/write-whole.ts';
import type { RulesUse } from '../../rules/use.ts';
import type { PlannedRun } from '../../run/plan-run.ts';
import { runStarted } from '../../run/run-started.ts';
import type { Signals } from '../../signals.ts';
import { interrupted } from '../../stopped.ts';
import { tellAside } from '../../tell.ts';
import { providerOf } from '../write/pact-setting.ts';
import { pactText } from '../write/pact-text.ts';
import { settingOf } from '../write/setting-of.ts';
import { openGateway } from './gateway.ts';
import { planInteractions, type Plan } from './plan-interactions.ts';
import { runVerifier } from './run-verifier.ts';
import { openSession } from './session.ts';
import { planText } from './plan-text.ts';

/** A run that is ready, with an address. */
export interface ReadyVerification extends PlannedRun {
  readonly use: RulesUse;
}

/** Plans, tells what is left out, has Pact ask the rest, and journals all of it. */
export const holdVerification = async (ready: ReadyVerification, signals: Signals): Promise<void> => {
  const { config } = ready;
  const journal = openJournal(config.out, { scrub: scrubFor(secretsIn(config)) });
  const stop = new AbortController();
  signals.to(() => {
    stop.abort();
  });
  try {
    const open = await openLabOf(ready, journal);
    const plan = await planInteractions(open.lab, ready.use);
    begin(ready, journal, plan);
    for (const { check, exclusion } of plan.left) skipCheck(open.bench, check, exclusion);
    try {
      if (plan.interactions.length > 0) await askAll(ready, { open, plan, signal: stop.signal });
    } finally {
      await open.lab.client.close();
    }
    const reason = stop.signal.aborted ? interrupted : undefined;
    journal.append({ type: 'run-ended', at: config.clock, complete: reason === undefined, reason });
  } finally {
    journal.close();
  }
};

const openLabOf = async ({ contract, config }: ReadyVerification, journal: Journal): Promise<OpenLab> => {
  const { today, oin, mandates, runId, authorities, media } = config;
  const generation = createGeneration({
    ...{ contract, runId, authorities, media },
    oracle: createOracle(contract),
    context: { today, oin, mandates },
    faces: await allowedFaces(contract, config.rules),
  });
  return labAround(config, generation, journal);
};

const begin = (ready: ReadyVerification, journal: Journal, plan: Plan): void => {
  const { config } = ready;
  const planned: Planned = { ...plan.planned, runs: config.runs };
  journal.append(runStarted(ready, planned.plan));
  journal.append(planned);
  tellAside(`${planText(plan, config.language)}\n`);
};

interface Asking {
  readonly open: OpenLab;
  readonly plan: Plan;
  readonly signal: AbortSignal;
}

const askAll = async (
  { contract, config }: ReadyVerification,
  { open: { lab, bench }, plan, signal }: Asking,
): Promise<void> => {
  const { interactions } = plan;
  const pact = await pactText(
    settingOf(contract),
    interactions.map(({ one }) => one),
  );
  const file = join(config.out, 'pact.json');
  writeWhole(file, pact);
  const session = openSession({ lab, bench, interactions, pact, signal });
  const gateway = await openGateway(session.behind);
  const order = { pact: file, provider: providerOf(contract), origin: gateway.origin, setup: gateway.setup };
  try {
    const found = await runVerifier({ ...order, patienceMs: patienceOf(config) }, signal);
    await session.conclude(found);
  } catch (error) {
    if (!signal.aborted) await session.giveUp(error instanceof Error ? error : new Error(String(error)));
  } finally {
    await gateway.close();
  }
};

/** A request waits for its turn, and an endpoint that asks to wait is waited for. */
const patienceOf = ({ limits }: RunConfig): number => 10 * limits.timeoutMs + 60_000;
