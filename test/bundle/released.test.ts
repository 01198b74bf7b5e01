import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Decision } from '#gate/decision/decision';
import { inProcess } from '../run/in-process.ts';

const folder = join(import.meta.dirname, 'released');

/** By the version of the suite that made each, 0.0.9 a build before the first release; none is ever made anew. */
const versions = readdirSync(folder);

interface Verified {
  readonly unaltered: boolean;
  readonly problems: readonly unknown[];
  readonly suite: string;
  readonly of: string;
  readonly signer: { readonly subject: string; readonly isTrusted: boolean };
}

test('packages of earlier versions are kept', () => {
  expect(versions).toContain('0.0.9');
});

describe.each(versions)('a package of version %s', (version) => {
  const [bundle, root] = ['recording.zip', 'root.pem'].map((name) => join(folder, version, name));

  test('is unaltered, and signed by whom it was', async () => {
    const { code, stdout } = await inProcess(['verify', bundle ?? '', '--roots', root ?? '', '--json']);
    const { unaltered, problems, suite, of, signer } = JSON.parse(stdout) as Verified;

    // 3 where the contract of now is another: nothing is judged again then.
    expect([0, 3]).toContain(code);
    expect({ unaltered, problems, suite, of }).toEqual({
      unaltered: true,
      problems: [],
      suite: version,
      of: 'recording',
    });
    expect(signer).toMatchObject({
      subject: String.raw`CN=TEST leverancier, O=Leverancier B.V., C=NL`,
      isTrusted: true,
    });
  });

  test('is decided on at the gate, and never taken for altered', async () => {
    const { code, stdout } = await inProcess(['gate', bundle ?? '', '--phase', '2', '--json']);
    const { outcome, vendor, types, certificates } = JSON.parse(stdout) as Decision;

    expect([code, outcome, vendor]).toEqual([3, 'onbeslist', 'Zaaksoft']);
    expect(types.map(({ documentType, received }) => [documentType, received])).toEqual([['Melding', 1]]);
    expect(certificates.map(({ subject }) => subject)).not.toEqual([]);
  });
});
