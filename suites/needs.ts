import { boundTo } from '#contract/roles/bindings';
import { isSameRole } from '#contract/roles/key-parts';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import type { Use } from '#contract/use';
import { useNames } from '#contract/roles/use-names';
import type { Need, Requirement } from '#judgement/requirements/requirement';

/** What a requirement needs of a contract and this contract does not have; undefined when it has all. */
export const lackingFor = ({ needs = [] }: Requirement, contract: Contract): Bilingual | undefined => {
  const lacking = needs.find((one) => !has(contract, one));
  if (lacking === undefined) return undefined;
  return isPart(lacking) ? parts[lacking].lacking : unbound(lacking);
};

const has = (contract: Contract, need: Need): boolean =>
  isPart(need) ? parts[need].isThere(contract) : boundTo(contract, need) !== undefined;

const unbound = (use: Use): Bilingual => {
  const { nl, en } = useNames[use];
  return {
    nl: `het contract verbindt ${nl} niet aan een rol (uses.${use})`,
    en: `the contract binds ${en} to no role (uses.${use})`,
  };
};

interface Part {
  readonly isThere: (contract: Contract) => boolean;
  readonly lacking: Bilingual;
}

const isPart = (need: Need): need is keyof typeof parts => need in parts;

const parts = {
  alive: {
    isThere: ({ service }) => service.alive !== undefined,
    lacking: { nl: 'het contract kent geen verbindingstest', en: 'the contract has no connection test' },
  },
  status: {
    isThere: ({ service }) => service.answer.outcome !== undefined,
    lacking: { nl: 'het contract kent geen status in het antwoord', en: 'the contract has no status in the answer' },
  },
  faultDetail: {
    isThere: ({ service }) => (service.fault ?? service.answer.failure) !== undefined,
    lacking: { nl: 'het contract kent geen detail van een Fault', en: 'the contract has no detail of a Fault' },
  },
  faultElement: {
    isThere: ({ service }) => (service.fault?.element ?? service.answer.failure?.element) !== undefined,
    lacking: {
      nl: 'een weigering noemt in het contract geen element (service.fault.element)',
      en: 'a refusal names no element in the contract (service.fault.element)',
    },
  },
  zip: {
    isThere: (contract) => boundTo(contract, 'content')?.roles.at(-1)?.decode === 'zip',
    lacking: {
      nl: 'de inhoud is in het contract geen zip (uses.content)',
      en: 'the content is no zip in the contract (uses.content)',
    },
  },
  duplicate: {
    isThere: ({ duplicate }) => duplicate?.key.every(({ binding }) => binding !== undefined) ?? false,
    lacking: {
      nl: 'het contract zegt niet wat een aanlevering dubbel maakt (service.duplicate.key)',
      en: 'the contract does not say what makes a delivery a duplicate (service.duplicate.key)',
    },
  },
  caseApart: {
    isThere: (contract) => isApart(contract, ['reference', 'content', 'notice']),
    lacking: {
      nl: 'een andere zaak met dezelfde titel is in het contract dubbel (service.duplicate.key)',
      en: 'another case of the same title is a duplicate in the contract (service.duplicate.key)',
    },
  },
  mediumApart: {
    isThere: (contract) => isApart(contract, ['medium', 'title', 'content', 'notice']),
    lacking: {
      nl: 'dezelfde zaak in een ander medium is in het contract dubbel (service.duplicate.key)',
      en: 'the same case in another medium is a duplicate in the contract (service.duplicate.key)',
    },
  },
  typeApart: {
    isThere: (contract) => isApart(contract, ['documentType', 'title', 'content', 'notice']),
    lacking: {
      nl: 'dezelfde zaak met een ander documenttype is in het contract dubbel (service.duplicate.key)',
      en: 'the same case of another document type is a duplicate in the contract (service.duplicate.key)',
    },
  },
} satisfies Readonly<Record<Exclude<Need, Use>, Part>>;

/** Whether deliveries that differ in these are no duplicates of one another. */
export const isApart = (contract: Contract, uses: readonly Use[]): boolean =>
  contract.duplicate?.key.some((part) => uses.some((use) => isSameRole(contract, part, use))) ?? true;
