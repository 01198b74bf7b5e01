import { Command, CommanderError, Option } from 'commander';
import { expect, test } from 'vitest';
import { listenCommand } from './commands/listen.ts';
import { list, whole } from './options.ts';
import { wrongUsage } from './wrong-usage.ts';

const said = (...argv: readonly string[]): string => {
  let text = '';
  const quiet = (command: Command): Command =>
    command.exitOverride().configureOutput({ outputError: (error) => (text = error.trimEnd()) });
  const run = quiet(new Command('run').argument('<map>'))
    .option('--seed <number>', '', whole(0, 9))
    .option('--topic <names>', '', list)
    .requiredOption('--uit <map>')
    .addOption(new Option('--lang <language>').choices(['nl', 'en']))
    .addOption(new Option('--schema <file>').conflicts('topic'))
    .action(() => undefined);
  try {
    quiet(new Command('3pas')).addCommand(run).parse(argv, { from: 'user' });
  } catch {
    return wrongUsage(text, 'nl');
  }
  return '';
};

test.each([
  [['--uit', 'x', '--sead', '1'], "fout: onbekende optie '--sead'\n(Bedoelt u --seed?)"],
  [['--seed'], "fout: optie '--seed <number>' vraagt een waarde"],
  [['--seed', 'x'], "fout: optie '--seed <number>' kan geen 'x' zijn. Geef een geheel getal van 0 tot en met 9."],
  [['--topic', ','], "fout: optie '--topic <names>' kan geen ',' zijn. Geef ten minste één naam."],
  [['--lang', 'de'], "fout: optie '--lang <language>' kan geen 'de' zijn. Kies uit: nl, en."],
  [['map'], "fout: optie '--uit <map>' is verplicht"],
  [['--uit', 'x'], "fout: het argument 'map' ontbreekt"],
  [['--uit', 'x', 'een', 'twee'], 'fout: te veel argumenten: 2 in plaats van 1.'],
  [
    ['--uit', 'x', '--schema', 'a', '--topic', 'b', 'een'],
    "fout: optie '--schema <file>' gaat niet samen met optie '--topic <names>'",
  ],
] as const)('%j is told in Dutch', (argv, text) => {
  expect(said('run', ...argv)).toBe(text);
});

test('an unknown command is told in Dutch', () => {
  expect(said('rum')).toBe("fout: onbekend commando 'rum'\n(Bedoelt u run?)");
});

test.each([
  [['--for', 'x'], 'Geef een tijd als 90s, 30m of 2h, ten hoogste drie weken.'],
  [['--public-url', 'x'], 'Geef één http- of https-adres zonder query, zoals https://host/pad.'],
])('%j of listen is told in Dutch', (argv, text) => {
  const command = listenCommand(() => undefined).exitOverride();
  let told = '';
  command.configureOutput({ outputError: (error) => (told = error.trimEnd()) });

  expect(() => command.parse(argv, { from: 'user' })).toThrow(CommanderError);
  expect(wrongUsage(told, 'nl')).toContain(text);
});
