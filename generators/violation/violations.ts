import fc from 'fast-check';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { QName, SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { fromSchema } from '../schema/from-schema.ts';
import { GenerationError } from '../schema/generation-error.ts';
import type { SchemaOptions } from '../schema/options.ts';
import { createShared } from '../schema/shared.ts';
import type { EditedTree } from './edited-tree.ts';
import { createViolators, type Violator, type Violators } from './violator.ts';

/** A document that breaks one constraint by one edit of a valid one. */
export interface SchemaViolation extends EditedTree {
  readonly constraint: SchemaConstraint;
  /** The document before the edit. */
  readonly parent: XmlElement;
}

/** What an oracle makes of a document; `unjudgeable` where it gives up. */
export type Opinion = 'valid' | 'invalid' | 'unjudgeable';

/** How documents are made, and who confirms that a violation is one, while shrinking too. */
export interface ViolationOptions extends SchemaOptions {
  readonly oracle?: (tree: XmlElement) => Opinion;
}

/** Violations of the constraints of a schema. */
export interface Violations extends Pick<Violators, 'constraints'> {
  /** Undefined for a constraint that binds nowhere in documents with this root. */
  readonly of: (constraint: string) => fc.Arbitrary<SchemaViolation> | undefined;
}

/** Violations in documents with one root. Drawing one throws `GenerationError` where hardly any edit breaks the constraint. */
export const violationsFrom = (model: SchemaModel, root: QName, options: ViolationOptions = {}): Violations => {
  const all = { ...options, shared: options.shared ?? createShared() };
  const violators = createViolators(model, root, all);
  return {
    constraints: violators.constraints,
    of: (id) => {
      const violator = violators.of(id);
      if (violator === undefined) return undefined;
      const present = new Set([...(options.present ?? []), ...violator.present]);
      return confirmed(violator, edits(fromSchema(model, root, { ...all, present }), violator), options.oracle);
    },
  };
};

const edits = (trees: fc.Arbitrary<XmlElement>, violator: Violator): fc.Arbitrary<SchemaViolation | undefined> =>
  trees.chain((parent): fc.Arbitrary<SchemaViolation | undefined> => {
    const edited = violator.edit(parent);
    return edited === undefined
      ? fc.constant(undefined)
      : edited.map((one) => ({ ...one, parent, constraint: violator.constraint }));
  });

/** How many edits in a row may fail. */
const mostFailures = 300;

const confirmed = (
  { constraint }: Violator,
  drawn: fc.Arbitrary<SchemaViolation | undefined>,
  oracle: ViolationOptions['oracle'],
): fc.Arbitrary<SchemaViolation> => {
  let failures = 0;
  return drawn.filter((one): one is SchemaViolation => {
    const isOne =
      one !== undefined && (oracle === undefined || (oracle(one.parent) === 'valid' && oracle(one.tree) === 'invalid'));
    failures = isOne ? 0 : failures + 1;
    if (failures > mostFailures)
      throw new GenerationError(
        { id: constraint.id, claims: {}, place: constraint, annotations: [] },
        `it was not broken in ${String(mostFailures)} tries`,
      );
    return isOne;
  });
};
