import { ConfigurationError } from '../../configuration-error.ts';

const steps = /^(?:\.|(?:(?:[\w.-]+:)?[\w.-]+\/)*(?:@?(?:[\w.-]+:)?[\w.-]+))$/u;

/** The names in a path of child steps, as in `drp:Uitkomst/drp:Status`; throws `ConfigurationError` for any other XPath. */
export const namesIn = (path: string): string => {
  const plain = path.replace(/^\.\//, '').replace(/\/text\(\)$/, '');
  if (!steps.test(plain))
    throw new ConfigurationError(
      `The endpoint can't write its answer at "${path}". In contract.yaml, give a path of element names with an attribute at most.`,
    );
  return plain === '.' ? '' : plain.replace(/[\w.-]+:/g, '');
};
