import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '#generators/schema/document-text';
import { fromSchema } from '#generators/schema/from-schema';
import { readValidSchema } from '#generators/schema/read-valid';
import { createSchemaOracle } from '#generators/schema/schema-oracle';
import { violationsFrom, type SchemaViolation } from '#generators/violation/violations';
import type { XmlElement } from '#xml/tree';
import { allClauses } from './all.ts';

const open = (title: string) => {
  const clause = allClauses.find((one) => one.title === title);
  if (clause === undefined) throw new Error(`no clause '${title}'`);
  const model = readValidSchema(clause.files, 's.xsd');
  const root = [...model.elements.values()].find(({ name }) => name.name === 'r')?.name;
  if (root === undefined) throw new Error(`'${title}' has no root r`);
  return { model, root, oracle: createSchemaOracle(model, clause.files, 's.xsd') };
};

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
    ['2:4.3.2 minLength', `<n1:r xmlns:n1="urn:t">${'a'.repeat(40)}</n1:r>`],
  ])('%s', (title, smallest) => {
    const { model, root, oracle } = open(title);
    const tried: XmlElement[] = [];
    const failing = fc.property(fromSchema(model, root), (tree) => {
      tried.push(tree);
      return false;
    });

    fc.check(failing, { seed: 7, numRuns: 1 });

    expect(tried.filter((tree) => oracle.judge(tree) !== 'valid').map((tree) => documentText(model, tree))).toEqual([]);
    expect(documentText(model, tried.at(-1) ?? { name: '', namespace: '', attributes: [], children: [] })).toBe(
      smallest,
    );
    oracle.dispose();
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
    const { model, root, oracle } = open(title);
    const tried: SchemaViolation[] = [];
    const violations = violationsFrom(model, root, { oracle: oracle.judge }).of(constraint);
    const failing = fc.property(violations ?? fc.constant(undefined), (one) => {
      if (one !== undefined) tried.push(one);
      return false;
    });

    fc.check(failing, { seed: 7, numRuns: 1 });

    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter(({ tree }) => oracle.judge(tree) !== 'invalid')).toEqual([]);
    expect(tried.filter(({ parent }) => oracle.judge(parent) !== 'valid')).toEqual([]);
    const sizes = [tried[0], tried.at(-1)].map((one) => one && documentText(model, one.tree).length);
    expect(sizes[1]).toBeLessThanOrEqual(sizes[0] ?? 0);
    expect(sizes[1]).toBeLessThan(200);
    oracle.dispose();
  });
});

test('the same seed gives the same documents', () => {
  const drawn = () => {
    const { model, root, oracle } = open('1:3.11.4 (4.3) keyref');
    oracle.dispose();
    return fc.sample(fromSchema(model, root), { seed: 3, numRuns: 20 }).map((tree) => documentText(model, tree));
  };

  expect(drawn()).toEqual(drawn());
});
