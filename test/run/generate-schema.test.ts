import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileSchema } from '#xml/validator';
import { orderSchema } from '../samples/order-schema.ts';
import { orderRules } from '../samples/order-rules.ts';
import { inProcess } from './in-process.ts';
import { temporaryFolder, threePas } from './three-pas.ts';

interface Entry {
  readonly file?: string;
  readonly kind: string;
  readonly root?: string;
  readonly constraint?: string;
  readonly operator?: string;
  readonly seed?: number;
  readonly path?: string;
  readonly reason?: string;
}

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

const indexOf = (out: string): readonly Entry[] =>
  readFileSync(join(out, 'index.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

const digestOf = (out: string): string => {
  const hash = createHash('sha256');
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name)).sort();
  for (const path of paths) hash.update(path.slice(out.length)).update(readFileSync(path));
  return hash.digest('hex');
};

describe('3pas generate --schema', () => {
  test('writes valid documents, violations of each constraint and variants, the same for the same seed', async () => {
    const folder = folderWith({ 'order.xsd': orderSchema, 'rules.sch': orderRules });
    const args = ['--schema', join(folder, 'order.xsd'), '--schematron', join(folder, 'rules.sch'), '-n', '30'];
    const outs = ['one', 'two'].map((name) => join(folder, name));

    const ended = await Promise.all(
      outs.map((out) => threePas(['generate', ...args, '--seed', '7', '--violations', '--variants', '--out', out])),
    );

    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const [out = '', other = ''] = outs;
    expect(digestOf(out)).toBe(digestOf(other));
    const entries = indexOf(out);
    const validator = compileSchema(new Map([['order.xsd', Buffer.from(orderSchema)]]), 'order.xsd');
    const verdicts = entries
      .filter(({ file }) => file !== undefined)
      .map(({ file = '', kind, constraint = '' }) => {
        const isRight = kind !== 'violation' || constraint.startsWith('rules.sch');
        return { file, right: (validator.validate(readFileSync(join(out, file))).length === 0) === isRight };
      });
    validator.dispose();
    expect(verdicts.filter(({ right }) => !right)).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'untested').map(({ constraint }) => constraint)).toEqual([
      'rules.sch#one',
    ]);
    expect(entries[0]).toEqual({
      file: 'order/000000000001-valid.xml',
      kind: 'valid',
      root: '{urn:o}order',
      seed: expect.any(Number) as number,
      path: '0',
    });
  });

  test('makes documents for each global element, and finds imports in the catalogue', async () => {
    const xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
    const folder = folderWith({
      'all.xsd': `<xs:schema ${xs} xmlns:p="urn:p"><xs:import namespace="urn:p" schemaLocation="http://example.org/p.xsd"/><xs:element name="A" type="p:t"/><xs:element name="a" type="xs:int"/><xs:element name="never"><xs:complexType><xs:sequence><xs:element ref="never"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
      'catalog/p.xsd': `<xs:schema ${xs} targetNamespace="urn:p"><xs:simpleType name="t"><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}"/></xs:restriction></xs:simpleType></xs:schema>`,
    });
    const out = join(folder, 'out');

    const { code } = await threePas([
      'generate',
      ...['--schema', join(folder, 'all.xsd'), '--catalog', join(folder, 'catalog'), '-n', '2', '--out', out],
    ]);

    expect(code).toBe(0);
    expect(indexOf(out).map(({ file, kind, root }) => [file, kind, root])).toEqual([
      ['A/000000000001-valid.xml', 'valid', 'A'],
      ['A/000000000002-valid.xml', 'valid', 'A'],
      ['a-2/000000000003-valid.xml', 'valid', 'a'],
      ['a-2/000000000004-valid.xml', 'valid', 'a'],
      [undefined, 'untested', 'never'],
    ]);
  });
});

describe('3pas generate --schema ends with exit code 2 and one sentence', () => {
  const xs = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">';
  const folder = folderWith({
    'order.xsd': orderSchema,
    'text.xsd': 'no XML',
    'typo.xsd': `${xs}\n<xs:element name="a" type="xs:strng"/></xs:schema>`,
    'import.xsd': `${xs}\n<xs:include schemaLocation="gone.xsd"/></xs:schema>`,
    'web.xsd': `${xs}<xs:import namespace="urn:p" schemaLocation="http://example.org/p.xsd"/>\n<xs:element name="a" xmlns:p="urn:p" type="p:t"/></xs:schema>`,
    'unlocated.xsd': `${xs}<xs:import namespace="other"/>\n<xs:element name="a" xmlns:o="other" type="o:t"/></xs:schema>`,
    'types.xsd': `${xs}<xs:simpleType name="t"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>`,
    'ring.xsd': `${xs}<xs:element name="a"><xs:complexType><xs:sequence><xs:element ref="a"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    'phase.sch': '<schema xmlns="http://purl.oclc.org/dsdl/schematron">\n<phase id="p"/></schema>',
    'never.sch': orderRules.replace('count(o:customer) = 1', 'count(o:customer) = 2'),
  });

  test.each([
    [['--schema', 'none.xsd'], 'there is no schema'],
    [['--schema', 'text.xsd'], 'text.xsd:1: XML'],
    [['--schema', 'typo.xsd'], "typo.xsd:2: xs:element 'a': XSD 1.0 has no type"],
    [['--schema', 'import.xsd'], "import.xsd:2: xs:include: no such file: 'gone.xsd'"],
    [
      ['--schema', 'web.xsd'],
      'http://example.org/p.xsd is not beside the schema and nothing is fetched; give a folder that has it with --catalog',
    ],
    [
      ['--schema', 'unlocated.xsd'],
      '(other is not beside the schema and nothing is fetched; give a folder that has it',
    ],
    [['--schema', 'types.xsd'], 'declares no element that can be the root'],
    [['--schema', 'ring.xsd'], 'nothing can be made of'],
    [['--schema', 'order.xsd', '--root', 'ordr'], 'root "ordr" is no global element, did you mean "order"?'],
    [['--schema', 'order.xsd', '--catalog', 'none'], 'there is no catalogue'],
    [['--schema', 'order.xsd', '--schematron', 'none.sch'], "can't be read"],
    [['--schema', 'order.xsd', '--schematron', 'phase.sch'], 'phase.sch:2: sch:phase in sch:schema is outside'],
    [['--schema', 'order.xsd', '--schematron', 'never.sch'], 'never.sch:8: no document with the root {urn:o}order'],
    [['--schema', 'order.xsd', '--document-type', 'Melding'], "cannot be used with option '--schema"],
    [['--root', 'order'], '--root goes with --schema'],
  ])('for %j', async (args, said) => {
    const named = args.map((one) => (/\.\w+$|^none$/.test(one) ? join(folder, one) : one));
    const { code, stderr } = await inProcess([
      'generate',
      ...named,
      '-n',
      '2',
      '--out',
      join(folder, 'out', said.replace(/\W/g, '-')),
    ]);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) as string });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('and leaves no file behind that is not what it says', () => {
    expect(existsSync(join(folder, 'out/disputed.xml'))).toBe(false);
  });
});
