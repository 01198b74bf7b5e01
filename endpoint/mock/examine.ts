import { deliveryAskedBy } from '#contract/deliveries';
import type { Contract, Operation } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { malformedText } from '#contract/texts/xml-problem';
import { OpenElement, type OpenNode, siblingAfter, withDocument } from '#xml/document';
import { toTree } from '#xml/parse';
import type { XmlElement } from '#xml/tree';
import { sameName } from '#xml/qname';
import { XmlError } from '#xml/xml-error';
import type { Carrier } from '../credentials.ts';
import { createJudge, type Judge, type Judgement } from './judgement/judge.ts';
import type { ViewContext } from './judgement/view.ts';
import { type Envelope, readEnvelope, type Understands } from '../server/soap/envelope.ts';
import { bodyFault, headerFault, type SoapFault } from '../server/soap/soap-fault.ts';
import { claimIn, isSecurity, type Claim } from '../server/soap/username-token.ts';

/** What a request turns out to be: no XML, an envelope that gets a Fault, or a request for an operation. */
export type Examination =
  | { readonly kind: 'malformed'; readonly explanation: Bilingual }
  | { readonly kind: 'fault'; readonly fault: SoapFault }
  | { readonly kind: 'alive'; readonly claim: Claim | undefined; readonly fault: SoapFault | undefined }
  | {
      readonly kind: 'delivery';
      readonly claim: Claim | undefined;
      readonly judgement: Judgement;
      /** The operation that was asked for. */
      readonly operation: Operation;
    };

export interface Examiner {
  /** Takes UTF-8 bytes in which markup was found to be harmless. */
  readonly examine: (message: Uint8Array, context: ViewContext) => Examination;
  readonly dispose: () => void;
}

/** Parses, checks the envelope, and judges: all that libxml2 and XPath do for one request. It understands WS-Security as a carrier only. */
export const createExaminer = (contract: Contract, carrier: Carrier): Examiner => {
  const judge = createJudge(contract);
  const understands: Understands = (block) =>
    (carrier === 'wsse' && isSecurity(block)) ||
    contract.service.headers.some(({ element }) => sameName(element, block));
  return {
    examine: (message, context) => examine({ contract, judge, understands }, message, context),
    dispose: judge.dispose,
  };
};

interface Parts {
  readonly contract: Contract;
  readonly judge: Judge;
  readonly understands: Understands;
}

/** Envelope and Body stand around a request. */
const requestDepth = 2;

const examine = (parts: Parts, message: Uint8Array, context: ViewContext): Examination => {
  try {
    return withDocument(message, (document) => {
      const tree = toTree(document.root);
      const envelope = readEnvelope(tree, parts.understands);
      if ('code' in envelope) return { kind: 'fault', fault: envelope };
      const lacking = headerProblem(parts, envelope, document.root);
      if (lacking !== undefined) return { kind: 'fault', fault: lacking };
      const claim = claimIn(envelope.headers);
      const request = { tree: envelope.request, node: requestNode(document.root), depth: requestDepth };
      const { service } = parts.contract;
      const { alive } = service;
      const operation = deliveryAskedBy(service, request.tree);
      if (operation !== undefined)
        return { kind: 'delivery', claim, operation, judgement: parts.judge.judge(request, context) };
      if (alive === undefined || !isFor(alive, request.tree)) return { kind: 'fault', fault: unknown(request.tree) };
      const complaints = parts.judge.validate(request);
      const [first] = complaints;
      return { kind: 'alive', claim, fault: first && { code: 'Client', text: first.text, complaints } };
    });
  } catch (error) {
    if (error instanceof XmlError) return { kind: 'malformed', explanation: malformedText(message, error) };
    throw error;
  }
};

/** What is wrong with the header blocks that the contract demands. */
const headerProblem = ({ contract, judge }: Parts, { headers }: Envelope, root: OpenElement): SoapFault | undefined => {
  const [header] = childElements(root).filter(({ name }) => name === 'Header');
  for (const { element } of contract.service.headers) {
    const tree = headers.find((one) => sameName(one, element));
    const node = childElements(header).find(
      (one) => one.name === element.name && one.namespaceUri === element.namespace,
    );
    if (tree === undefined || node === undefined)
      return headerFault(
        'Client',
        `In de Header ontbreekt ${element.name}. Zet het erin zoals de WSDL zegt.`,
        `The Header has no ${element.name}. Put it there as the WSDL says.`,
      );
    const [first] = judge.validate({ tree, node, depth: requestDepth });
    if (first !== undefined)
      return headerFault('Client', `${element.name}: ${first.text.nl}`, `${element.name}: ${first.text.en}`);
  }
  return undefined;
};

const isFor = ({ request }: Operation, { namespace, name }: XmlElement): boolean =>
  request.namespace === namespace && request.name === name;

/** The first element in the last child of the envelope, which is the Body once the envelope is in order. */
const requestNode = (root: OpenElement): OpenElement => {
  const node = childElements(childElements(root).at(-1))[0];
  if (node === undefined) throw new Error('The Body has no element, though the envelope was found in order.');
  return node;
};

const childElements = (parent: OpenElement | undefined): readonly OpenElement[] => {
  const found: OpenElement[] = [];
  for (let child: OpenNode | null = parent?.firstChild ?? null; child !== null; child = siblingAfter(child))
    if (child instanceof OpenElement) found.push(child);
  return found;
};

const unknown = ({ name, namespace }: XmlElement): SoapFault =>
  bodyFault(
    name,
    `De Body heeft {${namespace}}${name}; die bewerking is hier onbekend. Zie de WSDL.`,
    `The Body has {${namespace}}${name}; that operation is not known here. See the WSDL.`,
  );
