import type { Place } from '../place.ts';
import type { QName } from '../qname.ts';
import type { XmlElement } from '../tree.ts';

/** What every component has: an id such as `dossier.xsd#Dossier/Titel`, its place, and what its author noted on it. */
export interface Component {
  readonly id: string;
  /** Ids of the constraints that it can state, by aspect; see `constraintId`. */
  readonly claims: Readonly<Record<string, string>>;
  readonly place: Place;
  /** The `xs:annotation` trees, the component's own first, then those of what encloses it. */
  readonly annotations: readonly XmlElement[];
}

/** A value that an element or attribute has when none is written, or must have when one is. */
export interface ValueConstraint {
  readonly kind: 'default' | 'fixed';
  readonly value: string;
  /** Prefixes in scope, for QName values. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** XSD 1.0 part 1, 3.3. */
export interface ElementDeclaration extends Component {
  readonly kind: 'element';
  readonly name: QName;
  readonly global: boolean;
  readonly type: Type;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly value: ValueConstraint | undefined;
  /** The head of the substitution group that this element belongs to. */
  readonly head: ElementDeclaration | undefined;
  /** What may not replace it: derivations for `xsi:type`, and substitution. */
  readonly block: readonly Derivation[];
  /** Derivations that may not be used by members of its substitution group. */
  readonly final: readonly Derivation[];
  readonly identities: readonly IdentityConstraint[];
  /** Prefixes in scope, for QName values. */
  readonly prefixes: Readonly<Record<string, string>>;
}

export type Derivation = 'extension' | 'restriction' | 'substitution' | 'list' | 'union';

/** XSD 1.0 part 1, 3.2. */
export interface AttributeDeclaration extends Component {
  readonly kind: 'attribute';
  readonly name: QName;
  readonly global: boolean;
  readonly type: SimpleType;
  readonly value: ValueConstraint | undefined;
  /** Prefixes in scope, for QName values. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** An attribute as a complex type has it (part 1, 3.5); its id is that of the use. */
export interface AttributeUse extends Component {
  readonly kind: 'use';
  readonly required: boolean;
  readonly declaration: AttributeDeclaration;
  /** The use's own value constraint, else the declaration's. */
  readonly value: ValueConstraint | undefined;
}

export type Type = SimpleType | ComplexType;

/** XSD 1.0 part 2; `facets` are those of this step only, the base has the others. */
export interface SimpleType extends Component {
  readonly kind: 'simple';
  /** Absent for an anonymous type. */
  readonly name: QName | undefined;
  readonly variety: 'any' | 'atomic' | 'list' | 'union';
  /** Undefined for `xs:anySimpleType` only. */
  readonly base: SimpleType | undefined;
  /** True for the 44 types and two ur-types that XSD itself defines. */
  readonly builtin: boolean;
  readonly facets: readonly Facet[];
  /** What a list consists of. */
  readonly item: SimpleType | undefined;
  /** What a union chooses from, in order. */
  readonly members: readonly SimpleType[];
  readonly final: readonly Derivation[];
}

/** The constraining facets of part 2, 4.3. */
export const facetKinds = [
  ...(['length', 'minLength', 'maxLength', 'pattern', 'enumeration', 'whiteSpace'] as const),
  ...(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive', 'totalDigits', 'fractionDigits'] as const),
] as const;
export type FacetKind = (typeof facetKinds)[number];

/** One facet of one derivation step; all patterns of a step, and all its enumeration values, are one facet. */
export interface Facet {
  /** The constraint's id. */
  readonly id: string;
  readonly kind: FacetKind;
  readonly values: readonly FacetValue[];
  readonly fixed: boolean;
  readonly place: Place;
  readonly annotations: readonly XmlElement[];
}

/** One value as written, with its own place and notes. */
export interface FacetValue {
  readonly text: string;
  readonly place: Place;
  readonly annotations: readonly XmlElement[];
  /** Prefixes in scope, for QName values. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** XSD 1.0 part 1, 3.4; particle and attributes are the effective ones, inherited parts included. */
export interface ComplexType extends Component {
  readonly kind: 'complex';
  readonly name: QName | undefined;
  readonly base: Type;
  readonly derivation: 'extension' | 'restriction';
  readonly abstract: boolean;
  readonly mixed: boolean;
  /** Set for simple content. */
  readonly simple: SimpleType | undefined;
  /** Set for content with child elements. */
  readonly particle: Particle | undefined;
  readonly attributes: readonly AttributeUse[];
  /** Names of attributes that a restriction step took away. */
  readonly prohibited: readonly ProhibitedAttribute[];
  readonly anyAttribute: Wildcard | undefined;
  readonly block: readonly Derivation[];
  readonly final: readonly Derivation[];
}

/** An attribute that `use="prohibited"` takes away from the base type. */
export interface ProhibitedAttribute extends Component {
  readonly name: QName;
}

/** XSD 1.0 part 1, 3.9; it claims `minOccurs` and `maxOccurs` where they can be broken. */
export interface Particle {
  readonly claims: Component['claims'];
  readonly place: Place;
  readonly annotations: readonly XmlElement[];
  readonly min: number;
  /** `Infinity` for unbounded. */
  readonly max: number;
  readonly term: Term;
}

export type Term = ElementDeclaration | ModelGroup | Wildcard;

/** XSD 1.0 part 1, 3.8; its id is that of the constraint `order` or `choice`. */
export interface ModelGroup extends Component {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly particles: readonly Particle[];
}

/** XSD 1.0 part 1, 3.10. */
export interface Wildcard extends Component {
  readonly kind: 'any';
  readonly namespaces: NamespaceConstraint;
  readonly process: 'strict' | 'lax' | 'skip';
}

/** The empty string stands for no namespace. */
export type NamespaceConstraint =
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly namespace: string }
  | { readonly kind: 'some'; readonly namespaces: readonly string[] };

/** XSD 1.0 part 1, 3.11. */
export interface IdentityConstraint extends Component {
  readonly kind: 'key' | 'unique' | 'keyref';
  readonly name: QName;
  /** Alternatives; so is each field. */
  readonly selector: readonly Path[];
  readonly fields: readonly (readonly Path[])[];
  /** Name of the key that a keyref refers to. */
  readonly refer: QName | undefined;
}

/** A path of an identity constraint: from the context element, or with `deep` from any element below it. */
export interface Path {
  readonly deep: boolean;
  readonly steps: readonly NameTest[];
  readonly attribute: NameTest | undefined;
}

/** What a step takes; undefined stands for any. */
export interface NameTest {
  readonly namespace: string | undefined;
  readonly name: string | undefined;
}

/** The attributes that a type or a group of them has, and the others that it takes. */
export type Attributes = Pick<ComplexType, 'attributes' | 'anyAttribute'>;

export type AttributeGroup = Attributes & { readonly place: Place };

/** A group of elements or of attributes that was redefined, and what it was. */
export type Narrowed =
  | { readonly kind: 'group'; readonly own: ModelGroup; readonly base: ModelGroup }
  | {
      readonly kind: 'attributes';
      readonly own: AttributeGroup;
      readonly base: AttributeGroup;
    };

/** A schema read whole: every include, import and redefine followed. Maps are keyed by `keyOf(name)`. */
export interface SchemaModel {
  readonly entry: string;
  /** Target namespace of the entry; empty for none. */
  readonly targetNamespace: string;
  /** Id of the constraint that the root is one of the global elements. */
  readonly root: string;
  readonly files: readonly string[];
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
  /** Global types by name, the built-in ones not among them. */
  readonly types: ReadonlyMap<string, Type>;
  readonly notations: ReadonlySet<string>;
  /** Global groups, which no type need use. */
  readonly groups: readonly ModelGroup[];
  readonly attributeGroups: readonly AttributeGroup[];
  /** Groups that a redefinition restricts, each with what it was (part 1, 4.2.2). */
  readonly narrowed: readonly Narrowed[];
  /** Members of each substitution group by its head, direct and indirect, the head itself not among them. */
  readonly substitutes: ReadonlyMap<string, readonly ElementDeclaration[]>;
  /** Types derived from each named type, direct and indirect, global ones only. */
  readonly derived: ReadonlyMap<Type, readonly Type[]>;
}

/** Does a wildcard take a name of this namespace (part 1, 3.10.4). */
export const allows = (constraint: NamespaceConstraint, namespace: string): boolean => {
  if (constraint.kind === 'any') return true;
  if (constraint.kind === 'some') return constraint.namespaces.includes(namespace);
  return namespace !== '' && namespace !== constraint.namespace;
};

/** The id of a constraint that a component states: `dossier.xsd#Dossier/Titel/fixed`. */
export const constraintId = (component: Pick<Component, 'id' | 'claims'>, aspect: string): string =>
  component.claims[aspect] ?? `${component.id}/${aspect}`;
