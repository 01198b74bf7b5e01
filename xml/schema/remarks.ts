import type { XmlElement } from '../tree.ts';
import { attributeAt, type Declared } from './declarations.ts';
import { leavesOf } from './leaves.ts';
import { facetIn, lexicalOwner } from './faults.ts';
import { allows, constraintId, type SchemaModel, type SimpleType, type Wildcard } from './model.ts';
import type { QName } from '../qname.ts';
import { brokenByChildren } from './unexpected.ts';
import { allComponents } from './walk.ts';

/** What a message says, without the node that it begins with. */
export interface Remark {
  readonly text: string;
  /** The attribute that it is about. */
  readonly attribute: QName | undefined;
}

/** A message with what the schema says of its place. */
export interface Situation {
  readonly model: SchemaModel;
  readonly node: XmlElement;
  readonly declared: Declared | undefined;
  readonly parentNode: XmlElement | undefined;
  readonly parent: Declared | undefined;
  readonly remark: Remark;
}

/** The constraint that a message is about. */
export const ruleOf = (at: Situation): string => {
  for (const [pattern, rule] of rules) if (pattern.test(at.remark.text)) return rule(at) ?? fallback(at);
  return valueRule(at) ?? fallback(at);
};

type Rule = (at: Situation) => string | undefined;

/** The texts of libxml2's xmlschemas.c, and what each is about. */
const rules: readonly (readonly [pattern: RegExp, rule: Rule])[] = [
  [/^No matching global declaration/, ({ model }) => model.root],
  [/^This element is not expected/, ({ parent, parentNode, model }) => childRule(parent, parentNode, model)],
  [/^Missing child element/, ({ declared, node, model }) => childRule(declared, node, model)],
  [/demanded by the strict wildcard/, (at) => wildcardRule(at)],
  [/'nilled'|fixed value constraint .*nillable/, ({ declared }) => declared && constraintId(declared.element, 'nil')],
  [/^Element content is not allowed/, (at) => contentRule(at, 'content')],
  [/^Character content/, (at) => contentRule(at, 'text')],
  [/^The element is not 'nillable'|attribute '.*' is not allowed/, (at) => attributeRule(at)],
  [/is required but missing/, (at) => useOf(at)],
  [/fixed value constraint/, (at) => fixedRule(at)],
  [/xsi:type/, ({ declared }) => declared && constraintId(declared.element, 'xsi-type')],
  [/element declaration is abstract/, ({ declared }) => declared && constraintId(declared.element, 'abstract')],
  [/type definition is abstract/, ({ declared }) => declared && constraintId(declared.type, 'abstract')],
  [/identity-constraint|of keyref/, (at) => identityRule(at)],
];

const childRule = (owner: Declared | undefined, node: XmlElement | undefined, model: SchemaModel): string | undefined =>
  owner?.type.kind === 'complex' && node !== undefined ? brokenByChildren(owner.type, node, model) : undefined;

/** For simple content the element states it where its type is a simple one, else the complex type does. */
const contentRule = ({ declared }: Situation, aspect: string): string | undefined => {
  if (declared === undefined) return undefined;
  return constraintId(declared.type.kind === 'complex' ? declared.type : declared.element, aspect);
};

const attributeRule = (at: Situation): string | undefined => {
  const { declared, remark } = at;
  const prohibited = declared?.type.kind === 'complex' ? declared.type.prohibited : [];
  const own = prohibited.find(({ name }) => name.name === remark.attribute?.name);
  return own?.id ?? contentRule(at, 'attributes');
};

const useOf = ({ declared, remark }: Situation): string | undefined => {
  const use = declared && remark.attribute && attributeAt(declared, remark.attribute);
  return use && constraintId(use, 'use');
};

const fixedRule = ({ declared, remark }: Situation): string | undefined => {
  if (declared === undefined) return undefined;
  if (remark.attribute === undefined) return constraintId(declared.element, 'fixed');
  const use = attributeAt(declared, remark.attribute);
  return use && constraintId(use.value === use.declaration.value ? use.declaration : use, 'fixed');
};

const wildcardRule = ({ declared, parent, node, remark }: Situation): string | undefined => {
  if (remark.attribute !== undefined)
    return declared?.type.kind === 'complex' ? declared.type.anyAttribute?.id : undefined;
  const type = parent?.type;
  if (type?.kind !== 'complex' || type.particle === undefined) return undefined;
  const wildcards = leavesOf(type.particle).flatMap(({ term }): readonly Wildcard[] =>
    term.kind === 'any' ? [term] : [],
  );
  return wildcards.find((one) => one.process === 'strict' && allows(one.namespaces, node.namespace))?.id;
};

const identityRule = ({ model, remark }: Situation): string | undefined => {
  const [, name] = /(?:identity-constraint|keyref) '(?:\{.*\})?([^'}]*)'/.exec(remark.text) ?? [];
  for (const component of allComponents(model)) {
    const found = component.kind === 'element' && component.identities.find((one) => one.name.name === name);
    if (found) return found.id;
  }
  return undefined;
};

/** A fault of the text itself: a facet, or the lexical rule of a built-in type. */
const valueRule = (at: Situation): string | undefined => {
  const type = valueType(at);
  if (type === undefined) return undefined;
  const [, facet] = /^\[facet '(\w+)'\]/.exec(at.remark.text) ?? [];
  if (facet !== undefined) return facetIn(type, facet, at.remark.text)?.id;
  return lexicalOwner(type)?.claims['type'] ?? constraintId(declarer(at), 'type');
};

/** The type of the text or attribute value that a message is about. */
export const valueType = ({ declared, remark }: Pick<Situation, 'declared' | 'remark'>): SimpleType | undefined => {
  if (declared === undefined) return undefined;
  if (remark.attribute !== undefined) return attributeAt(declared, remark.attribute)?.declaration.type;
  return declared.type.kind === 'simple' ? declared.type : declared.type.simple;
};

/** Who names a built-in type directly: the attribute, the complex type with simple content, or the element. */
const declarer = ({ declared, remark, model }: Situation): Parameters<typeof constraintId>[0] => {
  if (declared === undefined) return { id: model.root, claims: {} };
  const use = remark.attribute && attributeAt(declared, remark.attribute);
  if (use !== undefined) return use.declaration;
  let type = declared.type;
  while (type.kind === 'complex' && type.base.kind === 'complex' && type.base !== type) type = type.base;
  return type.kind === 'complex' ? type : declared.element;
};

/** A message of a kind that is not listed is about the type of its element. */
const fallback = ({ declared, model }: Situation): string =>
  declared === undefined ? model.root : constraintId(declared.element, 'type');
