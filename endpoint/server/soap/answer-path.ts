import type { Contract } from '#contract/contract';
import { wayIn } from '#contract/schemas/answer-paths';
import type { QName } from '#xml/qname';
import type { SchemaModel } from '#xml/schema/model';
import { ConfigurationError } from '../../configuration-error.ts';

const steps = /^(?:\.|(?:(?:[\w.-]+:)?[\w.-]+\/)*(?:@?(?:[\w.-]+:)?[\w.-]+))$/u;

/** Where the answer of one operation has what a path of the contract finds, which can go several ways. */
export const pathIn = (
  { namespaces, service }: Contract,
  model: SchemaModel,
  { root, at }: { readonly root: QName; readonly at: string },
): string => wayIn({ root, at, place: { file: service.wsdl, line: 0 } }, model, namespaces);

/** The names in a path of child steps, as in `drp:Uitkomst/drp:Status`; throws `ConfigurationError` for any other XPath. */
export const namesIn = (path: string): string => {
  const plain = path.replace(/^\.\//, '').replace(/\/text\(\)$/, '');
  if (!steps.test(plain))
    throw new ConfigurationError(
      `The endpoint can't write its answer at "${path}". In contract.yaml, give a path of element names with an attribute at most.`,
    );
  return plain === '.' ? '' : plain.replace(/[\w.-]+:/g, '');
};
