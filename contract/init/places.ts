import { leavesOf } from '#xml/schema/leaves';
import { builtinOf } from '#xml/schema/lexical';
import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  SchemaModel,
  SimpleType,
  Type,
  ValueConstraint,
} from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { sameName } from '#xml/qname';
import { textOf, type XmlElement } from '#xml/tree';
import { valuesOf } from '../schemas/code-lists.ts';
import { standingFor } from './standing-for.ts';
import type { placeKinds } from './vocabulary.ts';

/** What stands at a place. */
export type PlaceKind = (typeof placeKinds)[number];

/** A step to a place: a child element, or at the end an attribute. */
export interface PlaceStep {
  readonly name: QName;
  readonly isAttribute: boolean;
}

/** A place in a message where its schema lets something stand. */
export interface SchemaPlace {
  /** From the element that the message is, itself not among them. */
  readonly steps: readonly PlaceStep[];
  readonly kind: PlaceKind;
  readonly type: Type;
  /** The values of a list; none where any will do. */
  readonly values: readonly string[];
  /** Whether it may come more than once. */
  readonly isRepeated: boolean;
  readonly documentation: string;
}

/** More than anybody would bind, and as deep as anybody writes. */
const most = { places: 4000, depth: 12 } as const;

/** Every place below an element, in the order of the schema; what types derived from the declared ones add comes last. */
export const placesIn = (model: SchemaModel, root: ElementDeclaration): readonly SchemaPlace[] => {
  const found: SchemaPlace[] = [];
  const walk = (around: Around): void => {
    for (const place of placesAt(model, around)) {
      if (found.length >= most.places) return;
      found.push(place.place);
      if (place.declaration !== undefined && !around.trail.includes(place.declaration))
        walk({
          ...around,
          element: place.declaration,
          steps: place.place.steps,
          trail: [...around.trail, place.declaration],
        });
    }
  };
  walk({ element: root, steps: [], trail: [root] });
  return found;
};

interface Around {
  readonly element: ElementDeclaration;
  readonly steps: readonly PlaceStep[];
  readonly trail: readonly ElementDeclaration[];
}

interface Found {
  readonly place: SchemaPlace;
  readonly declaration: ElementDeclaration | undefined;
}

const placesAt = (model: SchemaModel, { element, steps }: Around): readonly Found[] => {
  if (element.type.kind === 'simple' || steps.length >= most.depth) return [];
  const own = [element.type, ...derivedFrom(model, element.type)];
  const attributes = unique(
    own.flatMap((type) => type.attributes),
    (use) => use.declaration.name,
  );
  const children = unique(
    own
      .flatMap(childrenOf)
      .flatMap(({ declaration, isRepeated }) =>
        standingFor(model, declaration, steps.length).map((one) => ({ declaration: one, isRepeated })),
      ),
    ({ declaration }) => declaration.name,
  );
  return [
    ...attributes.map((use) => attributePlace(use, element, steps)),
    ...children.map((child) => elementPlace(child, element, steps)),
  ];
};

const derivedFrom = (model: SchemaModel, type: ComplexType): readonly ComplexType[] =>
  isAnyType(type) ? [] : (model.derived.get(type) ?? []).filter((one) => one.kind === 'complex');

const unique = <Item>(items: readonly Item[], nameOf: (item: Item) => QName): readonly Item[] =>
  items.filter((item, index) => items.findIndex((other) => sameName(nameOf(other), nameOf(item))) === index);

interface Child {
  readonly declaration: ElementDeclaration;
  readonly isRepeated: boolean;
}

const childrenOf = ({ particle }: ComplexType): readonly Child[] =>
  particle === undefined
    ? []
    : leavesOf(particle).flatMap(({ term, max }) =>
        term.kind === 'element' ? [{ declaration: term, isRepeated: max > 1 }] : [],
      );

const elementPlace = (
  { declaration, isRepeated }: Child,
  around: ElementDeclaration,
  steps: readonly PlaceStep[],
): Found => ({
  declaration,
  place: {
    steps: [...steps, { name: declaration.name, isAttribute: false }],
    isRepeated,
    type: declaration.type,
    documentation: documentationIn(declaration.annotations, around.annotations),
    ...contentOf(declaration.type, declaration.value),
  },
});

const attributePlace = (use: AttributeUse, around: ElementDeclaration, steps: readonly PlaceStep[]): Found => ({
  declaration: undefined,
  place: {
    steps: [...steps, { name: use.declaration.name, isAttribute: true }],
    isRepeated: false,
    type: use.declaration.type,
    documentation: documentationIn(use.annotations, around.annotations),
    ...contentOf(use.declaration.type, use.value),
  },
});

/** The notes of a component are followed by those of what encloses it. */
const documentationIn = (own: readonly XmlElement[], outer: readonly XmlElement[]): string =>
  own
    .filter((one) => !outer.includes(one))
    .map((one) => textOf(one).replace(/\s+/g, ' ').trim())
    .join(' ')
    .trim();

/** What stands in an element or attribute of a type; a fixed value is a list of one. */
const contentOf = (type: Type, value: ValueConstraint | undefined): Pick<SchemaPlace, 'kind' | 'values'> => {
  if (value?.kind === 'fixed') return { kind: 'list', values: [value.value] };
  const simple = type.kind === 'simple' ? type : type.simple;
  if (simple === undefined) return { kind: isAnyType(type) ? 'text' : 'elements', values: [] };
  const values = valuesOf(simple);
  return { kind: values.length > 0 ? 'list' : kindOf(simple), values };
};

/** Whether a type takes anything. */
export const isAnyType = (type: Type): boolean => type.kind === 'complex' && type.name?.name === 'anyType';

const kinds: Readonly<Record<string, PlaceKind>> = {
  date: 'date',
  dateTime: 'moment',
  base64Binary: 'binary',
  hexBinary: 'other',
  boolean: 'boolean',
};

const numbers =
  /^(decimal|float|double|byte|(unsigned|positive|negative|nonPositive|nonNegative)?(int|integer|long|short|Int|Integer|Long|Short|Byte))$/;

const kindOf = (type: SimpleType): PlaceKind => {
  if (type.variety === 'union') return 'text';
  const builtin = builtinOf(type);
  return kinds[builtin] ?? (numbers.test(builtin) ? 'number' : 'text');
};
