import { expect, test } from 'vitest';
import { aCheck, aRun } from '../test/samples/run.ts';
import { replayCommands } from './replay-command.ts';

const failed = aCheck({ check: 'delivery.accepts-valid/Melding', verdict: 'failed' });
const run = aRun([aCheck({ check: 'a' }), aCheck({ check: 'b', verdict: 'failed' }), failed]);
const { started } = run;
const commandFor = (asked: Partial<typeof started.asked>, folder = '3pas-out/r1'): string | undefined =>
  replayCommands({ ...run, started: { ...started, asked: { ...started.asked, ...asked } } }, folder)(failed.check);

test('names the run, the number of the finding, and what the run was asked', () => {
  expect(commandFor({ profile: 'eto-poc' })).toBe('npx 3pas replay 3pas-out/r1 --finding 2 --profile eto-poc');
  expect(commandFor({ url: 'https://eto.example/?a=1&b=2', contract: 'my contract', rules: 'left-out' })).toBe(
    'npx 3pas replay 3pas-out/r1 --finding 2 --profile mock-poc --url "https://eto.example/?a=1&b=2" --contract "my contract" --no-rules',
  );
});

test.each([
  ['C:\\Mijn runs\\r1', '"C:\\Mijn runs\\r1"'],
  ['/tmp/it’s & that (1)', '"/tmp/it’s & that (1)"'],
  ["/tmp/it's", '"/tmp/it\'s"'],
  ['/tmp/a$b', "'/tmp/a$b'"],
  ['/tmp/100%done%', '/tmp/100%done%'],
  ['C:\\runs\\', "'C:\\runs\\'"],
])('writes the folder %s as every shell takes it, where one way serves them all', (folder, word) => {
  expect(commandFor({}, folder)).toBe(`npx 3pas replay ${word} --finding 2 --profile mock-poc`);
});

test('knows nothing of what did not fail, of a recording, and of what was no run', () => {
  expect(replayCommands(run, 'x')('a')).toBeUndefined();
  expect(replayCommands({ ...run, recording: {} }, 'x')(failed.check)).toBeUndefined();
  expect(commandFor({ by: 'pact' })).toBeUndefined();
});
