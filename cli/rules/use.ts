import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { type FacesFile, facesFile } from '#contract/rules/faces-file';
import { isShipped } from '#contract/rules/shipped-faces';
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
  const { node } = process.versions;
  const { nl, en } = described(file);
  throw new UsageError({
    nl: `${nl}; Node voert die zonder netwerk en bestanden uit vanaf versie 25, en dit is ${node}: ${ways.nl}`,
    en: `${en}; Node runs it without network and files from version 25 on, and this is ${node}: ${ways.en}`,
  });
};

/** Where a run tries it beforehand, which then has it beside credentials; throws `UsageError` without `--trust-rules`. */
export const useToSend = (contract: Contract, options: RulesOptions): RulesUse => {
  const file = foreign(contract, options);
  if (typeof file === 'string') return file;
  const { nl, en } = described(file);
  throw new UsageError({
    nl: `${nl}, en een run geeft die de rechten van de suite: ${ways.nl}`,
    en: `${en}, and a run gives it the rights of the suite: ${ways.en}`,
  });
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

const described = ({ path, digest }: FacesFile): Bilingual => ({
  nl: `${path} (SHA-256 ${digest}) is code die niet bij 3pas hoort`,
  en: `${path} (SHA-256 ${digest}) is code that does not come with 3pas`,
});

const ways: Bilingual = {
  nl: 'lees het bestand en geef --trust-rules, of laat het weg met --no-rules',
  en: 'read it and give --trust-rules, or leave it out with --no-rules',
};
