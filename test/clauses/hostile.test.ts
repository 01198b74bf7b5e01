import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '#documents/schema/document-text';
import { fromSchema } from '#documents/schema/from-schema';
import { GenerationError } from '#documents/schema/generation-error';
import { readValidSchema } from '#documents/schema/read-valid';
import { createShared } from '#documents/schema/shared';
import { createViolators } from '#documents/violation/violator';
import { SchemaError } from '#xml/schema/schema-error';

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const element = (content: string): string =>
  `<xs:element name="r"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
const text = (facets: string): string =>
  `<xs:element name="r"><xs:simpleType><xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType></xs:element>`;

const inSchema = (body: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t">${body}</xs:schema>`;

/** Length of the longest of a few documents, or why there are none. */
const made = (body: string): number | string => {
  try {
    const model = readValidSchema(new Map([['s.xsd', new TextEncoder().encode(inSchema(body))]]), 's.xsd');
    const trees = fromSchema(model, { namespace: 'urn:t', name: 'r' });
    return Math.max(...fc.sample(trees, { seed: 1, numRuns: 5 }).map((tree) => documentText(model, tree).length));
  } catch (error) {
    if (error instanceof GenerationError || error instanceof SchemaError) return error.message;
    throw error;
  }
};

/** Runs this in so many seconds of this thread's own work at most, however busy the machine is. */
const within = <Result>(seconds: number, act: () => Result): Result => {
  const before = process.threadCpuUsage();
  const result = act();
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  return result;
};

/** What does not end is ended with the step that it is in. */
const patient = { timeout: 0 } as const;

describe('documents stay small', patient, () => {
  test.each([
    [
      'a type without values, where it is optional and deep',
      '<xs:element name="r" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="t" type="T" minOccurs="0"/><xs:element name="x" type="Leeg" minOccurs="0"/></xs:sequence></xs:complexType><xs:simpleType name="Leeg"><xs:restriction base="xs:string"><xs:length value="2"/><xs:pattern value="aaa"/></xs:restriction></xs:simpleType>',
    ],
    ['a maxOccurs of a million', element('<xs:element name="a" type="xs:int" maxOccurs="1000000"/>')],
    [
      'thirty children that can hold one another',
      `<xs:element name="r" type="T"/><xs:complexType name="T"><xs:sequence>${times(30, (n) => `<xs:element name="e${String(n)}" type="T" minOccurs="0" maxOccurs="unbounded"/>`)}</xs:sequence></xs:complexType>`,
    ],
    [
      'six levels of twelve children each',
      `<xs:element name="r" type="T0"/>${times(6, (level) => `<xs:complexType name="T${String(level)}"><xs:sequence>${times(12, (n) => `<xs:element name="e${String(n)}" type="${level === 5 ? 'xs:int' : `T${String(level + 1)}`}" minOccurs="0" maxOccurs="unbounded"/>`)}</xs:sequence></xs:complexType>`)}`,
    ],
    [
      'twenty thousand optional children',
      element(times(20_000, (n) => `<xs:element name="e${String(n)}" type="xs:int" minOccurs="0"/>`)),
    ],
    ['a pattern that repeats what repeats', text('<xs:pattern value="((a*)*b|(x+x+)+y)"/>')],
    ['a pattern with counts within counts', text('<xs:pattern value="((a{0,100}){0,100}){0,100}"/>')],
  ])('%s', (_, body) => {
    expect(within(10, () => made(body))).toBeLessThan(100_000);
  });
});

