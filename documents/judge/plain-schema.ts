import { xsd } from '#xml/schema/names';
import { attributeOf, type XmlAttribute, type XmlElement, type XmlNode } from '#xml/tree';

/**
 * A schema document as libxml2 reads it right: it does not collapse the white space of names, and asks for elements that may
 * occur no time at all, which are no particles (part 1, 3.9.2). The same element where nothing has to be changed.
 */
export const plainSchema = (root: XmlElement): XmlElement => {
  if (root.namespace !== xsd || root.name === 'annotation') return root;
  const attributes = mapped(root.attributes, collapsed);
  const children = mapped(root.children.filter(isPart), (child) =>
    typeof child === 'string' ? child : plainSchema(child),
  );
  const isSame = attributes.every((one, index) => one === root.attributes[index]) && sameNodes(children, root.children);
  return isSame ? root : { ...root, attributes, children };
};

const mapped = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] => items.map(change);

const sameNodes = (some: readonly XmlNode[], others: readonly XmlNode[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/** Values of documents, and what has no part in any name. */
const kept: ReadonlySet<string> = new Set(['value', 'default', 'fixed', 'xpath', 'version', 'schemaLocation']);

const collapsed = (one: XmlAttribute): XmlAttribute => {
  if (one.namespace !== '' || kept.has(one.name) || !/^\s|\s$|\s\s|[\t\n\r]/.test(one.value)) return one;
  return { ...one, value: one.value.trim().replace(/[ \t\r\n]+/g, ' ') };
};

const particles: ReadonlySet<string> = new Set(['element', 'any', 'group', 'all', 'choice', 'sequence']);

const isPart = (child: XmlNode): boolean =>
  typeof child === 'string' ||
  child.namespace !== xsd ||
  !particles.has(child.name) ||
  Number(attributeOf(child, 'maxOccurs') ?? '1') !== 0;
