import type { Service } from '../contract.ts';
import { filledElements } from './placeholders.ts';

/** Names of the elements, and with an `@` of the attributes, that bear a password by the word of a contract. */
export const passwordNamesOf = (service: Pick<Service, 'alive' | 'headers'>): readonly string[] =>
  filledElements(service)
    .flatMap(({ fills }) => fills.filter(({ from }) => from === 'password'))
    .flatMap(({ at }) => at.split('|'))
    .flatMap((path) => {
      const [, sign = '', name] = lastStep.exec(path.trim()) ?? [];
      return name === undefined ? [] : [sign + name];
    });

const lastStep = /(@?)(?:[\w.-]+:)?([^/@:[\]]+)(?:\[\d+\])*$/u;
