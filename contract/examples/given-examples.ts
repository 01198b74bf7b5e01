import { OpenElement, withDocument } from '#xml/document';
import { compileSchema, type Validator } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import type { Contract } from '../contract.ts';
import { deliveryAskedBy } from '../deliveries.ts';
import { ContractError } from '../folder/contract-error.ts';
import { notWellFormed, oneLine } from '../folder/parse-file.ts';
import { shown } from '../folder/qname.ts';

/** Where examples of a folder stand. */
export const examplesFolder = 'examples/';

type Judged = Pick<Contract, 'files' | 'schemas' | 'service' | 'documentTypes'>;

/** What is wrong with each message in the folder of examples that no document type names. */
export const wrongExamples = (contract: Judged): readonly ContractError[] => {
  const named = new Set(contract.documentTypes.map(({ example }) => example));
  const files = [...contract.files].filter(
    ([name]) => name.startsWith(examplesFolder) && /\.xml$/i.test(name) && !named.has(name),
  );
  if (files.length === 0) return [];
  const validator = compileSchema(contract.files, contract.schemas.message);
  try {
    return files.flatMap(([file, bytes]) => wrongIn({ contract, validator, file }, bytes) ?? []);
  } finally {
    validator.dispose();
  }
};

interface Held {
  readonly contract: Judged;
  readonly validator: Validator;
  readonly file: string;
}

const wrongIn = ({ contract, validator, file }: Held, bytes: Uint8Array): ContractError | undefined => {
  try {
    return withDocument(bytes, ({ root }) => {
      const request = requestIn(root);
      if (request === undefined || deliveryAskedBy(contract.service, nameOf(request)) === undefined)
        return new ContractError(
          { file, line: (request ?? root).line },
          `the example holds ${shown(nameOf(request ?? root))}, which is no delivery of this contract; take it out of the folder`,
        );
      const [first] = validator.validateElement(request);
      if (first === undefined) return undefined;
      return new ContractError(
        { file, line: first.line },
        `the example that was given is not valid by the schema: ${oneLine(first.message)}; correct one of them, or take the example out`,
      );
    });
  } catch (error) {
    if (error instanceof XmlError) return notWellFormed(file, bytes, error);
    throw error;
  }
};

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** What stands in the Body of an envelope, or what is no envelope itself. */
const requestIn = (root: OpenElement): OpenElement | undefined => {
  if (root.name !== 'Envelope' || root.namespaceUri !== soap) return root;
  const body = childrenOf(root).find(({ name }) => name === 'Body');
  return body && childrenOf(body)[0];
};

const childrenOf = (parent: OpenElement): readonly OpenElement[] => {
  const children: OpenElement[] = [];
  for (let child = parent.firstChild; child !== null; child = child.next)
    if (child instanceof OpenElement) children.push(child);
  return children;
};

const nameOf = ({ name, namespaceUri }: OpenElement): { readonly namespace: string; readonly name: string } => ({
  namespace: namespaceUri,
  name,
});
