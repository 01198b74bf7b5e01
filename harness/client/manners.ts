import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';
import { bareHost, isLoopback } from '#contract/wire/host';
import { marksIn } from '#generators/marks';
import { unmarkedIn } from '#generators/unmarked';
import { unmindedIn } from '#generators/unminded';
import { createWorkshop } from '#generators/workshop';
import type { Permission, RunConfig } from '../run-config.ts';
import { type Standing, unknownSender } from './stands-for.ts';
import { type MannersJudge, type Marks, mannersJudge } from '#judgement/manners/judge-manners';

/** What a run says of where it delivers, and what it may name there. */
type Delivering = Pick<RunConfig, 'phase' | 'url' | 'authorities' | 'media' | 'runId' | 'permitted'> & Standing;

/** Whether a run delivers to another machine than this one; in phase 4 nothing is delivered. */
export const deliversElsewhere = ({ phase, url }: Pick<RunConfig, 'phase' | 'url'>): boolean =>
  phase !== 4 && url !== '' && !isLoopback(bareHost(new URL(url).hostname));

/** Throws `ContractError` for a run that would deliver elsewhere with a contract, or for a sender, that leaves open what manners need. */
export const mustMind = (contract: Contract, config: Delivering): void => {
  if (!deliversElsewhere(config)) return;
  const { authorities = [], media = [] } = config;
  const unknown = unknownSender(contract, config);
  const [first] =
    unknown === undefined
      ? unmindedIn(contract, createWorkshop(contract), { authorities, media })
      : [{ place: contract.usePlaces.authority, sentence: unknown }];
  if (first === undefined) return;
  throw new ContractError(first.place, `nothing is delivered to another machine: ${first.sentence}`);
};

/** Marks that deliveries of a run lack elsewhere by the word of the contract alone. */
export const unmarkedFor = (contract: Contract, config: Delivering): readonly Bilingual[] =>
  deliversElsewhere(config) ? unmarkedIn(contract).map(({ text }) => text) : [];

/** What messages of a run must not be at another machine than this one; undefined where they may be anything. */
export const mannersFor = (contract: Contract, config: Delivering): MannersJudge | undefined =>
  deliversElsewhere(config)
    ? judgeOf(contract, config, marksIn(contract, createWorkshop(contract), config.runId))
    : undefined;

/** The same for cases of other runs, wherever they go but to the embedded endpoint: at this machine they need no marks. */
export const replayMannersFor = (
  contract: Contract,
  config: Delivering & Pick<RunConfig, 'mockControl'>,
): MannersJudge | undefined =>
  config.mockControl === undefined && config.authorities !== undefined
    ? (mannersFor(contract, config) ?? judgeOf(contract, config, undefined))
    : mannersFor(contract, config);

/** The same for bytes of a vendor, which need not bear the marks of a run. */
export const vendorMannersFor = (contract: Contract, config: Delivering): MannersJudge | undefined =>
  deliversElsewhere(config) ? judgeOf(contract, config, undefined) : undefined;

const judgeOf = (contract: Contract, config: Delivering, marks: Marks | undefined): MannersJudge => {
  const { authorities = [], media = [] } = config;
  const may = (one: Permission): boolean => config.permitted?.includes(one) ?? true;
  return mannersJudge(contract, {
    authorities,
    media,
    documentTypes: contract.documentTypes
      .filter(({ needs }) => needs === undefined || may(needs))
      .map(({ name }) => name),
    nothing: may('violations') || may('variants') || may('attacks'),
    marks,
  });
};
