import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { element } from '#xml/tree';
import { drawnFor } from '../faces.ts';
import { loadFaces } from './load-faces.ts';
import { generationForTests } from '../../test/samples/generation.ts';

const generation = await generationForTests();
const { contract } = generation;
const folder = '/contract';

const load = (name: string, source: string) => {
  const bytes = new TextEncoder().encode(source);
  return loadFaces({ ...contract, directory: folder, faces: join(folder, name), files: new Map([[name, bytes]]) });
};

/** The generation of a contract whose author's file has this name. */
const generationWith = (name: string) => ({ ...generation, contract: { ...contract, faces: join(folder, name) } });

describe('loadFaces', () => {
  test('a contract without rules.mjs has no faces', async () => {
    const faces = await loadFaces({ ...contract, faces: undefined });

    expect([faces.rules(generation), faces.shape(generation, 'Melding')]).toEqual([{}, {}]);
  });

  test('a file that does not parse is named', async () => {
    await expect(load('syntax.mjs', 'export default (')).rejects.toThrow(/syntax\.mjs: the file can't be loaded/);
  });

  test('a file that exports no function is refused', async () => {
    await expect(load('object.mjs', 'export default {}')).rejects.toThrow(
      'object.mjs: the file has no default export that is a function of the api; add one',
    );
  });
});

describe('rules', () => {
  test('every rule of the contract has faces', () => {
    expect(Object.keys(generation.faces.rules(generation)).toSorted()).toEqual(
      contract.rules.map(({ id }) => id).toSorted(),
    );
  });

  test('faces for a rule that is not there are refused', async () => {
    const faces = await load('unknown.mjs', `export default () => ({ 'postcode-form': {} })`);

    expect(() => faces.rules(generation)).toThrow("'postcode-form', which is no rule of rules.sch");
  });

  test('a face without apply is refused', async () => {
    const faces = await load('empty.mjs', `export default () => ({ 'postcode-vorm': { violate: {} } })`);

    expect(() => faces.rules(generation)).toThrow("'postcode-vorm' has a face without an apply function");
  });

  test.each([
    [
      'throws.mjs',
      `() => { throw new Error('no list') }`,
      /throws\.mjs:1: the default export fails: no list; correct it/,
    ],
    ['nothing.mjs', '() => undefined', 'nothing.mjs: the default export gives no faces'],
    ['null.mjs', `() => ({ 'postcode-vorm': null })`, "'postcode-vorm' has a face without an apply function"],
    ['near.mjs', `() => ({ 'postcode-vrom': {} })`, 'did you mean "postcode-vorm"?'],
  ])('%s is refused', async (name, source, said) => {
    const faces = await load(name, `export default ${source}`);

    expect(() => faces.rules(generationWith(name))).toThrow(said);
  });
});

describe('a face', () => {
  const faceOf = async (name: string, face: string) => {
    const faces = await load(name, `export default ({ fc }) => ({\n'postcode-vorm': ${face} })`);
    const found = faces.rules(generationWith(name))['postcode-vorm'];
    if (found === undefined) throw new Error('the face is gone');
    return found;
  };
  const draft = { documentType: 'Melding', request: element('', 'x'), payloads: {} };

  test('that throws is named, with the line', async () => {
    const { satisfy } = await faceOf('thrower.mjs', '{ satisfy: { apply: () => { null.x } } }');

    expect(() => satisfy?.apply(draft, 1, 'Melding')).toThrow(
      /thrower\.mjs:2: satisfy of 'postcode-vorm' fails: Cannot read properties of null .*; correct it/,
    );
  });

  test('must give a draft, and only violate may give none', async () => {
    const { satisfy, violate } = await faceOf('none.mjs', '{ satisfy: { apply() {} }, violate: { apply() {} } }');

    expect(() => satisfy?.apply(draft, 1, 'Melding')).toThrow("satisfy of 'postcode-vorm' gives no draft");
    expect(violate?.apply(draft, 1, 'Melding')).toBeUndefined();
  });

  test('must draw from an arbitrary', async () => {
    const face = await faceOf('draw.mjs', '{ satisfy: { from: 5, apply: (one) => one } }');

    expect(() => drawnFor(face.satisfy ?? {}, 'Melding')).toThrow("from in satisfy of 'postcode-vorm' is no arbitrary");
  });
});
