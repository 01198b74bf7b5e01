import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Status } from 'allure-js-commons';
import type { Category } from 'allure-js-commons/sdk';

/** The verdicts that are not passed, as Allure's categories; a blocked check says so in the first word of its message. */
export const allureCategories: Category[] = [
  { name: 'Gezakt / failed', matchedStatuses: [Status.FAILED] },
  { name: 'Geblokkeerd / blocked', matchedStatuses: [Status.BROKEN], messageRegex: 'blocked: [\\s\\S]*' },
  { name: 'Fout in de suite / bug in the suite', matchedStatuses: [Status.BROKEN] },
  { name: 'Niet van toepassing of niet getoetst / not applicable or untested', matchedStatuses: [Status.SKIPPED] },
];

/** Makes the one-file report of `allure-results/` in an output folder and returns its path. */
export const writeAllureReport = async (out: string, title: string): Promise<string> => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js');
  const target = join(out, 'allure-report');
  const options = ['awesome', '--single-file', '--name', title, '--output', target, join(out, 'allure-results')];
  await run([cli, ...options], out);
  return join(target, 'index.html');
};

const run = (args: readonly string[], cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the report could not be made: ${Buffer.concat(said).toString('utf8').trim()}`));
    });
  });
