import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { xsi } from '#xml/schema/names';
import type { XmlAttribute, XmlElement, XmlNode } from '#xml/tree';
import { deliveryOf } from './delivery.ts';
import { generationForTests } from '../test/samples/generation.ts';
import { inFull } from '../test/samples/in-full.ts';
import { variant, variantKinds } from './variant.ts';

const generation = await generationForTests();
const { contract, oracle, context } = generation;
const types = contract.documentTypes.map(({ name }) => name);
const each = inFull(15, 4);
const number = '000000000042';

/** What a message means: names, values and text, the payloads opened, white space between elements left out. */
const meaning = (bytes: Uint8Array): unknown => meaningOf(parseTree(bytes));

const meaningOf = ({ name, namespace, attributes, children }: XmlElement): unknown => ({
  name: `{${namespace}}${name}`,
  attributes: Object.fromEntries(
    attributes.filter(saysSomething).map((one) => [`{${one.namespace}}${one.name}`, one.value]),
  ),
  children: withoutSpace(children).map((child) => (typeof child === 'string' ? opened(name, child) : meaningOf(child))),
});

/** The same of values that are written otherwise: without white space around them, and what stands before a number. */
const valued = (bytes: Uint8Array): unknown =>
  JSON.parse(
    JSON.stringify(meaning(bytes))
      .replace(/"(?:\\n|\s)*([^"]*?)(?:\\n|\s)*"/g, '"$1"')
      .replace(/"[+0](\d+)"/g, '"$1"'),
  );

/** A declared type and the place of a schema tell nothing new, and an id of the Body is for signatures. */
const saysSomething = ({ namespace }: XmlAttribute): boolean => namespace !== xsi && !namespace.includes('/wss/');

const withoutSpace = (children: readonly XmlNode[]): readonly XmlNode[] =>
  children.some((child) => typeof child !== 'string') &&
  children.every((child) => typeof child !== 'string' || child.trim() === '')
    ? children.filter((child) => typeof child !== 'string')
    : children;

const opened = (name: string, text: string): unknown => {
  const bytes = Buffer.from(text, 'base64');
  if (name === 'Gml') return meaning(bytes);
  if (name !== 'InhoudZip') return text;
  return Object.entries(unzipSync(bytes)).map(([file, content]) => [
    file,
    file.endsWith('.xml') ? meaning(content) : Buffer.from(content).toString('base64'),
  ]);
};

const sameBytes = new Set(['chunked', 'expect-continue', 'zip-deflated', 'charset-in-quotes']);

describe.each(variantKinds)('%s', (kind) => {
  const variants = types.flatMap((type) => fc.sample(variant(generation, type, kind), { seed: 5, numRuns: each }));

  test('means the same as the usual message', () => {
    const read = kind === 'equal-values' ? valued : meaning;
    for (const one of variants) {
      expect(read(one.message(number))).toEqual(read(deliveryOf(generation, one.draft).message(number)));
    }
  });

  test('is valid for the oracle', () => {
    for (const one of variants)
      expect(oracle.judge(one.message(number), context)).toMatchObject({ verdict: 'valid', findings: [] });
  });

  test(sameBytes.has(kind) ? 'has the usual bytes' : 'has other bytes', () => {
    for (const one of variants) {
      const usual = Buffer.from(deliveryOf(generation, one.draft).message(number));
      expect(usual.equals(one.message(number))).toBe(sameBytes.has(kind));
    }
  });

  test('has no processing instruction', () => {
    const texts = variants.map((one) =>
      new TextDecoder(one.contentType.includes('16') ? undefined : 'utf-8').decode(one.message(number)),
    );
    for (const text of texts) expect(text.replace(/^<\?xml [^?]*\?>/, '')).not.toContain('<?');
  });
});

test('UTF-16 is declared in the content type', () => {
  const [one] = fc.sample(variant(generation, types[0] ?? '', 'utf-16-big-endian'), { seed: 1, numRuns: 1 });

  expect(one?.contentType).toBe('text/xml; charset=utf-16');
  expect(
    Buffer.from(one?.message(number) ?? [])
      .subarray(0, 2)
      .toString('hex'),
  ).toBe('feff');
});
