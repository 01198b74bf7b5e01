import type { Contract } from '#contract/contract';
import { passwordNamesOf } from '#contract/wire/password-names';
import { type AskedOf, askedOf } from './asked-of.ts';
import { type Damaged, type Held, isSoap, type Read } from './pair.ts';
import { type SecretsFound, secretsFold } from './secrets-of.ts';

/** The traffic that is to be judged, and what was found beside it. */
export interface Sorted {
  /** In the order in which they were found. */
  readonly ours: readonly Held[];
  /** What is no request of SOAP, or a file without its pair. */
  readonly others: number;
  /** Requests of SOAP to another service, by their addresses; empty for those that have none. */
  readonly elsewhere: ReadonlyMap<string, number>;
  /** Places at which the traffic is torn. */
  readonly torn: readonly string[];
  readonly damaged: readonly (Damaged & { readonly from: string })[];
  readonly secrets: SecretsFound;
}

/** Looks at each pair once, and holds none of them; `heard` is called with how many it looked at. */
export const sortTraffic = (reads: readonly Read[], contract: Contract, heard: (count: number) => void): Sorted => {
  const ask = askedOf(contract);
  const secrets = secretsFold(passwordNamesOf(contract.service));
  const asked: (AskedOf & { readonly held: Held })[] = [];
  const damaged: (Damaged & { readonly from: string })[] = [];
  let others = reads.reduce((sum, read) => sum + read.others, 0);
  let count = 0;
  for (const held of reads.flatMap(({ pairs }) => pairs)) {
    const pair = held.load();
    count += 1;
    if (isSoap(pair)) {
      secrets.add(pair);
      asked.push({ ...ask(pair), held });
      damaged.push(...pair.damaged.map((one) => ({ ...one, from: pair.from })));
    } else others += 1;
    heard(count);
  }
  return {
    ...byService(asked),
    others,
    torn: reads.flatMap(({ torn = [] }) => torn),
    damaged,
    secrets: secrets.result(),
  };
};

/**
 * Another service is one whose operations are not those of the contract. What was refused at an address of the contract's
 * service is a mistaken request to that, whatever it asks for, and so is what asks for nothing where nothing else is known.
 */
const byService = (asked: readonly (AskedOf & { readonly held: Held })[]): Pick<Sorted, 'ours' | 'elsewhere'> => {
  const own = new Set(asked.flatMap(({ isOurs, address }) => (isOurs === true ? [address] : [])));
  const isForUs = ({ isOurs, address }: AskedOf): boolean =>
    isOurs ?? (own.size === 0 || address === '' || own.has(address));
  const isMistaken = ({ address, isRefused }: AskedOf): boolean => isRefused && address !== '' && own.has(address);
  const elsewhere = new Map<string, number>();
  const ours = asked.flatMap((one) => {
    if (isForUs(one) || isMistaken(one)) return [one.held];
    elsewhere.set(one.address, (elsewhere.get(one.address) ?? 0) + 1);
    return [];
  });
  return { ours, elsewhere };
};
