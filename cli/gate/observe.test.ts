import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { observe } from './observe.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-waarnemingen-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);

const dossier = { number: '10001', documentType: 'Melding', marks: [] };
const seen = {
  ...{ type: 'observations', version: 1, by: 'A. de Vries', date: '2026-11-30' },
  sample: {
    ...{ type: 'sample', version: 1, at: '2026-11-30T10:00:00Z', evidence: 'e', vendor: 'Zaaksoft', phase: 2 },
    dossiers: [dossier],
  },
  observations: [{ number: '10001', found: 'klopt', remark: '' }],
};

const observing = (change: object): readonly [number, string] => {
  const file = join(folder, 'waarnemingen.json');
  writeFileSync(file, `\uFEFF${JSON.stringify({ ...seen, ...change })}`);
  written.mockClear();
  return [observe(file, { lang: 'nl' }), String(written.mock.calls[0]?.[0])];
};

test.each([
  ['a day that is still to come', { date: '2999-01-01' }, 'van een dag die nog moet komen'],
  ['an empty sample', { sample: { ...seen.sample, dossiers: [] }, observations: [] }, 'bevat geen dossier'],
])('observations of %s are not in order', (_, change, said) => {
  expect(observing(change)).toEqual([3, expect.stringContaining(said)]);
});

test('what is wrong with a file is told by its place', () => {
  expect(() => observing({ by: ' ' })).toThrow('by is empty or has a value');
});
