import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';

/** What a process prints that locks itself in and then does something. */
const printedOnceLockedIn = (work: string): string => {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const code = `
    import { lockIn } from ${url('./lock-in.ts')};
    import { isValid } from ${url('../../endpoint/mock/judgement/jts.ts')};
    import { positions } from ${url('../../endpoint/mock/judgement/position.ts')};
    import { wholeEffort } from ${url('../../endpoint/mock/judgement/effort.ts')};
    const ring = (text) => positions(text.split(',').map((pair) => pair.split(' ')));
    lockIn(${JSON.stringify(tmpdir())});
    console.log(${work});`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim();
};

test('a process that is locked in judges geometries still', () => {
  const work = `isValid([[ring('0 0,9 0,9 9,0 9,0 0'), ring('20 1,22 1,22 2,20 1')]], wholeEffort())`;

  expect(printedOnceLockedIn(work)).toBe('false');
});

test('and imports nothing that reaches past its folder', () => {
  expect(printedOnceLockedIn(`await import('node:net').catch(({ message }) => message)`)).toContain(
    `"node:net" can't be imported here`,
  );
});
