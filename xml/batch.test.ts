import { expect, test } from 'vitest';
import { validateBatch } from './batch.ts';

const file = (content: string): Uint8Array => Buffer.from(content);
const schema = {
  entry: 'a.xsd',
  files: new Map([
    [
      'a.xsd',
      file(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="b.xsd"/><xs:element name="a" type="T"/></xs:schema>',
      ),
    ],
    [
      'b.xsd',
      file(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>',
      ),
    ],
  ]),
};

test('gives each document its own verdict, in order', async () => {
  const results = await validateBatch(
    [
      file('<a>1</a>'),
      file('<a>x</a>'),
      file('<a>'),
      file(''),
      file('\uFEFF<a>2\n</a>'),
      file('<a>'.repeat(400)),
      file('<p:a>1</p:a>'),
    ],
    schema,
  );

  expect(results.map(({ verdict }) => verdict)).toEqual([
    ...['valid', 'invalid', 'not-well-formed', 'not-well-formed', 'valid', 'undecided', 'not-well-formed'],
  ]);
  expect(results[1]?.messages.join()).toContain(`'x' is not a valid value of the atomic type 'T'`);
});

test('takes UTF-16', async () => {
  const [result] = await validateBatch([Buffer.from('\uFEFF<a>1</a>', 'utf16le')], schema);

  expect(result?.verdict).toBe('valid');
});

test('a batch larger than one start of xmllint keeps its order', async () => {
  const documents = Array.from({ length: 1203 }, (_, index) =>
    file(`<a>${index % 100 === 3 ? 'x' : String(index)}</a>`),
  );
  const results = await validateBatch(documents, schema);
  const invalid = results.flatMap(({ verdict }, index) => (verdict === 'invalid' ? [index] : []));

  expect(invalid).toEqual(
    Array.from({ length: 13 }, (_, hundred) => hundred * 100 + 3).filter((index) => index < 1203),
  );
});

test('no documents give no results', async () => {
  expect(await validateBatch([], schema)).toEqual([]);
});

test('a schema that does not compile, or is not there, is an error', async () => {
  await expect(
    validateBatch([file('<a/>')], { entry: 'a.xsd', files: new Map([['a.xsd', file('<a/>')]]) }),
  ).rejects.toThrow('failed to compile');
  await expect(validateBatch([file('<a/>')], { ...schema, entry: 'c.xsd' })).rejects.toThrow(
    'no such schema: c.xsd; give it among the files',
  );
});
