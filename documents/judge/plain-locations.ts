import { posix } from 'node:path';
import { parseTree } from '#xml/parse';
import { locate } from '#xml/schema/documents';
import { xsd } from '#xml/schema/names';
import { doctypeOf } from '#xml/schema/prolog';
import { serialize } from '#xml/serialize';
import { attributeOf, element, elementsOf, type XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import type { SchemaFiles } from '../load/schema-files.ts';
import { plainSchema } from './plain-schema.ts';

/**
 * The documents of a schema for who knows no catalogue and reads one document a namespace: locations are written out as relative
 * names, and where several documents of a namespace are imported, one is put in their place that includes them.
 */
export const withPlainLocations = (schema: SchemaFiles): SchemaFiles['files'] => {
  const documents = new Map([...schema.files].map(([name, bytes]) => [name, openSchema(bytes)]));
  const plan: Plan = { schema, bundles: bundlesOf(schema, documents) };
  const written = [...schema.files].map(([name, bytes]): readonly [string, Uint8Array] => {
    const document = documents.get(name);
    return [name, document === undefined ? bytes : (rewritten(plan, name, document) ?? bytes)];
  });
  const made = [...plan.bundles.values()].filter(({ name }) => name !== schema.entry);
  return new Map([...written, ...made.map((one): readonly [string, Uint8Array] => [one.name, bundleText(one)])]);
};

/** Documents of one namespace, and the one that includes them all. */
interface Bundle {
  readonly name: string;
  readonly namespace: string;
  readonly parts: readonly string[];
}

interface Plan {
  readonly schema: SchemaFiles;
  readonly bundles: ReadonlyMap<string, Bundle>;
}

/** A schema document that could be read, as libxml2 reads it right. */
interface Opened {
  readonly root: XmlElement;
  readonly isChanged: boolean;
}

const openSchema = (bytes: Uint8Array): Opened | undefined => {
  const doctype = doctypeOf(bytes);
  const root = doctype?.needed === undefined ? rootOf(doctype?.without ?? bytes) : undefined;
  if (root === undefined) return undefined;
  const plain = plainSchema(root);
  return { root: plain, isChanged: plain !== root || doctype !== undefined };
};

const rootOf = (bytes: Uint8Array): XmlElement | undefined => {
  try {
    return parseTree(bytes);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

/** Namespaces of which more than one document is imported; the schema itself counts for its own. */
const bundlesOf = (schema: SchemaFiles, documents: ReadonlyMap<string, Opened | undefined>): Plan['bundles'] => {
  const parts = new Map<string, Set<string>>();
  const own = documents.get(schema.entry)?.root;
  if (own !== undefined) parts.set(attributeOf(own, 'targetNamespace') ?? '', new Set([schema.entry]));
  for (const [name, document] of documents)
    for (const child of document === undefined ? [] : elementsOf(document.root)) {
      const target = isXsd(child, 'import') ? hinted(schema, name, child) : undefined;
      const namespace = namespaceOf(child) ?? '';
      if (target !== undefined) parts.set(namespace, (parts.get(namespace) ?? new Set()).add(target));
    }
  const several = [...parts].filter(([, names]) => names.size > 1);
  return new Map(
    several.map(([namespace, names], index) => [
      namespace,
      {
        name: names.has(schema.entry) ? schema.entry : unused(schema, `imports-${String(index + 1)}.xsd`),
        namespace,
        parts: [...names].filter((name) => name !== schema.entry),
      },
    ]),
  );
};

const unused = ({ files }: SchemaFiles, name: string): string =>
  files.has(name) ? unused({ files, entry: '' }, `_${name}`) : name;

const isXsd = (one: XmlElement, ...names: readonly string[]): boolean =>
  one.namespace === xsd && names.includes(one.name);

const namespaceOf = (one: XmlElement): string | undefined => attributeOf(one, 'namespace')?.trim();

/** The document that a location leads to. */
const hinted = (schema: SchemaFiles, from: string, child: XmlElement): string | undefined => {
  const location = attributeOf(child, 'schemaLocation')?.trim();
  const name = location === undefined ? undefined : locate(schema, from, location);
  return name !== undefined && schema.files.has(name) ? name : undefined;
};

/** The document that an import, include or redefinition leads to, by its location, its namespace or its bundle. */
const targetOf = ({ schema, bundles }: Plan, from: string, child: XmlElement): string | undefined => {
  const namespace = isXsd(child, 'import') ? namespaceOf(child) : undefined;
  const bundle = isXsd(child, 'import') ? bundles.get(namespace ?? '') : undefined;
  if (bundle !== undefined) return bundle.name;
  const listed = namespace === undefined ? undefined : locate(schema, from, namespace);
  return hinted(schema, from, child) ?? (listed !== undefined && schema.files.has(listed) ? listed : undefined);
};

/** A document with plain locations, without inclusions that lead nowhere; undefined when it is so already. */
const rewritten = (plan: Plan, name: string, { root, isChanged: isOtherwise }: Opened): Uint8Array | undefined => {
  const children = root.children.flatMap((child) => {
    if (typeof child === 'string' || !isXsd(child, 'import', 'include', 'redefine')) return child;
    const target = targetOf(plan, name, child);
    // What includes itself includes nothing new, and libxml2 takes all that it declares for declared twice.
    if ((target === undefined || target === name) && !isXsd(child, 'import')) return [];
    const location = target === undefined ? undefined : posix.relative(posix.dirname(name), target);
    if (location === undefined || attributeOf(child, 'schemaLocation') === location) return child;
    const others = child.attributes.filter((one) => one.name !== 'schemaLocation');
    return { ...child, attributes: [...others, { name: 'schemaLocation', namespace: '', value: location }] };
  });
  const includes = [...plan.bundles.values()].filter((one) => one.name === name).flatMap(includesOf);
  const isChanged = isOtherwise || root.children.some((child, index) => child !== children[index]);
  if (!isChanged && includes.length === 0) return undefined;
  return Buffer.from(serialize({ ...root, children: [...includes, ...children] }));
};

const includesOf = ({ name, parts }: Bundle): readonly XmlElement[] =>
  parts.map((part) => ({
    ...element(xsd, 'include'),
    attributes: [{ name: 'schemaLocation', namespace: '', value: posix.relative(posix.dirname(name), part) }],
  }));

const bundleText = (bundle: Bundle): Uint8Array =>
  Buffer.from(
    serialize({
      ...element(xsd, 'schema'),
      attributes: bundle.namespace === '' ? [] : [{ name: 'targetNamespace', namespace: '', value: bundle.namespace }],
      children: includesOf(bundle),
    }),
  );
