import { expect, test } from 'vitest';
import { aRun } from '../test/samples/run.ts';
import { commandAgain, quoted } from './command-again.ts';

const { started } = aRun([]);

test('repeats everything that was chosen', () => {
  const chosen = { topics: ['delivery', 'protocol'], documentTypes: ['Melding'] };
  const asked = { profile: "map van 'mij'/eto.yaml", contract: '../contract', state: 'nachten van mij' };

  expect(commandAgain({ ...started, ...chosen, asked })).toBe(
    `npx 3pas run --profile "map van 'mij'/eto.yaml" --contract ../contract --state "nachten van mij" --seed 1 --runs 1 ` +
      '--run-id rtest --clock 2026-11-23T12:00:00.000Z --topic "delivery,protocol" --document-type Melding',
  );
});

test.each([
  ['plain/path-1.yaml', 'plain/path-1.yaml'],
  ['a b', '"a b"'],
  ['a,b', '"a,b"'],
  ['@a', '"@a"'],
  ['', "''"],
  ['a$b', "'a$b'"],
  ["it's 100%", `'it'\\''s 100%'`],
  ['C:\\map\\', "'C:\\map\\'"],
])('a word %s is quoted so that sh, cmd and PowerShell take it, as far as one way does', (word, said) => {
  expect(quoted(word)).toBe(said);
});

test('leaves out run id and clock where an endpoint remembers what it was sent', () => {
  expect(commandAgain({ ...started, isMock: false })).toBe('npx 3pas run --profile mock-poc --seed 1 --runs 1');
});

test('leaves out what was not chosen', () => {
  expect(commandAgain(started)).toBe(
    'npx 3pas run --profile mock-poc --seed 1 --runs 1 --run-id rtest --clock 2026-11-23T12:00:00.000Z',
  );
});

test('repeats a verification by Pact, which has no seed', () => {
  const again = commandAgain({ ...started, asked: { ...started.asked, by: 'pact' }, isMock: false });

  expect(again).toBe('npx 3pas pact verify --profile mock-poc');
});
