import { posix } from 'node:path';
import { parseTree } from '#xml/parse';
import { xsd } from '#xml/schema/names';
import { serialize } from '#xml/serialize';
import { attributeOf, type XmlElement } from '#xml/tree';
import { linksIn } from './schema-links.ts';
import type { SchemaFiles } from './schema-files.ts';

/** The documents of a schema for who knows no catalogue: locations that it resolves are written out as relative names. */
export const withPlainLocations = ({ files, catalog }: SchemaFiles): SchemaFiles['files'] => {
  if (catalog === undefined) return files;
  return new Map(
    [...files].map(([name, bytes]) => {
      const resolve = (location: string): string | undefined =>
        catalog(location) ?? catalog(relativeTo(name, location));
      const needed = linksIn(bytes).some(({ location }) => resolve(location) !== undefined);
      return [name, needed ? relocated(bytes, name, resolve) : bytes];
    }),
  );
};

const relativeTo = (from: string, location: string): string =>
  URL.canParse(location) ? location : posix.normalize(posix.join(posix.dirname(from), location));

type Resolve = (location: string) => string | undefined;

const relocated = (bytes: Uint8Array, name: string, resolve: Resolve): Uint8Array => {
  const root = parseTree(bytes);
  const children = root.children.map((child) => (typeof child === 'string' ? child : mended(child, name, resolve)));
  return Buffer.from(serialize({ ...root, children }));
};

const mended = (child: XmlElement, name: string, resolve: Resolve): XmlElement => {
  if (child.namespace !== xsd) return child;
  const location = attributeOf(child, 'schemaLocation')?.trim();
  const namespace = child.name === 'import' ? attributeOf(child, 'namespace')?.trim() : undefined;
  const target = [location, namespace].map((one) => one && resolve(one)).find((one) => one !== undefined && one !== '');
  if (target === undefined) return child;
  const others = child.attributes.filter((one) => one.name !== 'schemaLocation');
  const value = posix.relative(posix.dirname(name), target);
  return { ...child, attributes: [...others, { name: 'schemaLocation', namespace: '', value }] };
};
