import { randomInt } from 'node:crypto';
import { InvalidArgumentError, Option } from 'commander';

/** A whole number within bounds, for an option's value. */
export const whole =
  (least: number, most: number) =>
  (said: string): number => {
    const value = Number(said);
    if (/^\d+$/.test(said) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${String(least)} to ${String(most)}.`);
  };

/** Values given by repeating an option or with commas between them. */
export const list = (said: string, before: readonly string[] = []): readonly string[] => {
  const names = said
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (names.length === 0) throw new InvalidArgumentError('Give at least one name.');
  return [...before, ...names];
};

/** Largest seed: what fits 31 bits, as fast-check takes. */
const largestSeed = 0x7fffffff;

/** The seed of a command; drawn anew when it is not given. */
export const seedOption = (): Option =>
  new Option('--seed <number>', 'seed of all choices; the same seed makes the same choices').argParser(
    whole(0, largestSeed),
  );

/** A seed that nobody chose. */
export const newSeed = (): number => randomInt(largestSeed);

/** The language of what people read. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'language of what people read (default: that of the locale)').choices(['nl', 'en']);

/** Another address than that of the profile. */
export const urlOption = (): Option =>
  new Option(
    '--url <address>',
    "address in place of the profile's; all that is demanded of that one is demanded of it",
  ).argParser(address);

const address = (said: string): string => {
  const url = URL.parse(said);
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && `${url.username}${url.password}` === '')
    return said;
  throw new InvalidArgumentError('Give one http or https address without a username, such as https://host/path.');
};

/** The contract folder; the profile's own, else the one that comes with the suite. */
export const contractOption = (): Option =>
  new Option('--contract <folder>', 'contract folder (default: the one of the profile, else 2020-01)');

/** The state folder, for a command that is counted in it. */
export const stateOption = (when = ''): Option =>
  new Option('--state <folder>', `${when}folder that keeps the nights, where the requests of a day are counted`);
