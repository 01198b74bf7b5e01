import fc from 'fast-check';
import type { DocumentType, Role } from '#contract/contract';
import { fromSchema } from '#documents/schema/from-schema';
import type { DraftFile, Payload } from './draft/draft.ts';
import type { Circumstances } from './circumstances.ts';
import { openNumber, referenceOf, testNotice, testTitle } from './marks.ts';
import { pdf } from './payload/pdf.ts';
import type { SchemaOptions } from '#documents/schema/options';
import { dutchText } from './text/dutch-text.ts';

/** What may stand behind the base64 of a role. */
export const payloadOf = (
  circumstances: Circumstances,
  { role, content }: { readonly role: Role; readonly content: DocumentType['content'] },
  options: SchemaOptions,
): fc.Arbitrary<Payload> => {
  if (role.decode === 'xml') return xmlFile(circumstances, role, options).map(alone);
  const file = content === 'pdf' ? pdfFile(circumstances, role) : xmlFile(circumstances, role, options);
  const form = role.decode === 'file' ? 'single' : 'zip';
  return content === 'none' ? fc.constant({ form, files: [] }) : file.map((one) => ({ form, files: [one] }));
};

/** A document that is the payload by itself has no name. */
const alone = ({ content }: DraftFile): Payload => ({ form: 'single', files: [{ name: '', content }] });

const xmlFile = ({ workshop }: Circumstances, role: Role, options: SchemaOptions): fc.Arbitrary<DraftFile> => {
  const { payload } = role;
  if (payload === undefined)
    throw new Error(`role '${role.name}' holds XML, but contract.yaml names no payload for it`);
  const tree = fromSchema(workshop.modelOf(payload.schema), payload.root, options);
  return tree.map((content) => ({ name: payload.file, content }));
};

const pdfFile = ({ runId }: Circumstances, role: Role): fc.Arbitrary<DraftFile> => {
  const text = fc.record({
    title: dutchText({ min: 1, max: 80 }).map((title) => `${testTitle} ${title}`),
    pages: fc.array(fc.array(dutchText({ min: 1, max: 90 }), { maxLength: 12 }), { minLength: 1, maxLength: 2 }),
  });
  const notice = testNotice(referenceOf(runId, openNumber));
  return text.map(({ title, pages: [first = [], ...others] }) => ({
    name: `${role.name}.pdf`,
    content: pdf({ title, pages: [[notice, ...first], ...others] }),
  }));
};
