import type { Binding, Role, Uses } from '../contract.ts';
import type { Place } from '#xml/place';
import { bindingAt, boundTo, nearRole, payloadAround } from './bindings.ts';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type Description } from '../description/description.ts';
import { parsePath } from '#xml/simple-path';
import { type Namespaces } from '../folder/qname.ts';
import { allUses, type Use } from '../use.ts';

/** What `contract.yaml` says of each use; throws `ContractError` for a path that is no role, and for a role that can't have the use. */
export const readUses = (description: Description, roles: readonly Role[]): Uses => {
  const { entries, placeOf } = description;
  const read = attemptEach(allUses, (use): readonly (readonly [Use, NonNullable<Uses[Use]>])[] => {
    const said = entries.uses?.[use];
    if (said === undefined) return [];
    if (said === 'none' || (said === 'certificate' && use === 'authority')) return [[use, said]];
    return [[use, bind(said, roles, { use, place: placeOf('uses', use) })]];
  });
  const uses: Uses = Object.fromEntries(read.flat());
  attemptEach(allUses, (use) => {
    mustStand(use, uses, placeOf('uses', use));
    mustBeGiven(use, uses, entries.namespaces);
  });
  return uses;
};

/** Where each use is said; the place of `uses` for those of which nothing is. */
export const usePlaces = ({ placeOf }: Description): Readonly<Record<Use, Place>> => {
  const at = (use: Use): Place => placeOf('uses', use);
  return {
    ...{ documentType: at('documentType'), reference: at('reference'), title: at('title') },
    ...{ authority: at('authority'), authorityKind: at('authorityKind') },
    ...{ publisher: at('publisher'), publisherKind: at('publisherKind') },
    ...{ medium: at('medium'), publicationDate: at('publicationDate'), rectifies: at('rectifies') },
    ...{ content: at('content'), notice: at('notice') },
  };
};

interface Said {
  readonly use: Use;
  readonly place: Place;
}

const bind = (path: string, roles: readonly Role[], { use, place }: Said): Binding => {
  const found = bindingAt(roles, path);
  const absent = found?.roles.find(({ isNone }) => isNone);
  if (absent !== undefined)
    throw new ContractError(
      place,
      `uses.${use} is bound to "${path}", and role ${absent.name} is none; make the use none too`,
    );
  if (found !== undefined) return found;
  if (path === 'certificate')
    throw new ContractError(
      place,
      `uses.${use} is certificate, and a certificate says uses.authority alone; bind it to a role, or make it none`,
    );
  const near = nearRole(path, roles) || '; give the path of a role, or none where deliveries have no such thing';
  throw new ContractError(place, `uses.${use} is bound to "${path}", which is no role${near}`);
};

/** Uses that say something of another. */
const partOf: Readonly<Partial<Record<Use, Use>>> = { authorityKind: 'authority', publisherKind: 'publisher' };

const mustStand = (use: Use, uses: Uses, place: Place): void => {
  const binding = boundTo({ uses }, use);
  if (binding === undefined) return;
  const wrong = taken(use, binding, uses) ?? lonely(use, uses) ?? unfit(use, binding, uses);
  if (wrong !== undefined) throw new ContractError(place, `uses.${use} ${wrong}`);
};

const taken = (use: Use, { path }: Binding, uses: Uses): string | undefined => {
  const other = allUses.slice(0, allUses.indexOf(use)).find((one) => boundTo({ uses }, one)?.path === path);
  return (
    other && `is bound to "${path}", and so is uses.${other}; bind each to a role of its own, or make one of them none`
  );
};

const lonely = (use: Use, uses: Uses): string | undefined => {
  const whole = partOf[use];
  if (whole === undefined || boundTo({ uses }, whole) !== undefined) return undefined;
  if (uses[whole] === 'certificate')
    return `is bound, and uses.${whole} is certificate, so that no element says it; make uses.${use} none`;
  return `is bound, and uses.${whole}, whose kind it is, is not; bind both`;
};

const decodings: Readonly<Partial<Record<Use, readonly string[]>>> = {
  content: ['zip', 'xml', 'file'],
  publicationDate: ['date', 'plain text'],
};

const unfit = (use: Use, binding: Binding, uses: Uses): string | undefined => {
  const decode = binding.roles.at(-1)?.decode ?? 'plain text';
  const fitting = decodings[use] ?? ['plain text'];
  if (!fitting.includes(decode))
    return `is bound to "${binding.path}", which is ${decode}; bind it to a role that is ${fitting.join(' or ')}`;
  return misplaced(use, binding, uses);
};

/** What says how a message is to be read stands in the message; a notice is what a reader of the content sees first. */
const misplaced = (use: Use, binding: Binding, uses: Uses): string | undefined => {
  const holder = payloadAround(binding);
  if (use === 'documentType' && holder !== undefined)
    return `is bound to "${binding.path}", inside the payload of ${holder.name}; bind it to a role of the message itself`;
  const content = boundTo({ uses }, 'content');
  if (use !== 'notice' || content?.roles.at(-1)?.payload === undefined || isBelow(binding, content)) return undefined;
  return `is bound to "${binding.path}", outside uses.content ("${content.path}"); bind it to the paragraphs inside that`;
};

/** What nothing is put at: a kind may be the name of an element. */
const onlyRead: ReadonlySet<Use> = new Set(['authorityKind', 'publisherKind']);

/** A computed role finds a value but no place where one could be put. */
const mustBeGiven = (use: Use, uses: Uses, namespaces: Namespaces): void => {
  if (onlyRead.has(use)) return;
  const roles = boundTo({ uses }, use)?.roles ?? [];
  const computed = roles.find(({ at }) => parsePath(at, namespaces) === undefined);
  if (use === 'documentType' && roles.length === 1 && roles[0]?.told !== undefined) return;
  if (computed === undefined) return;
  const remedy =
    use === 'documentType'
      ? 'make it a plain path of child and attribute steps, local-name(path) for the name of an element, or path/@xsi:type for its type'
      : 'make it a plain path of child and attribute steps';
  throw new ContractError(
    computed.place,
    `role ${computed.name} is on the path of uses.${use}, and "${computed.at}" is computed; ${remedy}`,
  );
};

const isBelow = ({ path }: Binding, { path: around }: Binding): boolean => path.startsWith(`${around}/`);
