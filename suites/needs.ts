import { boundTo } from '#contract/roles/bindings';
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
} satisfies Readonly<Record<Exclude<Need, Use>, Part>>;
