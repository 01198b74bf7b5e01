import { parseTree } from '#xml/parse';
import { xsd } from '#xml/schema/names';
import { doctypeOf } from '#xml/schema/prolog';
import { attributeOf, elementsOf } from '#xml/tree';
import { XmlError } from '#xml/xml-error';

/** A reference of one schema document to another: its location, or for an import without one its namespace. */
export interface Link {
  readonly location: string;
  readonly kind: 'location' | 'namespace';
}

/** The documents that a schema document asks for; none for what is not read as XML, which the reader of schemas tells by line. */
export const linksIn = (bytes: Uint8Array): readonly Link[] => {
  const doctype = doctypeOf(bytes);
  if (doctype?.needed !== undefined) return [];
  try {
    return elementsOf(parseTree(doctype?.without ?? bytes))
      .filter(({ namespace, name }) => namespace === xsd && askers.has(name))
      .flatMap((one): readonly Link[] => {
        const location = attributeOf(one, 'schemaLocation')?.trim();
        if (location !== undefined) return [{ location, kind: 'location' }];
        const namespace = one.name === 'import' ? attributeOf(one, 'namespace')?.trim() : undefined;
        return namespace === undefined ? [] : [{ location: namespace, kind: 'namespace' }];
      });
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
};

const askers: ReadonlySet<string> = new Set(['include', 'import', 'redefine']);
