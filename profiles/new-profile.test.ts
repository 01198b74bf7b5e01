import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from '#contract/folder/yaml-document';
import { profileKeys } from './keys.ts';
import { newProfileText, variablesOf } from './new-profile.ts';
import { readProfile } from './reader.ts';
import { profileShape } from './shape.ts';

const folder = mkdtempSync(join(tmpdir(), 'new-profile-'));

const written = (name: string, text: string): string => {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  return file;
};

const asked = (phase: 1 | 2 | 3 | 4) =>
  ({ name: `proef.fase-${String(phase)}`, phase, url: undefined, contract: undefined, language: 'nl' }) as const;

const value = (name: string): string =>
  name.endsWith('_URL') ? 'https://eto.example/3pas' : name.endsWith('_BEVOEGD_GEZAG') ? 'gemeente=Woerden' : 'iets';

describe('a new profile', () => {
  test.each([1, 2, 3, 4] as const)(
    'of phase %i is read when its variables are set, and misses each that is not',
    (phase) => {
      const file = written(`whole-${String(phase)}`, newProfileText(asked(phase)));
      const variables = variablesOf(asked(phase));
      const environment = Object.fromEntries(variables.map((name) => [name, value(name)]));

      expect(readProfile(file, environment)).toMatchObject({ phase, endpoint: { url: 'https://eto.example/3pas' } });
      for (const name of variables)
        expect(() => readProfile(file, { ...environment, [name]: undefined })).toThrow(
          `not set in the environment: ${name}`,
        );
    },
  );

  test.each([1, 2, 3] as const)('of phase %i is read with all that stands in comments turned on', (phase) => {
    const text = turnedOn(newProfileText(asked(phase)));
    const file = written(`on-${String(phase)}`, text);
    const names = [...text.matchAll(/env: (\w+)/g)].flatMap(([, name]) => name ?? []);
    const environment = Object.fromEntries(
      names.map((name) => [name, name.endsWith('HOSTS') ? 'eto.example' : value(name)]),
    );

    expect(readProfile(file, environment).permission).toMatchObject({ by: 'functioneel beheer KOOP' });
    expect(readProfile(file, environment).proxy).toMatchObject({ from: 'proxy.url' });
  });

  test('has an address and a contract folder that could be taken for YAML as they were given', () => {
    const url = "https://eto.example/a#b?c='d': e";
    const text = newProfileText({ ...asked(1), url, contract: './#map: 1' });

    expect(readYaml('new.yaml', Buffer.from(text)).value).toMatchObject({ endpoint: { url }, contract: './#map: 1' });
  });
});

/** The lines of YAML among the comments; those of prose begin a sentence, or go on with one. */
const turnedOn = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/^# (?:[a-zA-Z]+:(?: .*[\]}\w])?$| +\S)/.test(line) ? line.slice(2) : line))
    .join('\n');

test('every key that a profile can have is in the table, and no other', () => {
  const documented = Object.keys(profileKeys);

  expect(documented.filter((key) => !key.includes('.')).sort()).toEqual(Object.keys(profileShape.entries).sort());
  for (const key of documented.filter((one) => one.includes('.')))
    expect(keysBelow(profileShape.entries, key.split('.')), key).toBe(true);
  for (const key of ['limits', 'credentials', 'toestemming', 'certificate'] as const)
    expect(
      documented
        .filter((one) => one.startsWith(`${key}.`))
        .map((one) => one.slice(key.length + 1))
        .sort(),
    ).toEqual(namesIn(profileShape.entries[key]).sort());
});

/** The keys of the mapping that a shape is, through what is optional, piped or one of several. */
const namesIn = (shape: unknown): string[] => {
  if (typeof shape !== 'object' || shape === null) return [];
  if ('entries' in shape && typeof shape.entries === 'object' && shape.entries !== null)
    return Object.keys(shape.entries);
  if ('wrapped' in shape) return namesIn(shape.wrapped);
  if ('options' in shape && Array.isArray(shape.options))
    return shape.options.flatMap((one) => namesIn(one)).filter((name) => name !== 'mock');
  return [];
};

const keysBelow = (entries: Readonly<Record<string, unknown>>, [key = '', below = '']: readonly string[]): boolean =>
  namesIn(entries[key]).includes(below);
