/** Runs the command that the README prints, and writes there what it says and how much it leaves. */
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { temporaryFolder, threePas } from '../run/three-pas.ts';

const file = resolve(import.meta.dirname, '../../README.md');
const readme = readFileSync(file, 'utf8');

const [, command = '', runId = ''] = /repeat with: npx 3pas (run .*--run-id (\S+).*)/.exec(readme) ?? [];
const out = join(temporaryFolder(), runId);
const { code, stdout, stderr } = await threePas([...command.split(' '), '--lang', 'en', '--out', out]);
if (code !== 0) throw new Error(`npx 3pas ${command} ended with exit code ${String(code)}: ${stderr}`);

const sizes = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .map((name) => statSync(join(out, name)))
  .filter((entry) => entry.isFile())
  .map(({ size }) => size);
const megabytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
rmSync(out, { recursive: true });

const said = stdout.trimEnd().replaceAll(dirname(out), '3pas-out');
const left = `some ${String(megabytes)} MB in ${String(sizes.length)} files`;
writeFileSync(
  file,
  readme.replace(/(?<=```\n)PASSED: .*?(?=\n```)/s, () => said).replace(/some \d+ MB in \d+ files/, () => left),
);
console.log(said, `\n${left}`);
