import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { certificateFaults } from '#contract/wire/certificate-faults';
import { profileKeys, scopeTexts } from '#profiles/keys';
import { formatted } from '../formatted.ts';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const rows = Object.entries(profileKeys).map(([key, { about, absent }]) =>
  row(`\`${key}\``, about.en, absent?.en ?? '*must be there*'),
);

const page = [
  '# Every key of a profile',
  '',
  'A profile is a YAML file that says where to run: which endpoint, who we are there, which phase, and what may be sent. `npx 3pas profiles` lists those that come with the suite; `npx 3pas profiles init NAME` writes one of your own, and `--profile ./NAME.yaml` runs it.',
  '',
  'Where a text is asked for, `{ env: NAME }` reads it from an environment variable, which must be set unless `optional: true` stands beside it. An unknown key, and a value that a key can not have, end a command with file, line and exit code 2.',
  '',
  row('key', 'holds', 'where it is absent'),
  row('---', '---', '---'),
  ...rows,
  '',
  '## What a permission is for',
  '',
  'The words of `toestemming.omvang`. What no permission covers is left out of a run, and the run tells that before its first request.',
  '',
  row('word', 'permits'),
  row('---', '---'),
  ...Object.entries(scopeTexts).map(([scope, { en }]) => row(`\`${scope}\``, en)),
  '',
  '## Certificates that are wrong in a known way',
  '',
  `The keys of \`wrongCertificates\`: ${certificateFaults.map((fault) => `\`${fault}\``).join(', ')}. Each has the keys of \`certificate\`.`,
].join('\n');

test('the page of profile keys is what the table of keys says', async () => {
  const file = resolve(import.meta.dirname, '../../docs/profiles.md');

  await expect(await formatted(file, page)).toMatchFileSnapshot(file);
});
