import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Tally, tallyOfTests, type TestReport } from '../steps/tally.ts';
import { temporaryFolder } from '../run/three-pas.ts';

const project = resolve(import.meta.dirname, '../..');

/** Runs the tests with all that they take a share of otherwise; what they say goes to the terminal. */
export const testsInFull = async (): Promise<Tally> => {
  const file = join(mkdtempSync(join(temporaryFolder(), 'proof-')), 'vitest.json');
  const args = ['--run', 'unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, IN_FULL: '1' };
  const child = spawn(process.execPath, args, { cwd: project, env, stdio: 'inherit' });
  const exitCode = await new Promise<number>((done) => {
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
  return tallyOfTests(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined, exitCode);
};
