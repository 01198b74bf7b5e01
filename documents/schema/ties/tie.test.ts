import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValidSchema } from '../read-valid.ts';
import { fromSchema } from '../from-schema.ts';

const drawn = (type: string): unknown => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="U"><xs:union memberTypes="xs:int xs:ID"/></xs:simpleType>
<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="${type}"/><xs:element name="b" type="xs:IDREF"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  return fc.sample(fromSchema(model, { namespace: '', name: 'r' }), { seed: 1, numRuns: 5 });
};

test('a reference to an ID that only a union gives is not made, and says why', () => {
  expect(() => drawn('U')).toThrow(
    'an ID that a union has is one for some validators only, so that nothing refers to it',
  );
  expect(drawn('xs:ID')).toHaveLength(5);
});
