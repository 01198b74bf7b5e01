import { boundTo } from '#contract/roles/bindings';
import { unzipSync } from 'fflate';
import type { Contract, Role } from '#contract/contract';
import { OpenElement, withDocument } from '#xml/document';
import { compileSchema } from '#xml/validator';
import { XmlError, XmlGaveUp } from '#xml/xml-error';

/** The least that anybody does with a delivery: the message parsed and validated, its content unzipped, parsed and validated. */
export const bareWork = (contract: Contract): ((body: Uint8Array) => void) => {
  const message = compileSchema(contract.files, contract.schemas.message);
  const content = contentOf(contract);
  const payload = compileSchema(contract.files, content.schema);
  return (body) => {
    quietly(() => {
      const zipped = withDocument(body, (document) => {
        const request = document.get('/*/*[last()]/*');
        if (request instanceof OpenElement) message.validateElement(request);
        return document.get(`//*[local-name() = '${content.element}']`)?.content;
      });
      if (zipped === undefined) return;
      for (const bytes of Object.values(unzipSync(Buffer.from(zipped, 'base64')))) payload.validate(bytes);
    });
  };
};

/** Where the content stands, and what it has to be valid by. */
const contentOf = (contract: Contract): { readonly element: string; readonly schema: string } => {
  const role: Role | undefined = boundTo(contract, 'content')?.roles.at(-1);
  const element = contract.wireNames.content?.[0]?.elements.at(-1);
  if (role?.payload === undefined || element === undefined)
    throw new Error('the floor of a run needs a contract whose content is a payload');
  return { element, schema: role.payload.schema };
};

/** What is not well-formed, or no zip, ends the work on it: many messages of a run are wrong on purpose. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    const isWrong = error instanceof XmlError || error instanceof XmlGaveUp || isOfZip(error);
    if (!isWrong) throw error;
  }
};

/** Whether fflate says it, which gives its errors a number. */
const isOfZip = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';
