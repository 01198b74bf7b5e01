import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { loadFaces } from './faces/load-faces.ts';
import { generationOf } from '../test/samples/generation.ts';
import { judgeExamples, rehearse } from './rehearse.ts';

const contract = readContract('test/contracts/bouwmelding');
const folder = '/contract';

/** What is said of faces with this code. */
const refusal = async (name: string, faces: string, more = ''): Promise<string> => {
  const file = join(folder, name);
  const source = `export default ({ fc, roles, calendar, today }) => (${faces});\n${more}`;
  const files = new Map([...contract.files, [name, new TextEncoder().encode(source)]]);
  const own: Contract = { ...contract, directory: folder, faces: file, files };
  const generation = generationOf(own, await loadFaces(own));
  try {
    rehearse(generation);
    return 'no complaint';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
};

const starts = (day: string): string => `apply: (draft) => roles.set(draft, 'aanvang', ${day})`;
const kept = `satisfy: { ${starts('today')} }`;

describe('rehearse', () => {
  test.each([['contract/2020-01'], ['test/contracts/bouwmelding'], ['test/contracts/post']])(
    'has nothing to say of %s',
    async (directory) => {
      const own = readContract(directory);
      const generation = generationOf(own, await loadFaces(own));

      expect(() => {
        rehearse(generation);
        judgeExamples(generation);
      }).not.toThrow();
    },
  );

  test.each([
    [
      'role.mjs',
      `{ 'aanvang-komt-nog': { satisfy: { apply: (draft) => roles.set(draft, 'anvang', today) } } }`,
      /role\.mjs:1: satisfy of 'aanvang-komt-nog' fails: no role 'anvang'.*; correct it$/,
    ],
    ['number.mjs', `{ 'aanvang-komt-nog': { satisfy: { ${starts('5')} } } }`, 'a role is given number: give it a text'],
    [
      'value.mjs',
      `{ 'aanvang-komt-nog': { satisfy: { ${starts("'morgen'")} } } }`,
      /value\.mjs: a valid sloop was generated wrong: melding\.xsd#.*; correct the faces$/,
    ],
    [
      'same.mjs',
      `{ 'aanvang-komt-nog': { ${kept}, violate: { apply: (draft) => draft } } }`,
      /same\.mjs:1: rule 'aanvang-komt-nog' of sloop was not broken by itself/,
    ],
    [
      'needs.mjs',
      `{ 'aanvang-komt-nog': { ${kept}, violate: { needs: ['nee'], ${starts("'2000-01-01'")} } } }`,
      "no role 'nee'",
    ],
    ['async.mjs', 'Promise.resolve({})', 'the default export gives no faces'],
  ])('refuses %s', async (name, faces, said) => {
    const told = await refusal(name, faces);

    expect(told).toMatch(/^ContractError: /);
    expect(told).toMatch(said);
  });

  test.each([
    ['shape-role.mjs', "() => ({ present: ['nergens'] })", "no role 'nergens'"],
    ['shape-null.mjs', '() => null', 'shape of sloop gives no shape'],
    ['shape-values.mjs', "() => ({ values: { titel: 'x' } })", 'shape of sloop gives no shape'],
  ])('refuses %s', async (name, shape, said) => {
    const told = await refusal(name, `{ 'aanvang-komt-nog': { ${kept} } }`, `export const shape = ${shape};`);

    expect(told).toMatch(/^ContractError: /);
    expect(told).toContain(said);
  });
});

test('an example that a rule refuses is named with its line', async () => {
  const late = Buffer.from(contract.files.get('voorbeelden/sloop.xml') ?? [])
    .toString()
    .replace('2099-01-05', '1999-01-05');
  const own: Contract = {
    ...contract,
    files: new Map([...contract.files, ['voorbeelden/sloop.xml', Buffer.from(late)]]),
  };
  const generation = generationOf(own, await loadFaces(own));

  expect(() => {
    judgeExamples(generation);
  }).toThrow(
    'voorbeelden/sloop.xml:8: the example is refused, regels.sch#aanvang-komt-nog: The start lies in the past. Choose today or later; correct it',
  );
});
