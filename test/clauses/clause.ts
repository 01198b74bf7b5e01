/** A small schema that stands for a clause of XSD 1.0; without `refused` it is valid. */
export interface Clause {
  /** Part and clause, then what of it is shown: `1:3.3.4 (3.2) a nil element has no content`. */
  readonly title: string;
  /** Schema documents by name; `s.xsd` is the entry. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is said of a schema that breaks the clause. */
  readonly refused: string | undefined;
}

/** Declarations for the namespace `urn:t`, a whole `<xs:schema>`, or several documents by name, the entry `s.xsd`. */
export type Sketch = string | Readonly<Record<string, string>>;

const encoder = new TextEncoder();

const whole = (body: string): string =>
  body.trimStart().startsWith('<xs:schema')
    ? body.replace('<xs:schema', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"')
    : `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">${body}</xs:schema>`;

const filesOf = (sketch: Sketch): Clause['files'] =>
  new Map(
    Object.entries(typeof sketch === 'string' ? { 's.xsd': sketch } : sketch).map(([name, body]) => [
      name,
      encoder.encode(whole(body)),
    ]),
  );

/** Valid schemas by title. */
export const clauses = (sketches: Readonly<Record<string, Sketch>>): readonly Clause[] =>
  Object.entries(sketches).map(([title, sketch]) => ({ title, files: filesOf(sketch), refused: undefined }));

/** Schemas that break a clause, with what is said of them; file and line stand in front of it. */
export const broken = (
  sketches: Readonly<Record<string, readonly [sketch: Sketch, said: string]>>,
): readonly Clause[] =>
  Object.entries(sketches).map(([title, [sketch, refused]]) => ({ title, files: filesOf(sketch), refused }));
