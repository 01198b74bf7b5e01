import type { Field, Part } from './drawn-fields.ts';
import type { DrawnFolder } from './drawn-folder.ts';

/** An element of a drawn contract. */
export interface Tree {
  readonly name: string;
  /** What it holds as text; undefined for one that holds elements. */
  readonly part: Part | undefined;
  readonly attributes: readonly { readonly name: string; readonly part: Part }[];
  readonly children: readonly Tree[];
  readonly isOptional: boolean;
}

const optional: ReadonlySet<Part | undefined> = new Set<Part | undefined>([
  ...(['medium', 'publisher', 'publicationDate', 'rectifies', 'text'] as const),
]);

/** Whether a field may be left out. */
export const isOptional = (part: Part | undefined): boolean => optional.has(part);

/** What a message, or its content, holds: a tree of all fields there. */
export const treeOf = ({ fields, request, root }: DrawnFolder, place: Field['in']): Tree => {
  const bare: Tree = {
    ...{ name: place === 'message' ? request : root, part: undefined },
    ...{ attributes: [], children: [], isOptional: false },
  };
  return fields.filter((field) => field.in === place).reduce((tree, field) => withField(tree, field, field.path), bare);
};

const withField = (tree: Tree, field: Field, [name, ...rest]: readonly string[]): Tree => {
  if (name === undefined) return ended(tree, field);
  const known = tree.children.find((one) => one.name === name);
  const bare = { name, part: undefined, attributes: [], children: [], isOptional: isOptional(field.part) };
  const child = withField(known ?? bare, field, rest);
  const others = tree.children.filter((one) => one !== known);
  return { ...tree, children: [...others, child] };
};

const ended = (tree: Tree, { attribute, part }: Field): Tree =>
  attribute === undefined
    ? { ...tree, part }
    : { ...tree, attributes: [...tree.attributes, { name: attribute, part }] };
