import { clause, root, type Clause } from './clause.ts';

const a = '<xs:element name="a" type="xs:string"/>';
const b = '<xs:element name="b" type="xs:int"/>';
const c = '<xs:element name="c" type="xs:date"/>';
const optional = (one: string): string => one.replace('<xs:element ', '<xs:element minOccurs="0" ');
const times = (one: string, min: number, max: number | 'unbounded'): string =>
  one.replace(/^<xs:(\w+)/, `<xs:$1 minOccurs="${String(min)}" maxOccurs="${String(max)}"`);
const sequence = (...parts: readonly string[]): string => `<xs:sequence>${parts.join('')}</xs:sequence>`;
const choice = (...parts: readonly string[]): string => `<xs:choice>${parts.join('')}</xs:choice>`;
const all = (...parts: readonly string[]): string => `<xs:all>${parts.join('')}</xs:all>`;

/** Content models: part 1, 3.7 to 3.9. */
export const particles: readonly Clause[] = [
  clause('1, 3.4.2: empty content', root('')),
  clause('1, 3.8.4: a sequence', root(sequence(a, b, c))),
  clause('1, 3.8.4: a sequence of optional parts', root(sequence(optional(a), optional(b), optional(c)))),
  clause('1, 3.8.4: a choice', root(choice(a, b, c))),
  clause('1, 3.8.4: an optional choice', root(times(choice(a, b), 0, 1))),
  clause('1, 3.8.4: a repeated choice', root(times(choice(a, b), 1, 'unbounded'))),
  clause('1, 3.8.4: a choice counted', root(times(choice(a, b), 2, 3))),
  clause('1, 3.8.4: a choice with an optional branch', root(choice(optional(a), b))),
  clause('1, 3.8.4: a choice of sequences', root(choice(sequence(a, b), sequence(c, optional(a))))),
  clause('1, 3.8.4: all', root(all(a, b, c))),
  clause('1, 3.8.4: all with optional parts', root(all(optional(a), b, optional(c)))),
  clause('1, 3.8.4: an optional all', root(times(all(a, b), 0, 1))),
  clause('1, 3.9.4: occurrence of an element', root(sequence(times(a, 2, 4), b))),
  clause('1, 3.9.4: an element that is unbounded', root(sequence(times(a, 0, 'unbounded'), b))),
  clause('1, 3.9.4: an element at least three times', root(sequence(times(a, 3, 'unbounded')))),
  clause('1, 3.9.4: an element exactly three times', root(sequence(times(a, 3, 3), optional(b)))),
  clause('1, 3.9.4: an element that never comes', root(sequence(times(a, 0, 0), b))),
  clause('1, 3.9.4: a repeated sequence', root(times(sequence(a, b), 2, 3))),
  clause('1, 3.9.4: a repeated sequence with an optional part', root(times(sequence(a, optional(b)), 1, 'unbounded'))),
  clause('1, 3.9.4: sequences within sequences', root(sequence(sequence(a, sequence(b)), sequence(c)))),
  clause('1, 3.9.4: nested counting', root(sequence(times(sequence(times(a, 1, 2), b), 1, 2), c))),
  clause('1, 3.9.4: an optional group with a required part', root(sequence(times(sequence(a, b), 0, 1), c))),
  clause('1, 3.9.6: an emptiable group', root(sequence(times(sequence(optional(a), optional(b)), 0, 1), optional(c)))),
  clause('1, 3.9.4: one name in two branches', root(choice(sequence(a, b), sequence(c, a)))),
  clause('1, 3.9.4: one name twice in a sequence', root(sequence(a, b, a))),
  clause(
    '1, 3.7: a named group',
    `<xs:group name="g">${sequence(a, optional(b))}</xs:group>${root(sequence(c, '<xs:group ref="g"/>'))}`,
  ),
  clause(
    '1, 3.7: a named choice, repeated where it is used',
    `<xs:group name="g">${choice(a, b)}</xs:group>${root('<xs:group ref="g" minOccurs="2" maxOccurs="4"/>')}`,
  ),
  clause(
    '1, 3.7: groups within groups',
    `<xs:group name="g">${sequence(a, '<xs:group ref="h" minOccurs="0"/>')}</xs:group><xs:group name="h">${choice(b, c)}</xs:group>${root('<xs:group ref="g"/>')}`,
  ),
  clause('1, 3.7: a named all', `<xs:group name="g">${all(a, b)}</xs:group>${root('<xs:group ref="g"/>')}`),
  clause(
    '1, 3.3: a reference to a global element',
    `<xs:element name="g" type="xs:int"/>${root(sequence('<xs:element ref="g" minOccurs="0" maxOccurs="2"/>', a))}`,
  ),
  clause(
    '1, 3.8.6: recursion that ends',
    `<xs:complexType name="T">${sequence(a, '<xs:element name="t" type="T" minOccurs="0" maxOccurs="2"/>')}</xs:complexType><xs:element name="r" type="T"/>`,
  ),
  clause(
    '1, 3.8.6: recursion through a choice',
    `<xs:complexType name="T">${choice(a, sequence('<xs:element name="t" type="T"/>', '<xs:element name="u" type="T"/>'))}</xs:complexType><xs:element name="r" type="T"/>`,
  ),
  clause(
    '1, 3.8.6: recursion through two types',
    `<xs:complexType name="T">${sequence('<xs:element name="u" type="U" minOccurs="0"/>')}</xs:complexType><xs:complexType name="U">${sequence('<xs:element name="t" type="T" maxOccurs="3"/>')}</xs:complexType><xs:element name="r" type="T"/>`,
  ),
  clause(
    '1, 3.8.6: recursion through a global element',
    `<xs:element name="r"><xs:complexType>${sequence(optional(a), '<xs:element ref="r" minOccurs="0"/>')}</xs:complexType></xs:element>`,
  ),
];
