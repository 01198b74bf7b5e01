import { Command } from 'commander';
import { expect, test } from 'vitest';
import { list } from './options.ts';
import { demandOnce } from './repeated-words.ts';
import { UsageError } from './usage-error.ts';

const parse = (...argv: readonly string[]): unknown => {
  const command = new Command('run')
    .option('-o, --out <folder>')
    .option('--html [file]')
    .option('--topic <names>', '', list)
    .option('--chain <file...>')
    .option('--json')
    .action(() => undefined);
  demandOnce(command);
  return command.parse(argv, { from: 'user' }).opts();
};

test.each([
  [['--out', 'a', '--out', 'b'], '--out is given twice'],
  [['-o', 'a', '--out=a'], '--out is given twice'],
  [['--html', '--html', 'x.html'], '--html is given twice'],
])('%j is refused by name', (argv, said) => {
  expect(() => parse(...argv)).toThrow(said);
  expect(() => parse(...argv)).toThrow(UsageError);
});

test('names add up, and what takes no value may be said again', () => {
  const files = ['--chain', 'a', 'b', '--chain', 'c'];

  expect(parse('--topic', 'tls', '--json', '--topic', 'zip,delivery', '--json', '--out', 'a', ...files)).toEqual({
    ...{ topic: ['tls', 'zip', 'delivery'], json: true, out: 'a', chain: ['a', 'b', 'c'] },
  });
});
