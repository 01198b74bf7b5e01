/** A small schema that stands for one clause of XSD 1.0; its root is the element `r`. */
export interface Clause {
  /** Part and section, and what of it. */
  readonly clause: string;
  /** Files by name; the entry is `s.xsd`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const wrap = (body: string, attributes: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>${body}</xs:schema>`;

const usual = 'targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified"';

/** A schema of one document: the body of `xs:schema`, with `urn:t` as target and default namespace. */
export const clause = (name: string, body: string, attributes = usual): Clause =>
  clauseOf(name, { 's.xsd': wrap(body, attributes) });

/** A schema of several documents. */
export const clauseOf = (name: string, documents: Readonly<Record<string, string>>): Clause => ({
  clause: name,
  files: new Map(Object.entries(documents).map(([file, text]) => [file, new TextEncoder().encode(text)])),
});

/** A document of such a schema: the body, and the attributes of `xs:schema`. */
export const document = (body: string, attributes = usual): string => wrap(body, attributes);

/** The root `r` with this content model and attributes. */
export const root = (content: string): string =>
  `<xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element>`;

/** The root `r` of a simple type. */
export const value = (restriction: string): string =>
  `<xs:element name="r"><xs:simpleType>${restriction}</xs:simpleType></xs:element>`;

/** A restriction of a built-in type by facets: `{ maxLength: '3' }`, or several of a kind. */
export const restriction = (base: string, facets: readonly (readonly [kind: string, value: string])[]): string => {
  const written = facets.map(([kind, text]) => `<xs:${kind} value="${escape(text)}"/>`).join('');
  return `<xs:restriction base="${base.includes(':') ? base : `xs:${base}`}">${written}</xs:restriction>`;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
