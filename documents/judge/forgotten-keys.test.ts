import { describe, expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { parseTree } from '#xml/parse';
import { compileSchema } from '#xml/validator';
import { isForgottenKey } from './forgotten-keys.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
<xs:element name="s" maxOccurs="4"><xs:complexType><xs:sequence><xs:element name="i" type="xs:int" maxOccurs="3"/></xs:sequence></xs:complexType>
<xs:key name="k"><xs:selector xpath="i"/><xs:field xpath="."/></xs:key></xs:element>
<xs:element name="f" type="xs:int" maxOccurs="3"/></xs:sequence></xs:complexType>
<xs:keyref name="kr" refer="k"><xs:selector xpath="f"/><xs:field xpath="."/></xs:keyref></xs:element></xs:schema>`;

const files = new Map([['s.xsd', Buffer.from(schema)]]);
const model = readSchema(files, 's.xsd');

/** What libxml2 says of a document: one answer for each message. */
const pardons = (text: string): readonly boolean[] => {
  const validator = compileSchema(files, 's.xsd');
  const tree = parseTree(Buffer.from(text));
  const messages = validator.validate(Buffer.from(text));
  validator.dispose();
  return messages.map((message) => isForgottenKey(model, tree, message));
};

describe('a reference that libxml2 finds no key for', () => {
  test('is pardoned where several elements state the key', () => {
    expect(pardons('<r><s><i>1</i><i>2</i></s><s><i>1</i><i>2</i><i>3</i></s><f>3</f></r>')).toStrictEqual([true]);
  });

  test('counts where one does', () => {
    expect(pardons('<r><s><i>1</i><i>2</i></s><f>3</f></r>')).toStrictEqual([false]);
  });

  test('pardons nothing else', () => {
    expect(pardons('<r><s><i>1</i></s><s><i>1</i></s><f>x</f></r>')).not.toContain(true);
  });
});
