import type { Bilingual, Contract, Role } from '#contract/contract';

/** What a requirement needs of a contract and this contract does not have; undefined when it has all. */
export const lackingFor = (requirement: string, contract: Contract): Bilingual | undefined => {
  const part = partsNeeded[requirement];
  if (part !== undefined && !part.isThere(contract)) return part;
  const lacking = rolesNeeded[requirement]?.find((role) => !hasRole(contract.roles, role));
  if (lacking === undefined) return undefined;
  return { nl: `het contract kent de rol "${lacking}" niet`, en: `the contract has no role "${lacking}"` };
};

interface Part extends Bilingual {
  readonly isThere: (contract: Contract) => boolean;
}

const zip: Part = {
  nl: 'het contract kent geen rol met een zip',
  en: 'the contract has no role that is a zip',
  isThere: ({ roles }) => roles.some(({ decode }) => decode === 'zip'),
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

/** Roles without which a requirement says nothing about a contract. */
const rolesNeeded: Readonly<Partial<Record<string, readonly string[]>>> = {
  'delivery.accepts-each-medium': ['medium'],
  'delivery.prepares-without-medium': ['medium'],
  'rejection.keeps-nothing': ['referentienummer'],
  'redelivery.refuses-after-success': ['titel', 'inhoud'],
  'redelivery.survives-lost-answer': ['titel', 'inhoud'],
  'robustness.takes-long-content': ['inhoud/alinea'],
};

/** Whether a contract has the role at a path of names, inside payloads too. */
const hasRole = (roles: readonly Role[], path: string): boolean => {
  const [first, ...rest] = path.split('/');
  const role = roles.find(({ name }) => name === first);
  if (role === undefined || rest.length === 0) return role !== undefined;
  return hasRole([...role.roles, ...(role.payload?.roles ?? [])], rest.join('/'));
};
