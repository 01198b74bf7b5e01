import type { Contract } from '#contract/contract';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';

/** A constraint on the structure of the message, by the declaration that it is of. */
export interface Structure {
  readonly schema: string;
  /** The type, or the way to it through elements with a type of their own. */
  readonly type: string;
  /** The element of that type that it is about; undefined where it is about all of them. */
  readonly own: string | undefined;
}

/** Kinds of constraints by which elements are missing, too many or in the wrong place; an attribute is told in many ways. */
const ofStructure = /^(?:minOccurs|maxOccurs|order|choice|content|text)$/;

/** The declaration that a constraint on the structure of the message is of; undefined for any other constraint. */
export const structureOf = (constraint: string, { schemas }: Contract): Structure | undefined => {
  const [schema = '', path = ''] = constraint.split('#', 2);
  const steps = path.split('/');
  if (schema !== schemas.message || steps.length < 2 || !ofStructure.test(steps.at(-1) ?? '')) return undefined;
  // Which elements have a type with text only, its constraints do not say.
  if (steps.length === 2) return steps[1] === 'content' ? undefined : { schema, type: steps[0] ?? '', own: undefined };
  const own = steps.at(-2);
  return own?.startsWith('@') === true ? undefined : { schema, type: steps.slice(0, -2).join('/'), own };
};

/** All names of elements that the constraints on the message know. */
export const knownElements = ({ constraints, schemas }: Contract): ReadonlySet<string> =>
  new Set(
    constraints
      .filter(({ id }) => id.startsWith(`${schemas.message}#`))
      .flatMap(({ id }) =>
        id
          .slice(id.indexOf('#') + 1)
          .split('/')
          .slice(1, -1),
      ),
  );

/**
 * Names of elements that a validator may rightly name for a structure that is wrong: what is missing or too much, what stands
 * beside, around or in it, and what comes next. Undefined where the message can't be read.
 */
export const touchedBy = (
  { schema, type, own }: Structure,
  { constraints }: Contract,
  message: Uint8Array,
): ReadonlySet<string> | undefined => {
  const within = `${schema}#${type}/`;
  const siblings = new Set(
    constraints.flatMap(({ id }) => {
      const [child, ...more] = id.startsWith(within) ? id.slice(within.length).split('/') : [];
      return child === undefined || more.length === 0 ? [] : [child];
    }),
  );
  if (own !== undefined) siblings.add(own);
  const tree = treeOf(message);
  return tree && new Set([...siblings, ...type.split('/'), ...around(tree, undefined, siblings)]);
};

const treeOf = (message: Uint8Array): XmlElement | undefined => {
  try {
    return parseTree(message);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

/** Parents of these elements, all that stands in such a parent, and what comes behind it; what is empty may be one that lacks them. */
const around = (parent: XmlElement, next: string | undefined, names: ReadonlySet<string>): readonly string[] => {
  const children = elementsOf(parent);
  const isConcerned = children.length === 0 || children.some(({ name }) => names.has(name));
  const here = isConcerned ? [parent.name, ...(next === undefined ? [] : [next]), ...namesIn(parent)] : [];
  const isLeaf = parent.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return [
    ...(children.length === 0 && isLeaf ? [] : here),
    ...children.flatMap((child, index) => around(child, children[index + 1]?.name ?? next, names)),
  ];
};

const namesIn = (parent: XmlElement): readonly string[] =>
  elementsOf(parent).flatMap((child) => [child.name, ...namesIn(child)]);
