import { readContract } from '#contract/reader';
import { contractFolder } from '../contract-folder.ts';
import type { RulesOptions } from '../rules/options.ts';
import { perform } from '../rules/perform.ts';
import { RulesEnded } from '../rules/rules-ended.ts';
import { useToMake } from '../rules/use.ts';
import { momentOf } from '../run/clock.ts';
import type { Ticker } from '../ticker.ts';
import type { GeneratedCoverage } from './collector.ts';

interface Asked extends RulesOptions {
  readonly contract?: string;
  readonly clock?: string;
  readonly beyondMinimal?: boolean;
}

/** What `generate` reaches of the contract that was asked for. */
export const coverageOf = async (
  asked: Asked,
  amounts: { readonly n: number; readonly seed: number },
  ticker: Ticker,
): Promise<GeneratedCoverage> => {
  const contract = readContract(contractFolder(asked.contract));
  const occasion = { today: momentOf(asked.clock).today, runId: 'coverage', beyondMinimal: asked.beyondMinimal };
  let found: GeneratedCoverage | undefined;
  await perform(
    { contract, use: useToMake(contract, asked), job: { kind: 'coverage', occasion, rehearsal: {}, amounts } },
    (given) => {
      if (given.kind === 'line') ticker.tick(() => given.line);
      if (given.kind === 'coverage') found = given.coverage;
    },
  );
  if (found !== undefined) return found;
  throw new RulesEnded({
    nl: `${contract.directory}: er is niets geteld; kijk of rules.mjs naar andere stromen dan zijn eigen schrijft`,
    en: `${contract.directory}: nothing was counted; see whether rules.mjs writes to other streams than its own`,
  });
};
