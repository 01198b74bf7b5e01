import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readSigner } from '#cli/seal/signer';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import type { Manifest } from '#bundle/manifest';
import { filesIn, withManifest } from './sealed.ts';
import { type SignerFiles, makeSigner } from './signers.ts';

const folder = temporaryFolder();
const at = (...names: readonly string[]): string => join(folder, ...names);
const right = readFileSync('contract/2020-01/examples/Melding.xml', 'utf8');

let signer: SignerFiles;
const withKey = (): readonly string[] => ['--cert', signer.certificate, '--key', signer.key, '--lang', 'en'];
beforeAll(async () => {
  signer = await makeSigner(folder);
  mkdirSync(at('paren'));
  writeFileSync(at('paren', '1-request.xml'), right);
  writeFileSync(at('paren', '2-request.xml'), right.replace('>Woerden<', '>Den Haag<'));
  await inProcess(['import', at('paren'), '--out', at('opname'), '--reporter', 'table', '--test-data']);
  await inProcess(['seal', at('opname'), ...withKey(), '--out', at('pakket.zip')]);
});

const verified = async (...args: readonly string[]) => inProcess(['verify', '--lang', 'en', ...args]);

describe('a package of a recording', () => {
  test('is verified with its roots, says what was judged first, and bears its verdicts out', async () => {
    const { code, stdout } = await verified(at('pakket.zip'), '--roots', signer.root);

    expect(stdout).toMatch(/^Judged: the system of a vendor that does not say who it is/);
    expect(stdout).toMatch(/Unaltered: .*leads to one of the given roots.*The recorded verdicts follow/s);
    expect(code).toBe(0);
  });

  test('tells a program the same, and people the same in Dutch', async () => {
    const { code, stdout } = await inProcess(['verify', at('pakket.zip'), '--json']);
    const dutch = await inProcess(['verify', at('pakket.zip'), '--no-rejudge', '--lang', 'nl']);

    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unaltered', unaltered: true, of: 'recording', problems: [] });
    expect(dutch.stdout).toMatch(/^Beoordeeld: het systeem van .*\nOngewijzigd: .*niet nagegaan/s);
    expect([code, dutch.code]).toEqual([0, 0]);
  });

  test('proves nothing under the root of another', async () => {
    const other = await makeSigner(temporaryFolder());
    const { code, stdout } = await verified(at('pakket.zip'), '--roots', other.root, '--no-rejudge');

    expect([code, stdout]).toEqual([3, expect.stringContaining('LEADS TO NONE OF THE GIVEN ROOTS')]);
  });

  test('is altered where a byte of it is', async () => {
    const bytes = readFileSync(at('pakket.zip'));
    const place = bytes.lastIndexOf('"contract"');
    writeFileSync(at('anders.zip'), bytes.fill((bytes[place] ?? 0) ^ 1, place, place + 1));
    const { code, stdout } = await verified(at('anders.zip'));

    expect([code, stdout]).toEqual([1, expect.stringContaining('is not the file that was signed')]);
  });

  test.each(['toetsverslag.html', 'run.json', 'opruimlijst.csv', 'required.json'])(
    'is not borne out where its signer wrote %s otherwise than it follows from the journal',
    async (name) => {
      const files = await filesIn(readFileSync(at('pakket.zip')));
      const changed = files.map((file) =>
        file.name === name ? { name, bytes: Buffer.from(`${Buffer.from(file.bytes).toString()} `) } : file,
      );
      const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date('2026-11-30'));
      writeFileSync(at('verzonnen.zip'), await withManifest(changed, { signing }));
      const { code, stdout } = await verified(at('verzonnen.zip'), '--no-rejudge');

      expect([code, stdout]).toEqual([1, expect.stringContaining(`NOT BORNE OUT: ${name} is not what follows`)]);
    },
  );

  test.each([
    ['a vendor file that names nobody', 'vendor.yaml is not what follows', 'vendor.yaml', {}],
    ['certificates that nobody showed', 'certificates.ndjson is not what follows', 'certificates.ndjson.gz', {}],
    ['a manifest for a run', 'manifest.json says otherwise than the journal', undefined, { of: 'run' }],
    ['a manifest without messages', 'manifest.json says that the messages', undefined, { withoutPayloads: true }],
  ] as const)('is not borne out where its signer added %s', async (...[, said, name, facts]) => {
    const text = Buffer.from('{}\n');
    const isPacked = name?.endsWith('.gz') === true;
    const added = name === undefined ? [] : [{ name, bytes: isPacked ? gzipSync(text) : text }];
    const files = [...(await filesIn(readFileSync(at('pakket.zip')))), ...added];
    const signing = await readSigner({ key: signer.key, cert: signer.certificate }, new Date('2026-11-30'));
    const change = ({ files: listed, ...manifest }: Manifest): Manifest => ({
      ...manifest,
      ...facts,
      files: listed.map((one) => (isPacked && one.name === name ? { ...one, unpacked: text.length } : one)),
    });
    writeFileSync(at('erbij.zip'), await withManifest(files, { signing, change }));
    const { code, stdout } = await verified(at('erbij.zip'), '--no-rejudge');

    expect([code, stdout]).toEqual([1, expect.stringContaining(`NOT BORNE OUT: ${said}`)]);
  });

  test('is not judged again by another contract than it was judged by', async () => {
    cpSync('contract/2020-01', at('contract'), { recursive: true });
    appendFileSync(at('contract', 'contract.yaml'), '\n# other\n');
    const { code, stdout } = await verified(at('pakket.zip'), '--contract', at('contract'));

    expect([code, stdout]).toEqual([3, expect.stringMatching(/report follows .* was not checked.*Not judged again/s)]);
  });

  test('holds nothing of the messages where they were left out, and says that it proves no verdict', async () => {
    const args = [...withKey(), '--without-payloads', '--out', at('zonder.zip')];
    const { code, stdout } = await inProcess(['seal', at('opname'), ...args]);
    const { stdout: said, code: checked } = await verified(at('zonder.zip'));

    expect([code, stdout]).toEqual([0, expect.stringContaining('The messages themselves are not in it')]);
    expect([checked, said]).toEqual([
      3,
      expect.stringMatching(/Not provable again: [1-9]\d* cases.*NOT PROVED: the messages were left out/s),
    ]);
    expect(statSync(at('zonder.zip')).size).toBeLessThan(statSync(at('pakket.zip')).size);
  });
});

