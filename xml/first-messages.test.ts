import { expect, test } from 'vitest';
import { withDocument } from './document.ts';
import { compileSchema } from './validator.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="part" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="number" type="xs:int" maxOccurs="unbounded"/>
    </xs:sequence><xs:attribute name="size" type="xs:int"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:unique name="once"><xs:selector xpath="part"/><xs:field xpath="@size"/></xs:unique></xs:element>
</xs:schema>`;
const validator = compileSchema(new Map([['list.xsd', Buffer.from(schema)]]), 'list.xsd');

const part = (count: number, value: string, size = 'x'): string =>
  `<part size="${size}">${`<number>${value}</number>`.repeat(count)}</part>`;

/** The messages, and how many numbers are left in the document: each has one character. */
const judged = (xml: string, most?: number) =>
  withDocument(Buffer.from(xml), ({ root }) => {
    const messages = validator.validateElement(root, most);
    return { messages, left: root.content.length };
  });

const wrong = `<list>${part(3, 'a')}${part(200, 'b')}${part(2, 'c')}</list>`;

test.each([1, 2, 3, 7, 50])('the first %i messages are those that come first without a bound', (most) => {
  expect(judged(wrong, most).messages).toEqual(judged(wrong).messages.slice(0, most));
});

test('what stands behind the last message is not looked at any more', () => {
  expect(judged(wrong, 5).left).toBeLessThan(20);
  expect(judged(wrong).left).toBe(205);
});

test('a bound that is not met changes nothing', () => {
  const right = `<list>${part(300, '1', '1')}${part(3, '2', '2')}</list>`;

  expect(judged(right, 5)).toEqual({ messages: [], left: 303 });
  expect(judged(`<list>${part(2, '1', '1')}${part(2, '2', '1')}</list>`, 5).messages).toHaveLength(1);
});

test('thousands of errors one after another leave the library as it was', () => {
  for (let count = 0; count < 50; count += 1) expect(judged(wrong, 2).messages).toHaveLength(2);

  expect(judged(`<list>${part(1, '1', '1')}</list>`, 2).messages).toEqual([]);
});