describe('thousands of rows are told apart', patient, () => {
  const rows = (amount: number, constraints: string): string =>
    `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="c" minOccurs="${String(amount)}" maxOccurs="unbounded"><xs:complexType><xs:attribute name="i" type="xs:unsignedShort" use="required"/><xs:attribute name="j" type="xs:unsignedShort" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType>${constraints}</xs:element>`;
  const tied = (kind: string, field: string): string =>
    `<xs:${kind.split(' ')[0] ?? ''} ${kind.split(' ').slice(1).join(' ')}><xs:selector xpath="c"/><xs:field xpath="${field}"/></xs:${kind.split(' ')[0] ?? ''}>`;

  test.each([
    ['a key of numbers', 10_000, tied('key name="k"', '@i')],
    [
      'references that must differ as well',
      3000,
      `${tied('key name="k"', '@i')}${tied('keyref name="f" refer="k"', '@j')}${tied('unique name="u"', '@j')}`,
    ],
  ])('by %s', (_, amount, constraints) => {
    const model = readValidSchema(new Map([['s.xsd', Buffer.from(inSchema(rows(amount, constraints)))]]), 's.xsd');
    const trees = fromSchema(model, { namespace: 'urn:t', name: 'r' });
    const [tree] = within(60, () => fc.sample(trees, { seed: 1, numRuns: 1 }));
    const values = (tree?.children ?? []).map((row) =>
      typeof row === 'string' ? '' : (row.attributes[0]?.value ?? ''),
    );

    expect(values.length).toBeGreaterThanOrEqual(amount);
    expect(new Set(values.map(Number)).size).toBe(values.length);
  });
});

describe('violations stay small', patient, () => {
  test('of a group that comes a hundred times and holds ninety of what may hold it again', () => {
    const group = `<xs:element name="r"><xs:complexType><xs:sequence minOccurs="3" maxOccurs="100"><xs:element name="a" minOccurs="10" maxOccurs="99"/><xs:element name="b" minOccurs="10" maxOccurs="99"/></xs:sequence></xs:complexType></xs:element>`;
    const model = readValidSchema(new Map([['s.xsd', new TextEncoder().encode(inSchema(group))]]), 's.xsd');
    const root = { namespace: 'urn:t', name: 'r' };
    const shared = createShared();
    const violators = createViolators(model, root, { shared });
    const lengthsOf = (id: string): readonly number[] => {
      const { present = [], edit = () => undefined } = violators.of(id) ?? {};
      const edits = fromSchema(model, root, { shared, present: new Set(present) }).map(edit);
      const [one] = fc.sample(edits, { seed: 1, numRuns: 1 });
      return one === undefined
        ? []
        : fc.sample(one, { seed: 1, numRuns: 2 }).map(({ tree }) => documentText(model, tree).length);
    };
    const lengths = within(20, () => violators.constraints.flatMap(({ id }) => lengthsOf(id)));

    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThan(500_000);
  });
});

