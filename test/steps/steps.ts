/** All that `npm test` checks: every step runs and is told, whatever another came to. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { summaryLine, type Tally, tallyOfStep, tallyOfTests, type TestReport, total } from './tally.ts';

interface Outcome {
  readonly step: string;
  readonly exitCode: number;
  readonly seconds: number;
  readonly output: string;
}

const project = resolve(import.meta.dirname, '../..');
const folder = join(project, '3pas-out/test');
const reportFile = join(folder, 'vitest.json');
const summaryFile = join(folder, 'summary.txt');

/** Scripts of package.json; the slow ones first, for they run side by side. */
const staticSteps = ['lint', 'dead-code', 'layers', 'format:check'];
const sideBySide = 2;

const runStep = async (step: string, options: readonly string[], live: boolean): Promise<Outcome> => {
  const start = performance.now();
  const child = spawn(process.execPath, ['--run', step, '--', ...options], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    if (live) process.stdout.write(chunk);
    else output += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exitCode = await new Promise<number>((done) => {
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
  return { step, exitCode, seconds: (performance.now() - start) / 1000, output };
};

const tell = ({ step, exitCode, seconds, output }: Outcome): void => {
  if (exitCode !== 0 && output !== '') console.log(`\n${output.trimEnd()}\n`);
  console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}  ${step.padEnd(14)} ${seconds.toFixed(1)} s`);
};

const runStatic = async (): Promise<Outcome[]> => {
  const waiting = [...staticSteps];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step, [], false);
      tell(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
  return outcomes;
};

const readReport = async (): Promise<TestReport | undefined> => {
  try {
    return JSON.parse(await readFile(reportFile, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
};

const tellSum = (sum: Tally): void => {
  if (sum.skipped.length > 0) console.log(`\n${String(sum.skipped.length)} not run:\n  ${sum.skipped.join('\n  ')}`);
  console.log(`\n${summaryLine(sum)}`);
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const steps = await runStatic();
const tests = await runStep('unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`], true);
tell(tests);
const sum = total([...steps.map((one) => tallyOfStep(one.exitCode)), tallyOfTests(await readReport(), tests.exitCode)]);
tellSum(sum);
await writeFile(summaryFile, `${summaryLine(sum)}\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
