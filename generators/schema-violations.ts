import fc from 'fast-check';
import { confirmedOnly, type Broken } from './broken.ts';
import { pathOfPart } from './draft/difference.ts';
import { holesIn, treeOf, withTree, type Draft, type Part } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { Unbreakable } from './delivery-error.ts';
import { Unkept } from './drafts.ts';
import { parentDrafts } from './parents.ts';
import { rethrowing } from './rethrowing.ts';
import type { EditedTree } from '#documents/violation/edited-tree';
import type { Violator } from '#documents/violation/violator';

/** A constraint of a schema and how to break it. */
export interface SchemaTarget {
  readonly violator: Violator;
  /** Ids of declarations that not every delivery has, and a parent must have. */
  readonly needs: readonly string[];
  /** Path of the role in whose payload the constraint binds; undefined for the request. */
  readonly payload: string | undefined;
}

/** Valid drafts with one edit that breaks a constraint of the request's schema or of a payload's, in one of its ways. */
export const schemaViolations = (
  generation: Generation,
  documentType: string,
  { violator, needs, payload, way }: SchemaTarget & { readonly way: string },
): fc.Arbitrary<Broken> => {
  const wishes = { present: payload === undefined ? [] : [payload], absent: [], declared: needs };
  const editsOf = (parent: Draft) => {
    const part = partOf(generation, parent, payload);
    const tree = part === undefined ? undefined : treeOf(parent, part);
    const edits = tree === undefined ? undefined : violator.edit(tree, way);
    return part === undefined || edits === undefined ? undefined : { part, edits };
  };
  const fits = (draft: Draft): boolean => editsOf(draft) !== undefined;
  const parents = rethrowing(parentDrafts(generation, documentType, { wishes, fits }), (error) =>
    error instanceof Unkept && needs.length > 0 ? breaksRuleToo(violator.constraint.id, documentType, error) : error,
  );
  const broken = parents.chain((parent) => {
    const found = editsOf(parent);
    if (found === undefined) return fc.constant(undefined);
    return found.edits.map((edited) => brokenBy(violator, edited, { parent, part: found.part }));
  });
  const constraint = violator.constraint.id;
  return confirmedOnly(generation, { constraint, way, what: `${constraint} of ${documentType}` }, broken);
};

/** What a constraint stands at may itself go against a rule, as one of two branches does that a rule asks the other of. */
const breaksRuleToo = (constraint: string, documentType: string, { message }: Unkept): Unbreakable =>
  new Unbreakable(constraint, `${constraint} of ${documentType} stands where a rule is always broken too: ${message}`, {
    forbidden: undefined,
    besides: [],
  });

/** The first XML file behind a role, or the request. */
const partOf = ({ workshop: { roles } }: Generation, draft: Draft, payload: string | undefined): Part | undefined => {
  if (payload === undefined) return 'request';
  const [hole = ''] = roles.all(draft, payload).flatMap(holesIn);
  const file = draft.payloads[hole]?.files.findIndex(({ content }) => !(content instanceof Uint8Array)) ?? -1;
  return file === -1 ? undefined : { hole, file };
};

const brokenBy = (
  { constraint }: Violator,
  { tree, operator, path, implied }: EditedTree,
  { parent, part }: { readonly parent: Draft; readonly part: Part },
): Broken => ({
  parent,
  draft: withTree(parent, part, tree),
  constraint: constraint.id,
  kind: 'schema',
  operator,
  severity: 'error',
  edited: pathOfPart(parent, part) + path,
  implied,
  ...(constraint.kind === 'root' && part === 'request' ? { aliases: ['soap#request'] } : {}),
});
