import type { Contract } from '#contract/contract';
import { OpenElement, withBody } from '#xml/document';
import { type Validator, compileSchema } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import { soapNamespace } from '../answer.ts';

/** Schema errors of an answer by its contract; none where it is valid. */
export const schemaProblems = (contract: Contract, body: Uint8Array): readonly string[] => {
  try {
    return withBody(body, (document) => {
      const content = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
      if (!(content instanceof OpenElement)) return ['no SOAP body'];
      return validatorOf(contract)
        .validateElement(content)
        .map(({ message }) => message);
    });
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  }
};

/** Compiled once for each contract of a process. */
const validators = new WeakMap<Contract, Validator>();

const validatorOf = (contract: Contract): Validator => {
  const known = validators.get(contract) ?? compileSchema(contract.files, contract.schemas.message);
  validators.set(contract, known);
  return known;
};
