import type { Part } from './drawn-fields.ts';
import { type DrawnFolder, bodies } from './drawn-folder.ts';

/** The simple types of the drawn contracts. */
export type TypeName = 'Type' | 'Reference' | 'Title' | 'Body' | 'Kind' | 'Medium' | 'Day' | 'Base64' | 'Text';

const typeNames: Readonly<Record<Part, TypeName>> = {
  ...{ documentType: 'Type', reference: 'Reference', title: 'Title', medium: 'Medium' },
  ...{ authority: 'Body', publisher: 'Body', authorityKind: 'Kind', publisherKind: 'Kind' },
  ...{ publicationDate: 'Day', rectifies: 'Text', content: 'Base64', notice: 'Text', text: 'Text' },
};

/** The type of what a field holds. */
export const typeOf = (part: Part): TypeName => typeNames[part];

/** The values of each type that is a list in a drawn contract. */
export const listsOf = ({
  types,
  media,
  listsBodies,
}: DrawnFolder): Readonly<Partial<Record<TypeName, readonly string[]>>> => ({
  Type: types,
  ...(media === undefined ? {} : { Medium: media }),
  ...(listsBodies ? { Body: [...new Set(Object.values(bodies).flat())], Kind: Object.keys(bodies) } : {}),
});

/** Global simple types, by their names. */
export const simpleTypes = (folder: DrawnFolder): string => {
  const lists = listsOf(folder);
  const enumerated = Object.entries(lists).map(([name, values]) =>
    restriction(name, 'string', values.map(enumeration)),
  );
  const lengths = { Reference: folder.room.reference, Title: folder.room.title };
  const texts = (['Body', 'Kind', 'Medium', 'Reference', 'Title', 'Text'] as const)
    .filter((name) => lists[name] === undefined)
    .map((name) => {
      const most = name === 'Reference' || name === 'Title' ? lengths[name] : undefined;
      return restriction(name, 'string', most === undefined ? [] : [`<xs:maxLength value="${String(most)}"/>`]);
    });
  return [...enumerated, ...texts, restriction('Day', 'date', []), restriction('Base64', 'base64Binary', [])].join(
    '\n  ',
  );
};

const restriction = (name: string, base: string, facets: readonly string[]): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:${base}">${facets.join('')}</xs:restriction></xs:simpleType>`;

const enumeration = (value: string): string => `<xs:enumeration value="${value}"/>`;
