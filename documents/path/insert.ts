import type { ElementDeclaration } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import type { Step } from '#xml/simple-path';
import { withAttribute } from './replace.ts';
import { attributesOf, childrenOf, nameOf } from './declarations-at.ts';
import { setAt } from './edit.ts';

/** Returns the element with one more node at the end of a path: missing parents are made, and everything stands in the order of the schema. */
export const insertAt = (parent: XmlElement, declaration: ElementDeclaration, { row, value }: Row): XmlElement => {
  const [step, ...rest] = row;
  if (step === undefined) return setAt(parent, { steps: [], attribute: undefined }, value);
  if (step.axis === 'self') return insertAt(parent, declaration, { row: rest, value });
  if (step.axis === 'attribute') return insertAttribute(parent, declaration, { step, value });
  if (step.axis !== 'child') throw new Error(`<${parent.name}> can't be added to below any element`);
  return (rest.length === 0 ? appendNew : insertBelow)(parent, declaration, { row, value });
};

interface Row {
  readonly row: readonly Step[];
  readonly value: string;
}

/** Goes on in the first child that the step takes, or in a new one. */
const insertBelow = (parent: XmlElement, declaration: ElementDeclaration, { row, value }: Row): XmlElement => {
  const [step, ...rest] = row;
  const at = parent.children.findIndex((one) => typeof one !== 'string' && step?.takes(one));
  const found = parent.children[at];
  if (found === undefined || typeof found === 'string') return appendNew(parent, declaration, { row, value });
  const child = contentOf(declaration).find((one) => isOf(found, one));
  if (child === undefined) throw new Error(`<${parent.name}> holds <${found.name}>, which is not declared there`);
  return { ...parent, children: parent.children.with(at, insertAt(found, child, { row: rest, value })) };
};

/** Adds a child that the step takes, behind the last one that may stand before it. */
const appendNew = (parent: XmlElement, declaration: ElementDeclaration, { row, value }: Row): XmlElement => {
  const [step, ...rest] = row;
  const content = contentOf(declaration);
  const child = content.find((one) => step?.takes(one.name));
  if (child === undefined) throw new Error(`<${parent.name}> takes no element that could be added here`);
  const before = content.slice(0, content.indexOf(child) + 1);
  const at = parent.children.findLastIndex(
    (one) => typeof one !== 'string' && before.some((other) => isOf(one, other)),
  );
  const written = insertAt({ ...child.name, attributes: [], children: [] }, child, { row: rest, value });
  return { ...parent, children: parent.children.toSpliced(at + 1, 0, written) };
};

const insertAttribute = (
  parent: XmlElement,
  declaration: ElementDeclaration,
  { step, value }: { readonly step: Step; readonly value: string },
): XmlElement => {
  const use = attributesOf({ declaration, trail: [] }).find((one) => step.takes(nameOf(one)));
  if (use === undefined) throw new Error(`<${parent.name}> takes no attribute that could be added here`);
  return withAttribute(parent, nameOf(use), value);
};

const contentOf = (declaration: ElementDeclaration): readonly ElementDeclaration[] =>
  childrenOf({ declaration, trail: [] }).flatMap((one) =>
    one.declaration.kind === 'element' ? [one.declaration] : [],
  );

const isOf = (node: XmlElement, { name }: ElementDeclaration): boolean =>
  node.name === name.name && node.namespace === name.namespace;

/** The declaration of the element at child indexes below an element with a known declaration. */
export const declarationBelow = (
  root: XmlElement,
  declaration: ElementDeclaration,
  steps: readonly number[],
): ElementDeclaration | undefined => {
  const [index, ...rest] = steps;
  if (index === undefined) return declaration;
  const child = root.children[index];
  if (child === undefined || typeof child === 'string') return undefined;
  const found = contentOf(declaration).find((one) => isOf(child, one));
  return found === undefined ? undefined : declarationBelow(child, found, rest);
};