describe('3pas seal', () => {
  const refused = async (args: readonly string[]): Promise<string> => {
    // Others seal and verify beside this.
    vi.stubEnv('TMPDIR', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { code, stderr } = await inProcess(['seal', ...args, '--out', at('niet.zip'), '--lang', 'en']);
    expect(readdirSync(tmpdir())).toEqual([]);
    expect(existsSync(at('niet.zip'))).toBe(false);
    return `${String(code)} ${stderr}`;
  };

  test('asks for a certificate and its key, and refuses what can not sign', async () => {
    const files = ['--cert', signer.certificate, '--key', signer.key];
    const other = await makeSigner(temporaryFolder());
    const over = await makeSigner(temporaryFolder(), { until: new Date('2026-02-01') });

    expect(await refused([at('opname')])).toMatch(/^2 3pas: --cert is missing/);
    expect(await refused([at('opname'), '--cert', signer.certificate])).toMatch(/^2 3pas: /);
    expect(await refused([at('opname'), '--cert', signer.certificate, '--key', other.key])).toMatch(/^2 3pas: /);
    expect(await refused([at('opname'), '--cert', over.certificate, '--key', over.key])).toMatch(/^2 .*and not now/);
    expect(await refused([at('nergens'), ...files])).toMatch(/^2 3pas: there is no run folder/);
    expect(await refused([at('paren'), ...files])).toMatch(/^2 3pas: .*holds no journal\.ndjson/);
  });

  test('refuses a journal that was changed, and bytes that are gone', async () => {
    const files = ['--cert', signer.certificate, '--key', signer.key];
    for (const name of ['gewijzigd', 'weg']) cpSync(at('opname'), at(name), { recursive: true });
    const journal = readFileSync(at('gewijzigd', 'journal.ndjson'), 'utf8');
    writeFileSync(at('gewijzigd', 'journal.ndjson'), journal.replace('"verdict":"failed"', '"verdict":"passed"'));
    rmSync(at('weg', 'exchanges'), { recursive: true });

    expect(await refused([at('gewijzigd'), ...files])).toMatch(/^2 3pas: the journal in .* was changed after the run/);
    expect(await refused([at('weg'), ...files])).toMatch(/^2 3pas: the bytes of \d+ exchanges in .* are gone/);
  });

  test('names the file that it can not write, and leaves nothing', async () => {
    const args = ['seal', at('opname'), ...withKey(), '--out', at('nergens', 'bundle.zip')];
    const { code, stderr } = await inProcess(args);

    expect([code, stderr]).toEqual([2, expect.stringMatching(/^3pas: .*nergens.* can't be written .*--out/)]);
    expect(existsSync(at('nergens'))).toBe(false);
  });

  test('writes over nothing', async () => {
    const { code, stderr } = await inProcess(['seal', at('opname'), ...withKey(), '--out', at('pakket.zip')]);

    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });
});

test('3pas verify names what is no file', async () => {
  const { code, stderr } = await verified(at('opname'));

  expect([code, stderr]).toEqual([2, expect.stringContaining('is no file; give a package of 3pas seal')]);
});
