import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromSchema,
  readSchemaBytes,
  violationsOf,
  type DocumentViolation,
  type XmlElement,
} from '#generators/any-schema';
import { documentText } from '#documents/schema/document-text';
import { allClauses } from './all.ts';

const open = (title: string) => {
  const clause = allClauses.find((one) => one.title === title);
  if (clause === undefined) throw new Error(`no clause '${title}'`);
  const schema = readSchemaBytes(clause.files, 's.xsd');
  const root = schema.roots.find(({ name }) => name === 'r');
  if (root === undefined) throw new Error(`'${title}' has no root r`);
  const textOf = (tree: XmlElement): string => documentText(schema.subject.model, tree);
  return { schema, root, textOf, verdictOf: (tree: XmlElement) => schema.judge(Buffer.from(textOf(tree))).verdict };
};

const nothing: XmlElement = { name: '', namespace: '', attributes: [], children: [] };

describe('a document shrinks to the smallest there is, and stays valid', () => {
  test.each([
    ['1:3.8.4 (1) a sequence', '<n1:r xmlns:n1="urn:t"><n1:a>0</n1:a><n1:b>0</n1:b><n1:c>0</n1:c></n1:r>'],
    ['1:3.8.4 (2) a choice', '<n1:r xmlns:n1="urn:t"><n1:a>0</n1:a></n1:r>'],
    ['1:3.8.4 (3) all', '<n1:r xmlns:n1="urn:t"><n1:a>0</n1:a><n1:c>0</n1:c></n1:r>'],
    ['1:3.9.2 unbounded', '<n1:r xmlns:n1="urn:t"><n1:a>0</n1:a></n1:r>'],
    ['1:3.9.4 recursion through a type', '<n1:r xmlns:n1="urn:t"><n1:a>0</n1:a></n1:r>'],
    ['1:3.4.2 mixed content', '<n1:r xmlns:n1="urn:t"/>'],
    ['1:3.2.2 optional, required and prohibited', '<n1:r xmlns:n1="urn:t" b="1970-01-01"/>'],
    ['1:3.11.4 (4.3) keyref', '<n1:r xmlns:n1="urn:t"><n1:k id="0"/></n1:r>'],
    ['2:3.3.9 IDREF beside ID', '<n1:r xmlns:n1="urn:t"><n1:i>a</n1:i></n1:r>'],
    ['2:4.3.5 enumeration', '<n1:r xmlns:n1="urn:t">een</n1:r>'],
    ['2:4.3.4 pattern', '<n1:r xmlns:n1="urn:t">0000AA</n1:r>'],
    ['2:4.3.2 minLength', '<n1:r xmlns:n1="urn:t">bouwen lang bericht lang bericht lang be</n1:r>'],
  ])('%s', (title, smallest) => {
    const { schema, root, textOf, verdictOf } = open(title);
    const tried: XmlElement[] = [];
    const failing = fc.property(fromSchema(schema, { root }).trees, (tree) => {
      tried.push(tree);
      return false;
    });

    fc.check(failing, { seed: 7, numRuns: 1 });

    expect(tried.filter((tree) => verdictOf(tree) !== 'valid').map(textOf)).toEqual([]);
    expect(textOf(tried.at(-1) ?? nothing)).toBe(smallest);
    schema.dispose();
  });
});

describe('a violation shrinks and stays one', () => {
  test.each([
    ['1:3.8.4 (1) a sequence', 's.xsd#r/order'],
    ['1:3.9.4 (1) occurrence of elements', 's.xsd#r/a/minOccurs'],
    ['1:3.11.4 (4.3) keyref', 's.xsd#r/f[2]/keyref'],
    ['1:3.11.4 (4.2) key, a required attribute', 's.xsd#r/u/key'],
    ['2:4.3.3 maxLength', 's.xsd#r/maxLength'],
    ['2:4.3.5 enumeration', 's.xsd#r/enumeration'],
  ])('%s: %s', (title, constraint) => {
    const { schema, root, textOf, verdictOf } = open(title);
    const tried: DocumentViolation[] = [];
    const own = violationsOf(schema, { root }).find((one) => one.constraint.id === constraint)?.violations;
    const failing = fc.property(own ?? fc.constant(undefined), (one) => {
      if (one !== undefined) tried.push(one);
      return false;
    });

    fc.check(failing, { seed: 7, numRuns: 1 });

    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter(({ tree }) => verdictOf(tree) !== 'invalid')).toEqual([]);
    expect(tried.filter(({ parent }) => verdictOf(parent) !== 'valid')).toEqual([]);
    const sizes = [tried[0], tried.at(-1)].map((one) => one && textOf(one.tree).length);
    expect(sizes[1]).toBeLessThanOrEqual(sizes[0] ?? 0);
    expect(sizes[1]).toBeLessThan(200);
    schema.dispose();
  });
});

test('the same seed gives the same documents', () => {
  const drawn = () => {
    const { schema, root, textOf } = open('1:3.11.4 (4.3) keyref');
    const trees = fc.sample(fromSchema(schema, { root }).trees, { seed: 3, numRuns: 20 });
    schema.dispose();
    return trees.map(textOf);
  };

  expect(drawn()).toEqual(drawn());
});
