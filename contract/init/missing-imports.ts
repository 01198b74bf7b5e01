import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { Namespaces } from '../folder/qname.ts';
import { namespaces } from '../wsdl/names.ts';

const naming: ReadonlySet<string> = new Set(['type', 'ref', 'base', 'itemType', 'memberTypes', 'substitutionGroup']);

/** The schema with the imports that XSD asks for and tools of services leave out. */
export const withImports = (
  schema: XmlElement,
  scope: Namespaces,
  byNamespace: ReadonlyMap<string, string>,
): XmlElement => {
  const own = attributeOf(schema, 'targetNamespace')?.trim() ?? '';
  const imported = elementsOf(schema)
    .filter(({ namespace, name }) => namespace === namespaces.xsd && name === 'import')
    .map((one) => attributeOf(one, 'namespace')?.trim() ?? '');
  const missing = [...new Set(namespacesIn(schema, scope))].filter(
    (namespace) => namespace !== own && !imported.includes(namespace) && byNamespace.has(namespace),
  );
  if (missing.length === 0) return schema;
  return { ...schema, children: [...missing.map((namespace) => importOf(namespace, byNamespace)), ...schema.children] };
};

const importOf = (namespace: string, byNamespace: ReadonlyMap<string, string>): XmlElement => ({
  name: 'import',
  namespace: namespaces.xsd,
  attributes: Object.entries({
    ...(namespace === '' ? {} : { namespace }),
    schemaLocation: byNamespace.get(namespace) ?? '',
  }).map(([name, value]) => ({ name, namespace: '', value })),
  children: [],
});

/** The namespaces of what is named in values; a name without a prefix is of the default namespace. */
const namespacesIn = (element: XmlElement, outer: Namespaces): readonly string[] => {
  const scope = { ...outer, ...element.prefixes };
  const own =
    element.namespace === namespaces.xsd
      ? element.attributes.filter(({ name, namespace }) => namespace === '' && naming.has(name))
      : [];
  const named = own
    .flatMap(({ value }) => value.trim().split(/\s+/))
    .flatMap((name) => {
      const [first = '', second] = name.split(':');
      return scope[second === undefined ? '' : first] ?? [];
    });
  return [...named, ...elementsOf(element).flatMap((child) => namespacesIn(child, scope))];
};
