import { Command } from 'commander';
import { expect, test } from 'vitest';
import { demandNoEmptyWords } from './empty-words.ts';
import { UsageError } from './usage-error.ts';

const parse = (...argv: readonly string[]): void => {
  const compare = new Command('compare')
    .argument('<folders...>')
    .option('--state <folder>')
    .action(() => undefined);
  new Command('3pas')
    .addCommand(compare)
    .hook('preAction', (_, command) => {
      demandNoEmptyWords(command);
    })
    .parse(['compare', ...argv], { from: 'user' });
};

test.each([
  [['run', '--state', ''], '--state is empty'],
  [['', '--state', 'nights'], '<folders> is empty'],
  [['last', ''], '<folders> is empty'],
])('%j is refused by name', (argv, said) => {
  expect(() => {
    parse(...argv);
  }).toThrow(said);
  expect(() => {
    parse(...argv);
  }).toThrow(UsageError);
});

test('what is given or left out is taken', () => {
  expect(() => {
    parse('last', 'now');
    parse('now', '--state', 'nights');
  }).not.toThrow();
});
