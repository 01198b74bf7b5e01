import { elementsOf, type XmlAttribute, type XmlElement } from '#xml/tree';
import { holesIn, type Draft, type Part } from './draft.ts';

/**
 * The path of the innermost node that holds all that differs between two drafts, written as in `Finding`; undefined when
 * nothing does. A child that was added or taken out counts as a difference of its parent.
 */
export const differenceOf = (before: Draft, after: Draft): string | undefined => {
  const inRequest = differenceIn(before.request, after.request, `/${before.request.name}`);
  const inPayloads = Object.keys(before.payloads).flatMap((hole) => {
    const path = differenceInPayload(before, after, hole);
    return path === undefined ? [] : [path];
  });
  const all = [...(inRequest === undefined ? [] : [inRequest]), ...inPayloads];
  return all.length < 2 ? all[0] : commonPath(all);
};

const differenceIn = (before: XmlElement, after: XmlElement, path: string): string | undefined => {
  if (before === after) return undefined;
  const attributes = differentAttributes(before, after);
  const children = differentChildren(before, after);
  if (!isNamedAlike(before, after) || children === undefined || attributes.length + children.length > 1) return path;
  const [attribute] = attributes;
  if (attribute !== undefined) return `${path}/@${attribute}`;
  const [index] = children;
  return index === undefined ? undefined : differenceInChild(before, after, { index, path });
};

const differenceInChild = (
  before: XmlElement,
  after: XmlElement,
  { index, path }: { readonly index: number; readonly path: string },
): string | undefined => {
  const [one, other] = [before.children[index], after.children[index]];
  if (one === undefined || other === undefined || typeof one === 'string' || typeof other === 'string') return path;
  return isNamedAlike(one, other) ? differenceIn(one, other, `${path}${stepTo(before, one)}`) : path;
};

const isNamedAlike = (one: XmlElement, other: XmlElement): boolean =>
  one.name === other.name && one.namespace === other.namespace;

/** Indexes of the children that differ; undefined when their number does. */
const differentChildren = (before: XmlElement, after: XmlElement): readonly number[] | undefined => {
  if (before.children.length !== after.children.length) return undefined;
  return before.children.flatMap((child, index) => (isSame(child, after.children[index]) ? [] : [index]));
};

const isSame = (one: XmlElement['children'][number], other: XmlElement['children'][number] | undefined): boolean => {
  if (typeof one === 'string' || typeof other === 'string' || other === undefined) return one === other;
  return differenceIn(one, other, '') === undefined;
};

const differentAttributes = (before: XmlElement, after: XmlElement): readonly string[] => {
  const lacks = (attributes: readonly XmlAttribute[], one: XmlAttribute): boolean =>
    !attributes.some(
      (other) => other.name === one.name && other.namespace === one.namespace && other.value === one.value,
    );
  const changed = [
    ...before.attributes.filter((one) => lacks(after.attributes, one)),
    ...after.attributes.filter((one) => lacks(before.attributes, one)),
  ];
  return [...new Set(changed.map((one) => one.name))];
};

const stepTo = (parent: XmlElement, child: XmlElement): string => {
  const position =
    elementsOf(parent)
      .filter(({ name }) => name === child.name)
      .indexOf(child) + 1;
  return position === 1 ? `/${child.name}` : `/${child.name}[${String(position)}]`;
};

/** The payload of a hole that is no longer there has gone with its node, which is a difference of the request. */
const differenceInPayload = (before: Draft, after: Draft, hole: string): string | undefined => {
  const [old, now] = [before.payloads[hole], after.payloads[hole]];
  if (old === now || old === undefined || now === undefined) return undefined;
  const holder = pathOfHole(before.request, hole, `/${before.request.name}`) ?? '';
  if (old.files.length !== now.files.length) return holder;
  const paths = old.files.flatMap((file, index) => {
    const other = now.files[index];
    if (other === undefined || other === file) return [];
    if (other.name !== file.name || file.content instanceof Uint8Array || other.content instanceof Uint8Array)
      return [holder];
    return [
      `${holder}!${old.form === 'single' ? '' : file.name}${differenceIn(file.content, other.content, `/${file.content.name}`) ?? ''}`,
    ];
  });
  return paths.length < 2 ? paths[0] : commonPath(paths);
};

/** What stands before the paths in a part of a draft: nothing, or the path of the node that holds it and the name of the file. */
export const pathOfPart = (draft: Draft, part: Part): string => {
  if (part === 'request') return '';
  const holder = pathOfHole(draft.request, part.hole, `/${draft.request.name}`) ?? '';
  const payload = draft.payloads[part.hole];
  return `${holder}!${payload?.form === 'single' ? '' : (payload?.files[part.file]?.name ?? '')}`;
};

const pathOfHole = (node: XmlElement, hole: string, path: string): string | undefined => {
  if (node.children.some((child) => typeof child === 'string' && holesIn(child).includes(hole))) return path;
  return elementsOf(node)
    .map((child) => pathOfHole(child, hole, `${path}${stepTo(node, child)}`))
    .find((found) => found !== undefined);
};

const commonPath = (paths: readonly string[]): string => {
  const [first = [], ...others] = paths.map((path) => path.split('/'));
  const length = first.findIndex((step, index) => others.some((other) => other[index] !== step));
  return (length === -1 ? first : first.slice(0, length)).join('/');
};
