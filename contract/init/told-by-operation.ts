import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration } from '#xml/schema/model';
import { sameName } from '#xml/qname';
import type { PortOperation } from '../wsdl/wsdl.ts';
import type { Branches } from './branches.ts';
import type { PlaceStep, SchemaPlace } from './places.ts';

/** An operation that takes deliveries of one document type, with its messages. */
export interface OwnOperation {
  readonly operation: PortOperation;
  readonly request: ElementDeclaration;
  readonly response: ElementDeclaration;
  readonly places: readonly SchemaPlace[];
}

/** How much of their names two requests share that hold the same for two document types. */
const enough = 0.5;

/** Whether the requests of operations hold much the same, so that each may be one for a document type of its own. */
export const areAlike = ([first, ...others]: readonly OwnOperation[]): boolean =>
  first !== undefined &&
  others.every(
    (one) => !sameName(one.request.name, first.request.name) && shared(namesIn(one), namesIn(first)) >= enough,
  );

const namesIn = ({ places }: OwnOperation): ReadonlySet<string> =>
  new Set(places.filter(({ kind }) => kind !== 'elements').map(({ steps }) => steps.at(-1)?.name.name ?? ''));

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((name) => other.has(name)).length / Math.max(new Set([...one, ...other]).size, 1);

/** The document types that operations tell apart: each is called after the request of its own. */
export const branchesOf = (operations: readonly OwnOperation[], isSaid: boolean): Branches => ({
  names: operations.map(({ request }) => request.name.name),
  at: 'local-name()',
  steps: wrappersOf(operations),
  ...{ usesType: false, around: [], isDemanded: true },
  isSaid,
});

/** What stands alone in each request around all the rest, where it is called differently in each. */
const wrappersOf = (operations: readonly OwnOperation[]): readonly (readonly PlaceStep[])[] => {
  const wrappers = operations.flatMap(({ request: { type } }) => {
    const children = type.kind === 'simple' || type.particle === undefined ? [] : leavesOf(type.particle);
    const [only] = children;
    if (children.length !== 1 || only?.term.kind !== 'element') return [];
    return [[{ name: only.term.name, isAttribute: false }]];
  });
  const isSame = wrappers.every(([one]) => one !== undefined && sameName(one.name, wrappers[0]?.[0]?.name ?? one.name));
  const isOne = wrappers.length !== operations.length || (isSame && wrappers.length > 0);
  return isOne ? [] : wrappers;
};

/** The places of all requests, those of one path once. */
export const placesOfAll = (operations: readonly OwnOperation[]): readonly SchemaPlace[] =>
  [
    ...Map.groupBy(
      operations.flatMap(({ places }) => places),
      pathOf,
    ).values(),
  ].flatMap(([first]) => first ?? []);

const pathOf = ({ steps }: SchemaPlace): string =>
  steps.map(({ name, isAttribute }) => `${isAttribute ? '@' : ''}{${name.namespace}}${name.name}`).join('/');
