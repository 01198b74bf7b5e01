import { expect, test } from 'vitest';
import { attempt, attemptEach, gather } from './attempt.ts';
import { ContractError, wholeFile } from './contract-error.ts';

const broken = (name: string) => (): number => {
  throw new ContractError(wholeFile(name), 'it is broken; mend it');
};

/** A sum of parts, of which those named are broken. */
const sum =
  (...names: readonly string[]) =>
  () => {
    const part = (name: string, value: number) => attempt(names.includes(name) ? broken(name) : () => value);
    const [one, two] = [part('one', 1), part('two', 2)];
    const three = attempt(() => one() + two());
    const rest = attempt(() =>
      attemptEach([4, 5], (each) => (names.includes(String(each)) ? broken(String(each))() : each)),
    );
    return three() + rest().reduce((all, each) => all + each, 0);
  };

const filesOf = (errors: readonly ContractError[]): readonly string[] => errors.map(({ file }) => file);

test('a folder without errors is read', () => {
  expect(gather(sum())).toEqual({ read: 12, errors: [] });
  expect(sum()()).toBe(12);
});

test('all that is broken is told once, and nothing that only follows from it', () => {
  const { read, errors } = gather(sum('one', 'two', '4', '5'));

  expect(read).toBeUndefined();
  expect(filesOf(errors)).toEqual(['one', 'two', '4', '5']);
});

test('what several parts meet is told once', () => {
  const { errors } = gather(() => [attempt(broken('one')), attempt(broken('two')), attempt(broken('one'))]);

  expect(filesOf(errors)).toEqual(['one', 'two']);
});

test('without gathering the first error is thrown, also after another folder was gathered', () => {
  gather(sum('one'));

  expect(sum('two', '4')).toThrow(/^two: it is broken/);
});

test('another error is no matter of the folder', () => {
  const failing = () =>
    gather(() => {
      attempt(() => {
        throw new TypeError('our own');
      });
    });

  expect(failing).toThrow(TypeError);
  expect(sum('one')).toThrow(ContractError);
});
