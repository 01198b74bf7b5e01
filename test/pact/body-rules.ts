import { MatchersV3 } from '@pact-foundation/pact';
import { soapNamespace } from '#judgement/answer';
import type { ComplexType, ElementDeclaration, Particle, SchemaModel, SimpleType, Type } from '#xml/schema/model';
import { keyOf, type QName, sameName } from '#xml/qname';
import { elementsOf, textOf, type XmlElement } from '#xml/tree';
import type { Said } from './interaction.ts';
import { matchersOf, oneOf } from './simple-matchers.ts';

/** What Pact asks at one place of a body. */
export interface BodyRule {
  readonly path: string;
  readonly rules: ReturnType<typeof MatchersV3.like<unknown>>[];
}

/** What is needed to tell which texts of a message are free. */
export interface Freedom {
  readonly model: SchemaModel;
  readonly said: Said;
}

/** Rules for the texts and attributes of a SOAP message by the types that its schema gives them, each place once. */
export const bodyRules = (message: XmlElement, freedom: Freedom): BodyRule[] => [
  ...new Map(rulesBelow(message, stepTo(message, '$'), freedom).map((rule) => [rule.path, rule])).values(),
];

const stepTo = ({ namespace, name }: QName, above: string): string =>
  `${above}['${namespace === '' ? name : `${namespace}:${name}`}']`;

const rulesBelow = (element: XmlElement, path: string, freedom: Freedom): readonly BodyRule[] => {
  const declared = freedom.model.elements.get(keyOf(element));
  if (declared !== undefined) return declaredRules(element, { path, type: declared.type }, freedom);
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
  if (element.name === 'faultcode')
    return { path: at, rules: [MatchersV3.regex(`^([^:]+:)?${text.replace(/^.*:/, '')}$`, text)] };
  return element.name === 'faultstring'
    ? { path: at, rules: [MatchersV3.regex(String.raw`^[\s\S]+$`, text)] }
    : undefined;
};

interface Declared {
  readonly path: string;
  readonly type: Type;
}

const declaredRules = (element: XmlElement, { path, type }: Declared, freedom: Freedom): readonly BodyRule[] => {
  if (type.kind === 'simple') return textRules(element, { path, type }, freedom);
  return [
    ...attributeRules(element, path, type),
    ...(type.simple === undefined ? [] : textRules(element, { path, type: type.simple }, freedom)),
    ...elementsOf(element).flatMap((child) => {
      const found = declarationsIn(type.particle).find(({ name }) => sameName(name, child));
      return found === undefined ? [] : declaredRules(child, { path: stepTo(child, path), type: found.type }, freedom);
    }),
  ];
};

const textRules = (
  element: XmlElement,
  { path, type }: { readonly path: string; readonly type: SimpleType },
  { said }: Freedom,
): readonly BodyRule[] => {
  const [text, at] = [textOf(element), `${path}['#text']`];
  const choice = said.get(element.name);
  if (choice === undefined) return [{ path: at, rules: [...matchersOf(type, text)] }];
  return choice.length === 1 ? [] : [{ path: at, rules: [oneOf(choice, text)] }];
};

const attributeRules = (element: XmlElement, path: string, { attributes }: ComplexType): readonly BodyRule[] =>
  element.attributes.flatMap((one) => {
    const use = attributes.find(({ declaration }) => sameName(declaration.name, one));
    if (use === undefined || use.value?.kind === 'fixed') return [];
    return [{ path: `${path}['@${one.name}']`, rules: [...matchersOf(use.declaration.type, one.value)] }];
  });

/** The elements that a particle can hold, at any depth of its groups. */
const declarationsIn = (particle: Particle | undefined): readonly ElementDeclaration[] => {
  if (particle === undefined || particle.term.kind === 'any') return [];
  return particle.term.kind === 'element' ? [particle.term] : particle.term.particles.flatMap(declarationsIn);
};
