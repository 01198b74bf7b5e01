import { MatchersV3 } from '@pact-foundation/pact';
import { soapNamespace } from '#judgement/answer';
import type { ComplexType, SchemaModel, SimpleType, Type } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { keyOf, type QName, sameName } from '#xml/qname';
import { elementsOf, textOf, type XmlAttribute, type XmlElement } from '#xml/tree';
import type { Said } from '../interactions/interaction.ts';
import { declaredAs, typeNamedIn } from './declared-as.ts';
import { isRepeatable } from './repeats.ts';
import { type Matcher, matchersOf, oneOf } from './simple-matchers.ts';

/** What Pact asks at one place of a body. */
export interface BodyRule {
  readonly path: string;
  readonly rules: Matcher[];
}

/** What is needed to tell which texts of a message are free. */
export interface Freedom {
  readonly model: SchemaModel;
  readonly said: Said;
}

/** Rules for the texts and attributes of a SOAP message by the types that its schema gives them, and for what may be repeated; each place once. */
export const bodyRules = (message: XmlElement, freedom: Freedom): BodyRule[] => [
  ...new Map(rulesBelow(message, stepTo(message, '$'), freedom).map((rule) => [rule.path, rule])).values(),
];

const expanded = ({ namespace, name }: QName): string => (namespace === '' ? name : `${namespace}:${name}`);

const stepTo = (name: QName, above: string): string => `${above}['${expanded(name)}']`;

const rulesBelow = (element: XmlElement, path: string, freedom: Freedom): readonly BodyRule[] => {
  const declared = freedom.model.elements.get(keyOf(element));
  if (declared !== undefined) return declaredRules(element, { path, type: declared.type, isLoose: false }, freedom);
  const own = faultRule(element, path);
  return own === undefined
    ? elementsOf(element).flatMap((child) => rulesBelow(child, stepTo(child, path), freedom))
    : [own];
};

/** A fault code is a name whose prefix the sender chooses, and the text is for people (SOAP 1.1 section 4.4). */
const faultRule = (element: XmlElement, path: string): BodyRule | undefined => {
  const text = textOf(element);
  const at = `${path}['#text']`;
  if (element.namespace === soapNamespace) return undefined;
  if (element.name === 'faultcode') return { path: at, rules: [anyPrefix(text)] };
  return element.name === 'faultstring'
    ? { path: at, rules: [MatchersV3.regex(String.raw`^[\s\S]+$`, text)] }
    : undefined;
};

const anyPrefix = (name: string): Matcher =>
  MatchersV3.regex(`^([^:]+:)?${name.replace(/^.*:/, '').replaceAll('.', String.raw`\.`)}$`, name);

interface Declared {
  readonly path: string;
  readonly type: Type;
  /** In what may be repeated a rule that is about all of it holds for each part that has none. */
  readonly isLoose: boolean;
}

const declaredRules = (
  element: XmlElement,
  { path, type: declared, isLoose }: Declared,
  freedom: Freedom,
): readonly BodyRule[] => {
  const { model } = freedom;
  const type = typeNamedIn(model, element) ?? declared;
  if (type.kind === 'simple') return textRules(element, { path, type, isLoose }, freedom);
  return [
    ...element.attributes.flatMap((one) => attributeRules(one, { path, type, isLoose })),
    ...(type.simple === undefined ? [] : textRules(element, { path, type: type.simple, isLoose }, freedom)),
    ...elementsOf(element).flatMap((child) => {
      const found = declaredAs(model, type, child);
      if (found === undefined) return [];
      const below = stepTo(child, path);
      const canRepeat = isRepeatable(type.particle, element, child);
      return [
        ...(canRepeat ? [{ path: below, rules: [MatchersV3.like('')] }] : []),
        ...declaredRules(child, { path: below, type: found.type, isLoose: isLoose || canRepeat }, freedom),
      ];
    }),
  ];
};

const textRules = (
  element: XmlElement,
  { path, type, isLoose }: Declared & { readonly type: SimpleType },
  { said }: Freedom,
): readonly BodyRule[] => {
  const [text, at] = [textOf(element), `${path}['#text']`];
  const choice = said.find(([name]) => name === element.name)?.[1];
  if (choice === undefined) return [{ path: at, rules: [...matchersOf(type, text)] }];
  if (choice.length > 1) return [{ path: at, rules: [oneOf(choice, text)] }];
  return isLoose ? [{ path: at, rules: [MatchersV3.equal(text)] }] : [];
};

const attributeRules = (
  one: XmlAttribute,
  { path, type, isLoose }: Omit<Declared, 'type'> & { readonly type: ComplexType },
): readonly BodyRule[] => {
  const at = `${path}['@${expanded(one)}']`;
  if (one.namespace === xsi && one.name === 'type') return [{ path: at, rules: [anyPrefix(one.value)] }];
  const use = type.attributes.find(({ declaration }) => sameName(declaration.name, one));
  if (use === undefined || use.value?.kind === 'fixed')
    return isLoose ? [{ path: at, rules: [MatchersV3.equal(one.value)] }] : [];
  return [{ path: at, rules: [...matchersOf(use.declaration.type, one.value)] }];
};
