import { describe, expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { isTooMuch } from './libxml-work.ts';

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const optional = (count: number): string => times(count, (n) => `<xs:element name="e${String(n)}" minOccurs="0"/>`);

const tooMuch = (content: string): boolean => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType>${content}</xs:complexType></xs:element></xs:schema>`;
  return isTooMuch(readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd'));
};

describe('what libxml2 would need too long or too much memory for', () => {
  test.each([
    ['thousands of optional elements in a row', `<xs:sequence>${optional(2000)}</xs:sequence>`],
    [
      'tens of thousands that must come',
      `<xs:sequence>${times(12000, (n) => `<xs:element name="e${String(n)}"/>`)}</xs:sequence>`,
    ],
    [
      'a wide choice after each of many',
      `<xs:sequence>${times(4000, (n) => `<xs:choice minOccurs="0"><xs:element name="a${String(n)}"/><xs:element name="b${String(n)}"/></xs:choice>`)}</xs:sequence>`,
    ],
  ])('%s', (_, content) => {
    expect(tooMuch(content)).toBe(true);
  });

  test.each([
    [
      'thousands that must come',
      `<xs:sequence>${times(9000, (n) => `<xs:element name="e${String(n)}"/>`)}</xs:sequence>`,
    ],
    [
      'a choice of thousands, again and again',
      `<xs:choice maxOccurs="unbounded">${times(9000, (n) => `<xs:element name="e${String(n)}"/>`)}</xs:choice>`,
    ],
    ['hundreds of optional elements', `<xs:sequence>${optional(300)}</xs:sequence>`],
    [
      'groups that repeat within groups that repeat',
      `${'<xs:sequence minOccurs="0" maxOccurs="9">'.repeat(200)}<xs:element name="a"/>${'</xs:sequence>'.repeat(200)}`,
    ],
  ])('but not %s', (_, content) => {
    expect(tooMuch(content)).toBe(false);
  });
});
