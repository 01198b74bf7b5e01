import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ZipFile, zip } from './zip.ts';

const files: readonly ZipFile[] = [
  { name: 'inhoud.xml', bytes: Buffer.from('<a>één</a>'.repeat(50)) },
  { name: 'bijlage/é.pdf', bytes: Buffer.from('%PDF-1.4') },
];

test.each(['stored', 'deflated'] as const)('a %s zip unpacks to its files in their order', (compression) => {
  const unpacked = unzipSync(zip(files, compression));

  expect(Object.entries(unpacked).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))).toEqual(files);
});

test('a deflated zip is smaller than a stored one', () => {
  expect(zip(files, 'deflated').length).toBeLessThan(zip(files, 'stored').length);
});

test('the time zone of the machine leaves the bytes as they are', () => {
  const script = `import { zip } from './generators/payload/zip.ts';
    process.stdout.write(Buffer.from(zip([{ name: 'a', bytes: Buffer.from('b') }], 'stored')).toString('hex'));`;
  const inZone = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  expect(inZone('Pacific/Auckland')).toBe(inZone('America/Los_Angeles'));
});

test('two files of one name are refused', () => {
  const twice = files.slice(0, 1).flatMap((file) => [file, file]);

  expect(() => zip(twice, 'stored')).toThrow("two files are named 'inhoud.xml'");
});
