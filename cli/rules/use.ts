import type { Contract } from '#contract/contract';
import { type FacesFile, facesFile } from '#contract/faces-file';
import { isShipped } from '#contract/shipped-faces';
import { UsageError } from '../usage-error.ts';
import { canLock } from './lock.ts';
import type { RulesOptions } from './options.ts';

/**
 * Where `rules.mjs` is run: here, which only one that comes with us is; in a process that reads the folder and us, and can do
 * nothing else; in one with our rights but without our secrets; or nowhere.
 */
export type RulesUse = 'here' | 'locked' | 'apart' | 'nowhere';

/** Where it is run by what makes deliveries and sends none; throws `UsageError` where this Node can't lock it in. */
export const useToMake = (contract: Contract, options: RulesOptions, isLockable = canLock()): RulesUse => {
  const file = foreign(contract, options);
  if (typeof file === 'string') return file;
  if (isLockable) return 'locked';
  throw new UsageError(
    `${described(file)}; Node runs it without network and files from version 25 on, and this is ${process.versions.node}: ${ways}`,
  );
};

/** Where a run tries it beforehand, which then has it beside credentials; throws `UsageError` without `--trust-rules`. */
export const useToSend = (contract: Contract, options: RulesOptions): RulesUse => {
  const file = foreign(contract, options);
  if (typeof file === 'string') return file;
  throw new UsageError(`${described(file)}, and a run gives it the rights of the suite: ${ways}`);
};

/** SHA-256 of the file that may run beside credentials; undefined where none may. */
export const allowedRules = (contract: Contract, options: RulesOptions): string | undefined => {
  const file = foreign(contract, options);
  return file === 'here' || file === 'apart' ? facesFile(contract)?.digest : undefined;
};

const foreign = (contract: Contract, { rules, trustRules }: RulesOptions): FacesFile | RulesUse => {
  const file = rules === false ? undefined : facesFile(contract);
  if (file === undefined) return 'nowhere';
  if (isShipped(file.digest)) return 'here';
  return trustRules === true ? 'apart' : file;
};

const described = ({ path, digest }: FacesFile): string =>
  `${path} (SHA-256 ${digest}) is code that does not come with 3pas`;

const ways = 'read it and give --trust-rules, or leave it out with --no-rules';
