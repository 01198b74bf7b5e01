import { tellAside } from '../tell.ts';
import { demandDestination } from './destination.ts';
import type { PlannedRun } from './plan-run.ts';

/** Settings that no client can be made with, and a place that no delivery may leave for, are wrong before anything is sent. */
export const mustLeave = async ({ profile, contract, config }: PlannedRun): Promise<void> => {
  if (profile.endpoint.kind === 'mock') return;
  const [{ createClient }, { clientOptions }] = await Promise.all([
    import('#endpoint/client'),
    import('#harness/client/client-options'),
  ]);
  await createClient(clientOptions(contract, config)).close();
  const remark = await demandDestination(profile);
  if (remark !== undefined) tellAside(`3pas: ${remark[config.language]}\n`);
};
