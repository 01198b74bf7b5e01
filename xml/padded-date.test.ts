import { expect, test } from 'vitest';
import { isPaddedDate } from './padded-date.ts';
import { validateBatch } from './batch.ts';
import { compileSchema } from './validator.ts';

const said = (text: string, type = 'date') => ({
  message: `Element 'a': '${text}' is not a valid value of the atomic type 'xs:${type}'.`,
});

test.each([
  ['\n  2024-02-29 ', 'date', true],
  ['2024-02-29+01:00\t', 'date', true],
  [' 2024-02-30', 'date', false],
  [' 2023-02-29', 'date', false],
  ['2024-02-29', 'date', false],
  ['\u00A02024-02-29', 'date', false],
  [' 2024-02-29T24:00:00Z', 'dateTime', true],
  [' 2024-02-29T24:00:01Z', 'dateTime', false],
  [' 23:59:59.5', 'time', true],
  [' morgen', 'date', false],
  [' P1Y ', 'duration', true],
  [' P ', 'duration', false],
  [' P1YT ', 'duration', false],
  ['2024 ', 'gYear', true],
  ['2024-13 ', 'gYearMonth', false],
  [' --02-29', 'gMonthDay', true],
  [' --02-30', 'gMonthDay', false],
  [' --04-31', 'gMonthDay', false],
  [' ---31Z', 'gDay', true],
  [' --12', 'gMonth', true],
  [' 12', 'int', false],
] as const)('%j as %s', (text, type, expected) => {
  expect(isPaddedDate(said(text, type))).toBe(expected);
});

test('a schema that names a date directly takes white space around it, and no other day', async () => {
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:date"/></xs:schema>';
  const { validate, dispose } = compileSchema(new Map([['a.xsd', Buffer.from(schema)]]), 'a.xsd');

  expect(validate(Buffer.from('<a> 2024-02-29\n</a>'))).toEqual([]);
  expect(validate(Buffer.from('<a> 2024-02-30\n</a>'))).toHaveLength(1);
  dispose();

  const texts = [' 2024-02-29 ', ' 2024-02-30 ', '\n2024-02-29'].map((text) => Buffer.from(`<a>${text}</a>`));
  const others = await validateBatch(texts, { files: new Map([['a.xsd', Buffer.from(schema)]]), entry: 'a.xsd' });
  expect(others.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'undecided']);
});
