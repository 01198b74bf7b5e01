import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { exampleOf } from '../samples/example.ts';
import { temporaryFolder } from './three-pas.ts';

test('the example of docs/generators.md runs as it stands', async () => {
  const file = join(temporaryFolder(), 'example.ts');
  writeFileSync(file, exampleOf('docs/generators.md'));

  const { stdout } = await promisify(execFile)(process.execPath, [file]);

  expect(stdout).toMatch(/^\d+ constraints broken\n$/);
});
