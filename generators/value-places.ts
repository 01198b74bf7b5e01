import { deliveriesOf } from '#contract/deliveries';
import { valuesOf } from '#contract/schemas/code-lists';
import type { Contract } from '#contract/contract';
import { payloadsOf } from '#contract/roles/payloads';
import { type Node, componentsOf } from '#xml/schema/walk';
import type { AttributeUse, ElementDeclaration, SchemaModel, SimpleType } from '#xml/schema/model';
import { rootOf } from './draft/role-schema.ts';
import type { Workshop } from './workshop.ts';

/** A place in deliveries that takes text. */
export interface TextPlace {
  readonly declaration: ElementDeclaration | AttributeUse;
  /** `Medium`, or `@soort`. */
  readonly name: string;
  readonly schema: string;
  readonly type: SimpleType;
}

/** One that takes the values of a list and nothing else. */
export interface ValuePlace extends TextPlace {
  readonly values: readonly string[];
}

/** Every place in the request and in the payloads of a contract that takes the values of a list. */
export const valuePlaces = (contract: Contract, workshop: Workshop): readonly ValuePlace[] =>
  textPlaces(contract, workshop).flatMap((place) => {
    const values = valuesOf(place.type);
    return values.length === 0 ? [] : [{ ...place, values }];
  });

/** Every place in the request and in the payloads of a contract that takes text, those of types that may stand for another included. */
export const textPlaces = (contract: Contract, { modelOf }: Workshop): readonly TextPlace[] => {
  const roots = [
    ...deliveriesOf(contract.service).map(({ request }) => ({ schema: contract.schemas.message, root: request })),
    ...payloadsOf(contract.roles),
  ];
  return roots.flatMap(({ schema, root }) => {
    const model = modelOf(schema);
    return [...withSubstitutes(model, [rootOf(model, root)])].flatMap((node) => placeAt(node, schema) ?? []);
  });
};

/** Derived types come in by xsi:type, and other elements by their substitution group. */
const withSubstitutes = (model: SchemaModel, roots: readonly Node[]): ReadonlySet<Node> => {
  const reached = componentsOf(roots);
  const more = [...model.types.values(), ...model.elements.values()].filter(
    (one) => !reached.has(one) && standsFor(one).some((other) => reached.has(other)),
  );
  return more.length === 0 ? reached : withSubstitutes(model, [...roots, ...more]);
};

const standsFor = (node: Node): readonly Node[] => {
  const other = node.kind === 'element' ? node.head : node.kind === 'complex' ? node.base : undefined;
  return other === undefined ? [] : [other];
};

const placeAt = (node: Node, schema: string): TextPlace | undefined => {
  if (node.kind !== 'element' && node.kind !== 'use') return undefined;
  const { name, type } = node.kind === 'element' ? node : node.declaration;
  const simple = type.kind === 'simple' ? type : type.simple;
  return simple && { declaration: node, name: node.kind === 'use' ? `@${name.name}` : name.name, schema, type: simple };
};
