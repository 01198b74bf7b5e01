import { constraintsOf, type SchemaConstraint } from '#xml/schema/constraints';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { keyOf, type QName } from '#xml/qname';
import { componentsOf, type Node } from '#xml/schema/walk';
import type { Constraint, Rule } from '../contract.ts';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { groundsIn } from '../grounds/grounding.ts';
import { type Grounding } from '../grounds/ground.ts';
import { shown } from '../folder/qname.ts';

type Stated = Pick<SchemaConstraint, 'id' | 'kind' | 'file' | 'line'>;

/** Everything in a schema that a document with this root can break, each with its ground. */
export const schemaConstraints = (model: SchemaModel, root: ElementDeclaration): readonly Constraint[] => {
  const reachable = reachableFrom(model, root);
  return constraintsOf(model)
    .filter((one) => one.kind === 'root' || reachable.has(one.declaration))
    .map((one) => {
      const { id, file, line } = one;
      const chain = one.kind === 'root' ? root.annotations : one.annotations;
      return { id, kind: 'schema', place: { file, line }, ...groundOf(chain, one) };
    });
};

/** One constraint for each rule. */
export const ruleConstraints = (rules: readonly Rule[]): readonly Constraint[] =>
  rules.map(({ id, place, ground, source }) => ({ id: `${place.file}#${id}`, kind: 'rule', place, ground, source }));

/** The declaration of a root; throws `ContractError` when the schema has none of this name. */
export const rootDeclaration = (model: SchemaModel, name: QName, place: Place): ElementDeclaration => {
  const found = model.elements.get(keyOf(name));
  if (found !== undefined) return found;
  throw new ContractError(place, `${model.entry} declares no element ${shown(name)}; correct the name or the schema`);
};

/** The innermost ground that names the aspect, else the innermost that stands for all. */
const groundOf = (annotations: ElementDeclaration['annotations'], { id, kind, file, line }: Stated): Grounding => {
  const grounds = annotations.flatMap((annotation) => groundsIn(annotation, file));
  const found = grounds.find((one) => one.aspects.includes(kind)) ?? grounds.find((one) => one.aspects.length === 0);
  if (found !== undefined) return { ground: found.ground, source: found.source };
  throw new ContractError({ file, line }, `${id} has no ground; add g:ground in an xs:appinfo`);
};

/** Ids of all that a document with this root can hold, with what may stand in for it. */
const reachableFrom = (model: SchemaModel, root: ElementDeclaration): ReadonlySet<string> => {
  let nodes = componentsOf([root]);
  for (let size = 0; size < nodes.size;) {
    size = nodes.size;
    nodes = componentsOf([...nodes, ...standIns(model, nodes)]);
  }
  return new Set([...nodes].map((node) => node.id));
};

/** What the names of these can also stand for: members of a substitution group, types that `xsi:type` can name. */
const standIns = (model: SchemaModel, nodes: ReadonlySet<Node>): readonly Node[] =>
  [...nodes].flatMap((node): readonly Node[] => {
    if (node.kind === 'element') return model.substitutes.get(keyOf(node.name)) ?? [];
    return node.kind === 'complex' ? (model.derived.get(node) ?? []) : [];
  });
