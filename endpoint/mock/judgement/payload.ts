import type { PayloadXml } from '#contract/contract';
import { schemaText } from '#contract/schema-texts/schema-text';
import { unmarkedProblem, xmlProblem } from '#contract/texts/xml-problem';
import { withDocument } from '#xml/document';
import { toTree } from '#xml/parse';
import { nameMessages } from '#xml/schema/naming';
import type { XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import { losslessText } from '../../encoding.ts';
import { markupOf } from '#xml/markup';
import type { Complaint } from '../../server/soap/complaint.ts';
import type { Unreadable } from './content-fault.ts';
import { joined } from './dom.ts';
import { type Effort, spend } from './effort.ts';
import type { Schemas } from './schemas.ts';

/** A document inside a delivery: its tree, and what its schema finds wrong. */
export interface Payload {
  readonly tree: XmlElement;
  readonly complaints: readonly Complaint[];
}

/** More than a Fault tells; naming many takes long. */
export const mostMessages = 50;

/** Reads and validates a document inside a delivery; tells when it is not well-formed, or has a DTD. `at` is where it stands. */
export const readPayload = (
  schemas: Schemas,
  payload: PayloadXml,
  source: { readonly bytes: Uint8Array; readonly at: string; readonly effort: Effort },
): Payload | Unreadable => {
  const hostile = hostility(source.bytes, source.effort);
  if (hostile !== undefined) return hostile;
  const unmarked = unmarkedProblem(source.bytes);
  if (unmarked !== undefined) return { fault: 'xml', problem: unmarked };
  try {
    return withDocument(source.bytes, (document) => {
      const tree = toTree(document.root);
      const { model, validator } = schemas.of(payload.schema);
      const named = nameMessages(model, { tree }, validator.validateElement(document.root, mostMessages));
      const complaints = named.map((one): Complaint => ({
        case: 'content',
        id: one.constraint,
        at: joined(source.at, belowRoot(one.at)),
        text: schemaText(one),
      }));
      return { tree, complaints: complaints.length > 0 ? complaints : rootComplaints(payload, tree, source.at) };
    });
  } catch (error) {
    if (error instanceof XmlError) return { fault: 'xml', problem: xmlProblem(source.bytes, error) };
    throw error;
  }
};

/** A schema takes each of its global elements as a root; the contract takes one. */
const rootComplaints = ({ root, schema }: PayloadXml, tree: XmlElement, at: string): readonly Complaint[] => {
  if (tree.name === root.name && tree.namespace === root.namespace) return [];
  const text = {
    nl: `Het document begint met ${tree.name}. Begin met ${root.name}.`,
    en: `The document begins with ${tree.name}. Begin it with ${root.name}.`,
  };
  return [{ case: 'content', id: `${schema}#root`, at, text }];
};

/** What no parser should see: a DTD, an encoding in which one could hide, or more than any delivery has. */
const hostility = (bytes: Uint8Array, effort: Effort): 'xml' | 'dtd' | undefined => {
  const text = losslessText(bytes).text.replace(/^\u00EF\u00BB\u00BF/, '');
  const { doctype, excess, elements } = markupOf(text);
  if (doctype) return 'dtd';
  spend(effort, 'elements', elements);
  const declared = /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  return excess === undefined && plainEncodings.test(declared) ? undefined : 'xml';
};

const plainEncodings = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d+|windows-125\d)$/i;

/** A path without its first name. */
export const belowRoot = (path: string): string => path.replace(/^\/[^/]*\/?/, '');