describe('what can not be made is named before the first document', patient, () => {
  test.each([
    [
      'a minOccurs of a million',
      element('<xs:element name="a" type="xs:int" minOccurs="1000000" maxOccurs="1000000"/>'),
      's.xsd:1: s.xsd#r: its smallest document has more elements than are made',
    ],
    [
      'groups that double 25 times, though nothing uses them',
      `${times(25, (n) => `<xs:group name="g${String(n)}"><xs:sequence><xs:group ref="g${String(n + 1)}"/><xs:group ref="g${String(n + 1)}"/></xs:sequence></xs:group>`)}<xs:group name="g25"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group><xs:element name="r"/>`,
      's.xsd:1: content model: it has more than 100000 particles',
    ],
    [
      'attribute groups that double 25 times',
      `${times(25, (n) => `<xs:attributeGroup name="g${String(n)}"><xs:attributeGroup ref="g${String(n + 1)}"/><xs:attributeGroup ref="g${String(n + 1)}"/></xs:attributeGroup>`)}<xs:attributeGroup name="g25"><xs:attribute name="a"/></xs:attributeGroup><xs:element name="r"/>`,
      "s.xsd:1: xs:attributeGroup 'g13': it has more than 10000 attributes",
    ],
    [
      'unions that double 25 times',
      `${times(25, (n) => `<xs:simpleType name="u${String(n)}"><xs:union memberTypes="u${String(n + 1)} u${String(n + 1)}"/></xs:simpleType>`)}<xs:simpleType name="u25"><xs:restriction base="xs:int"/></xs:simpleType><xs:element name="r" type="u0"/>`,
      's.xsd:1: xs:union: it has more than 1000 member types',
    ],
    [
      'a type derived in thousands of steps',
      `<xs:complexType name="t0"/>${times(3000, (n) => `<xs:complexType name="t${String(n + 1)}"><xs:complexContent><xs:extension base="t${String(n)}"/></xs:complexContent></xs:complexType>`)}<xs:element name="r" type="t3000"/>`,
      's.xsd:1: type: it is derived in more than 200 steps',
    ],
    [
      'thousands of types that each hold any of them',
      `<xs:complexType name="B"/>${times(3300, (n) => `<xs:complexType name="D${String(n)}"><xs:complexContent><xs:extension base="B"><xs:sequence><xs:element name="e" type="B" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`)}<xs:element name="r" type="B"/>`,
      's.xsd:1: type: the elements in it and in others can have more than 10000000 types in all, since xsi:type may name derived ones',
    ],
    [
      'an element thousands of steps from the head of its substitution group',
      `<xs:element name="e0" type="xs:int"/>${times(3000, (n) => `<xs:element name="e${String(n + 1)}" substitutionGroup="e${String(n)}"/>`)}<xs:element name="r" type="xs:int"/>`,
      's.xsd:1: substitutionGroup: it leads over more than 200 elements',
    ],
    [
      'types that nest in one another a thousand times',
      `<xs:element name="r" type="t0"/>${times(1000, (n) => `<xs:complexType name="t${String(n)}"><xs:sequence><xs:element name="a" type="t${String(n + 1)}" minOccurs="0"/></xs:sequence></xs:complexType>`)}<xs:complexType name="t1000"/>`,
      's.xsd:1: s.xsd#r: its documents can be more than 200 elements deep',
    ],
    [
      'types that double 25 times',
      `<xs:element name="r" type="t0"/>${times(25, (n) => `<xs:complexType name="t${String(n)}"><xs:sequence><xs:element name="a" type="t${String(n + 1)}"/><xs:element name="b" type="t${String(n + 1)}"/></xs:sequence></xs:complexType>`)}<xs:complexType name="t25"/>`,
      's.xsd:1: s.xsd#r: its smallest document has more elements than are made',
    ],
    [
      'a length of 100 million',
      text('<xs:length value="100000000"/>'),
      's.xsd:1: s.xsd#r: a length of 100000000 is more than is made (1000000); give it a smaller minLength in a copy of the schema',
    ],
    [
      'a pattern of a million characters',
      text('<xs:pattern value="[a-z]{1000000}"/>'),
      's.xsd:1: s.xsd#r: no value was found that keeps all its facets; it may have none',
    ],
    [
      'a type without values, where it has to be',
      '<xs:element name="r" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="t" type="T" minOccurs="0"/><xs:element name="x" type="Leeg"/></xs:sequence></xs:complexType><xs:simpleType name="Leeg"><xs:restriction base="xs:string"><xs:length value="2"/><xs:pattern value="aaa"/></xs:restriction></xs:simpleType>',
      's.xsd:1: s.xsd#Leeg: no value was found that keeps all its facets; it may have none',
    ],
    [
      'an element that holds itself',
      '<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="r"/></xs:sequence></xs:complexType></xs:element>',
      's.xsd:1: s.xsd#r: no document with this root is ever complete',
    ],
    [
      'a key of booleans for three elements',
      `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:boolean" minOccurs="3" maxOccurs="3"/></xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="*"/><xs:field xpath="."/></xs:key></xs:element>`,
      's.xsd:1: s.xsd#r: no document was found that keeps its identity constraints, ID and IDREF',
    ],
  ])('%s', (_, body, said) => {
    expect(within(10, () => made(body))).toBe(said);
  });
});
