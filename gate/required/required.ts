import { type Ground, type Level, levelOf, weakest } from '#contract/grounds/ground';
import type { Use } from '#contract/use';
import { type RequirementId, requirements, topicOf } from '#judgement/requirements/registry';
import { type Need, type Requirement, isSeenInRecordings } from '#judgement/requirements/requirement';
import { type RequiredList, type RequiredPair, requiredVersion } from './required-list.ts';
import { isShownByDelivery } from './shown-by-delivery.ts';

/** The part of a contract that decides what is demanded. */
export interface DemandingContract {
  readonly id: string;
  readonly digest: string;
  readonly documentTypes: readonly { readonly name: string; readonly ground: Ground }[];
  /** Uses that are bound to a role. */
  readonly uses: readonly Use[];
  /** Whether content is zipped. */
  readonly isZipped: boolean;
}

/** When a requirement was added, and from which day it counts. */
export interface Added {
  readonly suite: string;
  /** YYYY-MM-DD. */
  readonly from: string;
}

/** Requirements that were added after the first release of this list, so that no earlier gate changes by them. */
export type AddedLater = Readonly<Partial<Record<RequirementId, Added>>>;

/** Nothing was added yet. */
export const addedLater: AddedLater = {};

/** The circumstances that a list of demands follows from. */
export interface Demanding {
  readonly contract: DemandingContract;
  readonly suite: string;
  readonly phase: 1 | 2 | 3 | 4;
  /** Names that the vendor declares. */
  readonly documentTypes: readonly string[];
  readonly added?: AddedLater;
}

/** Deliveries of each document type that the endpoint of a phase has to accept; the first real notice proves the last phase. */
const leastAccepted = { 1: 1, 2: 3, 3: 1, 4: 0 } as const;

/** The demands of a phase on a vendor's system in the document types that the contract has; nothing of them needs a permission, or more than the limits of a profile. */
export const requiredFor = (demanding: Demanding): RequiredList => {
  const { contract, suite, phase, documentTypes } = demanding;
  const known = new Set(contract.documentTypes.map(({ name }) => name));
  const named = [...new Set(documentTypes)].filter((name) => known.has(name)).sort();
  return {
    version: requiredVersion,
    ...{ suite, contract: { id: contract.id, digest: contract.digest }, phase },
    documentTypes: named.map((name) => ({ name, accepted: leastAccepted[phase] })),
    pairs:
      phase === 4
        ? []
        : [...requirements].flatMap(([id, one]) => pairsOf(id, one, { ...demanding, documentTypes: named })),
  };
};

/** A certificate is one for all document types. */
const pairsOf = (id: RequirementId, one: Requirement, demanding: Demanding): readonly RequiredPair[] => {
  const { contract, phase, documentTypes, added = addedLater } = demanding;
  if (!isSeenInRecordings(one) || !one.phases.includes(phase) || !isMet(one.needs ?? [], contract)) return [];
  const from = added[id]?.from;
  const pair = (documentType: string | undefined): RequiredPair => ({
    requirement: id,
    ...(documentType === undefined ? {} : { documentType }),
    ...bindingOf(one, contract, documentType),
    deliveries: isShownByDelivery(id) ? 1 : 0,
    ...(from === undefined ? {} : { from }),
  });
  return topicOf(id) === 'certificate' ? [pair(undefined)] : documentTypes.map(pair);
};

/** The connection test is no matter of a vendor's own messages. */
const isMet = (needs: readonly Need[], { uses, isZipped }: DemandingContract): boolean =>
  needs.every((need) => {
    if (need === 'zip') return isZipped;
    return need === 'alive' || uses.some((use) => use === need);
  });

const bindingOf = (
  one: Requirement,
  { documentTypes }: DemandingContract,
  documentType: string | undefined,
): { readonly level: Level; readonly ground: Ground } => {
  const type = documentTypes.find(({ name }) => name === documentType);
  const ground = weakest([one.ground, documentType === undefined ? undefined : (type?.ground ?? 'assumed')]);
  const level = levelOf(ground);
  return { ground, level: level === 'MUST' && one.strength !== 'MUST' ? 'SHOULD' : level };
};
