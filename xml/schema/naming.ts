import { elementsOf, type XmlElement } from '../tree.ts';
import type { XmlMessage } from '../xml-error.ts';
import { declaredIn } from './declarations.ts';
import { locate } from './locate.ts';
import type { SchemaModel, SimpleType } from './model.ts';
import { ruleOf, type Remark, valueType } from './remarks.ts';

/** A document that was judged: the tree, and how many elements stand above its root in the paths of the messages. */
export interface Judged {
  readonly tree: XmlElement;
  readonly depth?: number;
}

/** A message of libxml2 as the constraint that it is about, with its place. */
export interface NamedMessage {
  readonly constraint: string;
  /** Indices among child elements, from the root. */
  readonly path: readonly number[];
  /** Names from the root down, with positions from the second on: `/Dossier/Onderwerp[2]`, `/Dossier/BevoegdGezag/@soort`. */
  readonly at: string;
  readonly message: XmlMessage;
  /** Of the text or attribute value at the place; undefined where it has none that is known. */
  readonly type: SimpleType | undefined;
}

/** Names the constraints that messages of libxml2 are about, in their order; a fault told twice is kept once. */
export const nameMessages = (
  model: SchemaModel,
  judged: Judged,
  messages: readonly XmlMessage[],
): readonly NamedMessage[] => {
  const named = messages.map((message) => nameMessage(model, judged, message));
  return named.filter((one, index) => {
    const told = named.slice(0, index).filter((other) => other.at === one.at);
    return !told.some((other) => other.constraint === one.constraint || isEcho(one.message));
  });
};

/** After the fault of an item libxml2 says that the list or union is wrong as well. */
const isEcho = (message: XmlMessage): boolean => / is not a valid value of the .*type/.test(message.message);

const nameMessage = (model: SchemaModel, judged: Judged, message: XmlMessage): NamedMessage => {
  const path = locate(judged.tree, message.xpath ?? '', judged.depth) ?? [];
  const remark = readRemark(message.message);
  const declared = declaredIn(model, judged.tree, path);
  const parent = path.length === 0 ? undefined : declaredIn(model, judged.tree, path.slice(0, -1));
  const node = nodeAt(judged.tree, path);
  const parentNode = path.length === 0 ? undefined : nodeAt(judged.tree, path.slice(0, -1));
  const situation = { model, node, declared, parent, parentNode, remark };
  const constraint = ruleOf(situation);
  const attribute = remark.attribute === undefined ? '' : `/@${remark.attribute.name}`;
  return { constraint, path, at: pathText(judged.tree, path) + attribute, message, type: valueType(situation) };
};

const nodeAt = (tree: XmlElement, path: readonly number[]): XmlElement =>
  path.reduce((node, index) => elementsOf(node)[index] ?? node, tree);

/** Names from the root of a tree down to the element at some indices, for people. */
export const pathText = (tree: XmlElement, path: readonly number[]): string => {
  let node = tree;
  let text = `/${tree.name}`;
  for (const index of path) {
    const children = elementsOf(node);
    const child = children[index];
    if (child === undefined) return text;
    const position = children.slice(0, index + 1).filter((other) => other.name === child.name).length;
    text += position === 1 ? `/${child.name}` : `/${child.name}[${String(position)}]`;
    node = child;
  }
  return text;
};

const readRemark = (message: string): Remark => {
  const [, attribute, text = message] = /^Element '[^']*'(?:, attribute '([^']*)')?: ([^]*)$/.exec(message) ?? [];
  const [, named] = /^The attribute '([^']*)' is/.exec(text) ?? [];
  const name = attribute ?? named;
  const [, namespace = '', local = ''] = /^(?:\{(.*)\})?([^}]*)$/.exec(name ?? '') ?? [];
  return { text, attribute: name === undefined ? undefined : { namespace, name: local } };
};
