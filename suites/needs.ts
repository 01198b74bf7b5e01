import { boundTo } from '#contract/bindings';
import type { Bilingual, Contract } from '#contract/contract';
import type { Use } from '#contract/use';
import { useNames } from '#contract/use-names';

/** What a requirement needs of a contract and this contract does not have; undefined when it has all. */
export const lackingFor = (requirement: string, contract: Contract): Bilingual | undefined => {
  const part = partsNeeded[requirement];
  if (part !== undefined && !part.isThere(contract)) return part;
  const lacking = usesNeeded[requirement]?.find((use) => boundTo(contract, use) === undefined);
  return lacking && unbound(lacking);
};

const unbound = (use: Use): Bilingual => {
  const { nl, en } = useNames[use];
  return {
    nl: `het contract verbindt ${nl} niet aan een rol (uses.${use})`,
    en: `the contract binds ${en} to no role (uses.${use})`,
  };
};

interface Part extends Bilingual {
  readonly isThere: (contract: Contract) => boolean;
}

const zip: Part = {
  nl: 'de inhoud is in het contract geen zip (uses.content)',
  en: 'the content is no zip in the contract (uses.content)',
  isThere: (contract) => boundTo(contract, 'content')?.roles.at(-1)?.decode === 'zip',
};

const partsNeeded: Readonly<Partial<Record<string, Part>>> = {
  'connection.answers-is-alive': {
    nl: 'het contract kent geen verbindingstest',
    en: 'the contract has no connection test',
    isThere: ({ service }) => service.alive !== undefined,
  },
  'delivery.prepares-without-medium': {
    nl: 'het contract kent geen status in het antwoord',
    en: 'the contract has no status in the answer',
    isThere: ({ service }) => service.answer.outcome !== undefined,
  },
  'rejection.names-element': {
    nl: 'het contract kent geen detail van een Fault',
    en: 'the contract has no detail of a Fault',
    isThere: ({ service }) => service.fault !== undefined,
  },
  'variants.accepts-zip-stored': zip,
  'variants.accepts-zip-deflated': zip,
  'robustness.refuses-zip-bomb': zip,
};

/** Uses without which a requirement says nothing about a contract. */
const usesNeeded: Readonly<Partial<Record<string, readonly Use[]>>> = {
  'delivery.accepts-each-medium': ['medium'],
  'delivery.prepares-without-medium': ['medium'],
  'rejection.keeps-nothing': ['reference'],
  'redelivery.refuses-after-success': ['title', 'content'],
  'redelivery.survives-lost-answer': ['title', 'content'],
  'robustness.takes-long-content': ['notice'],
};
