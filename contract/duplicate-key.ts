import type { Binding, Contract, DuplicateKey, KeyPart, Role } from './contract.ts';
import { attemptEach } from './folder/attempt.ts';
import { ContractError } from './folder/contract-error.ts';
import { toGrounding } from './grounds/grounding.ts';
import { bindingAt, boundTo, nearRole } from './roles/bindings.ts';
import { isSameRole } from './roles/key-parts.ts';
import { allUses, type Use } from './use.ts';
import type { Description } from './description/description.ts';

type Bound = Pick<Contract, 'roles' | 'uses'>;

/**
 * What makes a delivery a duplicate: what `contract.yaml` says, or else title, medium and content; throws `ContractError`
 * for a place that deliveries have not, and for a key by which no two deliveries of this suite would differ.
 */
export const readDuplicateKey = (description: Description, bound: Bound): DuplicateKey | undefined => {
  const entries = description.entries.service.duplicate;
  if (entries === undefined) return usual(bound);
  const { ground, source, unless = [] } = entries;
  const grounding = toGrounding(ground, source, description.placeOf('service', 'duplicate', 'ground'));
  if (entries.key === 'none') return undefined;
  const key = parts(entries.key, { list: 'key', description, bound });
  mustBeApart(key, description, bound);
  return { key, unless: parts(unless, { list: 'unless', description, bound }), ...grounding };
};

/** Without a title nothing is a duplicate. */
const usual = (bound: Bound): DuplicateKey | undefined => {
  if (boundTo(bound, 'title') === undefined) return undefined;
  const known = (use: Use): readonly KeyPart[] => {
    const binding = boundTo(bound, use);
    return binding === undefined && use !== 'content' ? [] : [{ name: use, binding }];
  };
  const key = (['title', 'medium', 'content'] as const).flatMap(known);
  return { key, unless: known('rectifies'), ground: 'assumed', source: '' };
};

interface Reading {
  readonly list: 'key' | 'unless';
  readonly description: Description;
  readonly bound: Bound;
}

/** What deliveries have not can't tell them apart, and is left out. */
const parts = (names: readonly string[], { list, description, bound }: Reading): readonly KeyPart[] => {
  const read = attemptEach(names, (name, index) => {
    const wrong = (sentence: string): ContractError =>
      new ContractError(
        description.placeOf('service', 'duplicate', list, index),
        `service.duplicate.${list} names "${name}", ${sentence}`,
      );
    const use = allUses.find((one) => one === name);
    if (use === 'content' && list === 'key') return [{ name, binding: boundTo(bound, use) }];
    return compared(use === undefined ? roleAt(bound.roles, name, wrong) : ofUse(bound, use, wrong), name, wrong);
  });
  return read.flat();
};

type Wrong = (sentence: string) => ContractError;

const ofUse = ({ uses }: Bound, use: Use, wrong: Wrong): Binding | 'none' => {
  const said = uses[use];
  if (said === undefined) throw wrong(`and uses.${use} is bound to no role; bind it, or take it out here`);
  if (said === 'certificate') throw wrong(`and uses.${use} is certificate, so no message says it; take it out here`);
  return said;
};

const roleAt = (roles: readonly Role[], path: string, wrong: Wrong): Binding => {
  const found = bindingAt(roles, path);
  if (found === undefined)
    throw wrong(`which is no use and no role${nearRole(path, roles) || '; give a use, or the path of a role'}`);
  return found;
};

const compared = (binding: Binding | 'none', name: string, wrong: Wrong): readonly KeyPart[] => {
  if (binding === 'none' || binding.roles.some(({ isNone }) => isNone)) return [];
  const decode = binding.roles.at(-1)?.decode;
  if (decode !== undefined && decode !== 'date')
    throw wrong(`which is ${decode}; name a role that is plain text or date, or content for the files`);
  return [{ name, binding }];
};

/** What bears the number of a message of this suite. */
const numbered: readonly Use[] = ['reference', 'content', 'notice'];

const mustBeApart = (key: readonly KeyPart[], description: Description, bound: Bound): void => {
  if (key.some((part) => numbered.some((use) => isSameRole(bound, part, use)))) return;
  throw new ContractError(
    description.placeOf('service', 'duplicate', 'key'),
    'service.duplicate.key names none of reference, content and notice, so all that this suite sends of one title would be one delivery; name one of these, or make the key none',
  );
};
