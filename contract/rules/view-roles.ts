import { declarationAt } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { type Role } from '../contract.ts';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { holdsFiles } from '../roles/decodings.ts';
import { didYouMean } from '../texts/nearest.ts';

/** The namespace of the judged view. */
export const viewNamespace = 'urn:3pas:view';

/** Prefix of the view in rules of our own making. */
export const ownPrefix = 'beeld-3pas';

/** What each decoding puts below a role, beside the roles of its payload. */
const decoded = {
  zip: ['bestand'],
  file: ['bestand'],
  wkt: ['deel'],
  positions: ['positie'],
  gml: [],
  xml: [],
  date: [],
} as const;

/** Throws `ContractError` for a role that the view schema has no element for. */
export const mustBeInView = (roles: readonly Role[], view: SchemaModel): void => {
  mustBeBelow(roles, inView('beeld', 'levering'), view);
};

const inView = (...names: readonly string[]): readonly QName[] =>
  names.map((name) => ({ namespace: viewNamespace, name }));

const mustBeBelow = (roles: readonly Role[], parent: readonly QName[], view: SchemaModel): void => {
  const shown = roles.filter(({ isNone }) => !isNone);
  attemptEach(shown, (role) => {
    const path = mustHave(role, [parent, role.name], view);
    const lists = Object.keys(role.lists).length > 0 ? ['lijst'] : [];
    const added = role.decode === undefined ? [] : decoded[role.decode];
    for (const name of [...lists, ...added]) mustHave(role, [path, name], view);
    mustBeBelow(role.roles, path, view);
    const holder = holdsFiles(role) ? [...path, ...inView('bestand')] : path;
    mustBeBelow(role.payload?.roles ?? [], holder, view);
  });
};

const mustHave = (
  role: Role,
  [parent, name]: readonly [readonly QName[], string],
  view: SchemaModel,
): readonly QName[] => {
  const path = [...parent, ...inView(name)];
  if (declarationAt(view, path) !== undefined) return path;
  const around = parent.map((one) => one.name).join('/');
  const near = didYouMean(name, childNames(view, parent)) || `; declare it in ${view.entry}, or rename the role`;
  throw new ContractError(role.place, `${view.entry} has no element "${name}" in ${around}${near}`);
};

const childNames = (view: SchemaModel, parent: readonly QName[]): readonly string[] => {
  const type = declarationAt(view, parent)?.type;
  if (type?.kind !== 'complex' || type.particle === undefined) return [];
  return leavesOf(type.particle).flatMap(({ term }) => (term.kind === 'element' ? [term.name.name] : []));
};
