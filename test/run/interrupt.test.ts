import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checksIn, eventsIn, exchangesIn, temporaryFolder, threePas } from './three-pas.ts';
import { inFull } from '../samples/in-full.ts';

/** Calls `then` as soon as a run has ended its first checks. */
const whenUnderWay = (out: string, then: () => void): void => {
  const timer = setInterval(() => {
    if (checksIn(out).length < 5) return;
    clearInterval(timer);
    then();
  }, 50);
};

const junit = { reporter: 'junit', report: 'junit.xml' } as const;

test.each([
  {
    what: 'Ctrl-C, which reaches every process of the run',
    ...{ signal: 'SIGINT', reach: -1, reporter: 'allure', report: 'allure-report/index.html' },
  },
  ...inFull([{ what: 'SIGINT for the command alone', signal: 'SIGINT', reach: 1, ...junit }] as const, []),
  { what: 'SIGTERM', signal: 'SIGTERM', reach: 1, ...junit },
] as const)(
  '$what half-way ends with exit code 3, the reason, and a report of what was done',
  async ({ signal, reach, reporter, report }) => {
    const out = join(temporaryFolder(), 'out');
    const onStart = ({ pid = 0 }: ChildProcess): void => {
      whenUnderWay(out, () => process.kill(reach * pid, signal));
    };

    const args = ['run', '--runs', '1000', '--document-type', 'Melding', '--reporter', `table,${reporter}`];
    const { code, stdout } = await threePas([...args, '--out', out], {}, { onStart, isGroup: true });

    expect(code).toBe(3);
    expect(stdout).toContain('stopped by a person (Ctrl-C)');
    expect(eventsIn(out).at(-1)).toMatchObject({ type: 'run-ended', complete: false });
    expect(existsSync(join(out, report))).toBe(true);
  },
);

test('a command that only computes listens to no signal, so that one ends it whatever it is at', async () => {
  const tell = "process.on('newListener', (name) => /^SIG/.test(name) && console.log('listens to ' + name))";
  const options = `--import=data:text/javascript,${encodeURIComponent(tell)}`;

  const { code, stdout } = await threePas(['profiles'], { NODE_OPTIONS: options });

  expect({ code, listens: stdout.includes('listens to') }).toEqual({ code: 0, listens: false });
});

test('SIGTERM before the first check ends with exit code 3 as well, and next to nothing is sent', async () => {
  const out = join(temporaryFolder(), 'out');
  const onStart = (child: ChildProcess): void => {
    const timer = setInterval(() => {
      if (eventsIn(out).length === 0) return;
      clearInterval(timer);
      child.kill('SIGTERM');
    }, 5);
  };

  const { code, stdout } = await threePas(
    ['run', '--document-type', 'Melding', '--reporter', 'junit', '--out', out],
    {},
    { onStart },
  );

  expect(code).toBe(3);
  expect(stdout).toContain('stopped by a person (Ctrl-C)');
  expect(existsSync(join(out, 'junit.xml'))).toBe(true);
  expect(exchangesIn(out).length).toBeLessThan(50);
});
