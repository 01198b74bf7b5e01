import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { contractName, longestContract } from '#bundle/contract-file';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { notCompared } from '#gate/text/contract-words';
import { guarded } from '#xml/guard';
import { GuardCrash, GuardFailure, GuardTimeout } from '#xml/guard-error';

/** Milliseconds, and MiB, that reading the contract of a vendor may take: a schema can be made to keep a parser busy. */
const [deadlineMs, memoryMiB] = [20_000, 512];

/** What the contract in a package says otherwise than that of whoever decides, a line each; undefined where the two are one. */
export const vendorContract = async (
  folder: string,
  of: { readonly digest: string },
  contract: Contract,
): Promise<readonly Bilingual[] | undefined> => {
  if (of.digest === contract.digest) return undefined;
  const file = join(folder, contractName);
  if (!existsSync(file) || statSync(file).size > longestContract) return [notCompared.notThere];
  const guard = guarded(workerModule(), { deadlineMs, memoryMiB, setup: contract });
  try {
    return (await guard.call('compare', file, of.digest)) as readonly Bilingual[];
  } catch (error) {
    if (error instanceof GuardTimeout || error instanceof GuardCrash || error instanceof GuardFailure)
      return [unreadable];
    throw error;
  } finally {
    await guard.close();
  }
};

const unreadable: Bilingual = {
  nl: 'het contract van de leverancier in het pakket is niet te lezen, dus niet te vergelijken',
  en: 'the contract of the vendor in the package can not be read, and so not be compared',
};

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const workerModule = (): URL =>
  new URL(`./vendor-contract-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
