/**
 * The files of a schema with content models that take the same elements in any order and number, so that a validator goes on to
 * what each of them holds. What is written otherwise than in UTF-8 stays as it is.
 */
export const looseFiles = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...files].map(([name, bytes]) => [name, name.endsWith('.xsd') ? loosened(bytes) : bytes]));

const loosened = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(
        /<((?:[\w.-]+:)?)(?:sequence|all|choice)(?=[\s/>])[^>]*?(\/?)>/g,
        '<$1choice minOccurs="0" maxOccurs="unbounded"$2>',
      )
      .replace(/<\/((?:[\w.-]+:)?)(?:sequence|all|choice)(?=[\s>])/g, '</$1choice')
      .replace(/<(?:[\w.-]+:)?(?:element|group|any)(?=[\s/>])[^>]*>/g, (tag) =>
        tag.replace(/\s(?:min|max)Occurs\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
      ),
  );
