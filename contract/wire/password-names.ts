import type { FilledElement } from '../contract.ts';

/** Names of the elements, and with an `@` of the attributes, in the header blocks of a service's own that bear a password. */
export const passwordNamesOf = (headers: readonly FilledElement[]): readonly string[] =>
  headers
    .flatMap(({ fills }) => fills.filter(({ from }) => from === 'password'))
    .flatMap(({ at }) => at.split('|'))
    .flatMap((path) => {
      const [, sign = '', name] = lastStep.exec(path.trim()) ?? [];
      return name === undefined ? [] : [sign + name];
    });

const lastStep = /(@?)(?:[\w.-]+:)?([^/@:[\]]+)(?:\[\d+\])*$/u;
