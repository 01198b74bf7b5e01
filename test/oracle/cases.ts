import fc from 'fast-check';
import type { EditedTree } from '#documents/violation/edited-tree';
import { createViolators, type Violators } from '#documents/violation/violator';
import { fromSchema } from '#documents/schema/from-schema';
import { documentText } from '#documents/schema/document-text';
import { readValidSchema } from '#documents/schema/read-valid';
import type { SchemaOptions } from '#documents/schema/options';
import { createShared } from '#documents/schema/shared';
import type { SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import type { Clause } from '../clauses/clause.ts';

/** A document made for a clause, and what it is meant to be. */
export interface Case {
  readonly root: string;
  /** Undefined for a valid document. */
  readonly breaks: { readonly constraint: string; readonly operator: string; readonly path: string } | undefined;
  readonly bytes: Uint8Array;
}

/** All that is made for a clause. */
export interface Made {
  readonly clause: Clause;
  readonly cases: readonly Case[];
  /** Constraints that no document was made to break. */
  readonly unbroken: readonly string[];
}

/** How many valid documents a root, and how many violations a constraint. */
export interface Amounts {
  readonly valid: number;
  readonly violations: number;
  readonly seed: number;
}

const encoder = new TextEncoder();

/** Makes documents and violations for each global element of the schema that can be a root. */
export const casesOf = (clause: Clause, amounts: Amounts): Made => {
  const model = readValidSchema(clause.files, 's.xsd');
  const roots = rootsOf(model);
  // Both validators go further than they must, and so do documents: all that the engine can do is judged.
  const options = { shared: createShared(), beyondMinimal: true };
  const broken = new Set<string>();
  const cases = roots.flatMap((root): readonly Case[] => {
    const valid = fc
      .sample(fromSchema(model, root, options), { seed: amounts.seed, numRuns: amounts.valid })
      .map((tree): Case => ({ root: root.name, breaks: undefined, bytes: bytesOf(model, tree) }));
    const violators = createViolators(model, root, options);
    const wanted = violators.constraints.filter(({ id }) => !broken.has(id));
    const violations = wanted.flatMap(({ id }) => violationsOf(model, root, { violators, id, amounts, options }));
    for (const { breaks } of violations) if (breaks !== undefined) broken.add(breaks.constraint);
    return [...valid, ...violations];
  });
  const all = createViolators(model, roots[0] ?? { namespace: '', name: '' }, options).constraints;
  return { clause, cases, unbroken: all.map(({ id }) => id).filter((id) => !broken.has(id)) };
};

/** The element called `r` where there is one. */
const rootsOf = (model: SchemaModel): readonly QName[] => {
  const names = [...model.elements.values()].filter(({ abstract }) => !abstract).map(({ name }) => name);
  const named = names.filter(({ name }) => name === 'r');
  return named.length > 0 ? named : names;
};

interface Wanted {
  readonly violators: Violators;
  readonly id: string;
  readonly amounts: Amounts;
  readonly options: SchemaOptions;
}

const violationsOf = (
  model: SchemaModel,
  root: QName,
  { violators, id, amounts, options }: Wanted,
): readonly Case[] => {
  const violator = violators.of(id);
  if (violator === undefined) return [];
  const present = new Set(violator.present);
  const none: fc.Arbitrary<EditedTree | undefined> = fc.constant(undefined);
  const edits = fromSchema(model, root, { ...options, present }).chain((tree) => violator.edit(tree) ?? none);
  return fc
    .sample(edits, { seed: amounts.seed, numRuns: amounts.violations * 10 })
    .filter((edit) => edit !== undefined)
    .slice(0, amounts.violations)
    .map(({ tree, operator, path }) => ({
      root: root.name,
      breaks: { constraint: id, operator, path },
      bytes: bytesOf(model, tree),
    }));
};

const bytesOf = (model: SchemaModel, tree: XmlElement): Uint8Array => encoder.encode(documentText(model, tree));
