import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openBundle } from '#bundle/files/open-bundle';
import { problemText } from '#bundle/problem';
import { visible } from '#contract/texts/visible';
import type { Signing } from '#bundle/signature/cms';
import { temporaryFolder } from '../run/three-pas.ts';
import { type File, aSigner, checked, filesIn, sealed, someTexts, withManifest, zipOf } from './sealed.ts';

let signing: Pick<Signing, 'key' | 'certificates'>;
let files: readonly File[];
beforeAll(async () => {
  signing = await aSigner();
  files = await filesIn(await sealed(someTexts('een'), signing));
});

const found = async (bytes: Uint8Array): Promise<string> => {
  const { problems } = await checked(bytes);
  return problems.map((problem) => problemText(problem).en).join('; ');
};

const withFile = (name: string): Promise<Uint8Array> =>
  withManifest([...files, { name, bytes: Buffer.from('x') }], { signing });

describe('a package of somebody who signs what is hostile', () => {
  test.each([
    ...['../../etc/passwd', '/etc/passwd', 'exchanges/../../x.gz', 'exchanges/1.gz/../../x', 'C:\\x', 'x\0y'],
    ...['exchanges/1.gz', 'exchanges/', 'Run.json', 'run.json ', 'rules.mjs', '__proto__', ''],
  ])('is refused for a file by the name of %j', async (name) => {
    expect(await found(await withFile(name))).toBe(
      `the zip holds "${visible(name)}", which does not belong in a package`,
    );
  });

  test('is refused where a file is there twice, whoever of the two was signed', async () => {
    expect(await found(zipOf([...files, { name: 'run.json', bytes: Buffer.from('{}') }]))).toBe(
      'the zip holds "run.json" twice',
    );
  });

  test('is refused for a link, a comment, an extra field, a method or a flag in the headers of its files', async () => {
    const whole = Buffer.from(zipOf(files));
    const central = whole.lastIndexOf('PK\u0001\u0002');
    const patched = (at: number, value: number): Promise<string> => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt16LE(value, central + at);
      return found(bytes);
    };

    expect(await patched(40, 0xa1ff)).toContain('built otherwise');
    expect(await patched(38, 0x0010)).toContain('built otherwise');
    expect(await patched(12, 0x1234)).toContain('built otherwise');
    expect(await patched(8, 1)).toContain('is encrypted');
    expect(await patched(10, 8)).toContain('is compressed in the zip');
    expect(await patched(30, 5)).not.toBe('');
    expect(await found(Buffer.concat([whole.subarray(0, -2), Buffer.from([1, 0, 0x78])]))).not.toBe('');
  });

  test('is refused for a directory of a million files, or one that is larger than any package has', async () => {
    const end = Buffer.from(zipOf(files).subarray(-22));
    end.writeUInt16LE(0xffff, 8);
    end.writeUInt16LE(0xffff, 10);
    expect(await found(Buffer.concat([zipOf(files).subarray(0, -22), end]))).toContain('more files than');

    const many = Array.from({ length: 5000 }, (_, at) => ({
      name: `exchanges/${String(at + 1)}.gz`,
      bytes: new Uint8Array(),
    }));
    expect(await found(zipOf(many))).toContain('more files than');
  });

  test.each([
    ['no JSON', 'x'],
    ['a million brackets', '['.repeat(900_000)],
    ['another format', '{"format":"other"}'],
    ['keys of its own', '{"format":"3pas-bundle","version":1,"__proto__":{}}'],
    ['more than a manifest has', `{"format":"3pas-bundle","x":"${'y'.repeat(2_000_000)}"}`],
  ])('is refused for a manifest of %s', async (_name, text) => {
    const odd = files.map((file) => (file.name === 'manifest.json' ? { ...file, bytes: Buffer.from(text) } : file));

    expect(await found(zipOf(odd))).toContain("manifest.json can't be read");
  });

  test('is refused by its version where another has to read it', async () => {
    const text = '{"format":"3pas-bundle","version":2}';
    const odd = files.map((file) => (file.name === 'manifest.json' ? { ...file, bytes: Buffer.from(text) } : file));

    expect(await found(zipOf(odd))).toContain('has a version that this 3pas does not read');
  });

  const unpacking = async (bytes: Uint8Array): Promise<string> => {
    const path = join(temporaryFolder(), 'bundle.zip');
    writeFileSync(path, bytes);
    // Others unpack packages beside this.
    vi.stubEnv('TMPDIR', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { problems, folder, close } = await openBundle(path);
    close();
    expect(folder === undefined || !existsSync(folder)).toBe(true);
    expect(readdirSync(tmpdir())).toEqual([]);
    return problems.map((problem) => problemText(problem).en).join('; ');
  };

  test('is refused for a file that is read whole and is larger than any of those', async () => {
    const large = await withManifest(files, {
      signing,
      change: (manifest) => ({
        ...manifest,
        files: manifest.files.map((file) => (file.name === 'run.json' ? { ...file, bytes: 70_000_000 } : file)),
      }),
    });

    expect(await found(large)).toContain('run.json is larger than a package may hold');
  });

  test('is refused where a text unpacks to more or less than was signed, and leaves nothing behind', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const withJournal = (bytes: Uint8Array, unpacked: number): Promise<Uint8Array> =>
      withManifest(
        files.map((file) => (file.name === 'journal.ndjson.gz' ? { ...file, bytes } : file)),
        {
          signing,
          change: (manifest) => ({
            ...manifest,
            files: manifest.files.map((file) => (file.name === 'journal.ndjson.gz' ? { ...file, unpacked } : file)),
          }),
        },
      );
    const tooLarge = 'journal.ndjson.gz is larger than a package may hold, or larger than manifest.json says';

    expect(await unpacking(await withJournal(bomb, 1000))).toBe(tooLarge);
    expect(await unpacking(await withJournal(bomb, 50_000_001))).toBe(tooLarge);
    expect(await unpacking(await withJournal(Buffer.from('no gzip'), 7))).toBe(tooLarge);
    expect(await unpacking(await withJournal(bomb, 5_000_000_000))).toBe(tooLarge);
    expect(await unpacking(zipOf(files))).toBe('');
  });
});

test('what is no zip at all is told so', async () => {
  const texts = ['', 'x', '<html>', 'PK\u0005\u0006', 'PK\u0003\u0004'.padEnd(100, '\0')];
  for (const text of texts) expect(await found(Buffer.from(text))).toBe('the file is no whole zip');
});
