import { deliveriesOf } from '#contract/deliveries';
import { isUtf8 } from 'node:buffer';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { xmlProblem } from '#contract/texts/xml-problem';
import type { QName } from '#xml/qname';
import { type OpenDocument, OpenElement, type Opener } from '#xml/document';
import { XmlError, XmlGaveUp } from '#xml/xml-error';
import { compileXPath, nodesOf, type XPath } from '#xml/xpath';
import type { Finding } from './finding.ts';
import { declaresForeignEncoding, openMessage } from './open-message.ts';
import { partsOf } from './request-parts.ts';
import { soapFinding, type SoapStatement } from './soap-findings.ts';
import { unknownRequestText, unwrappedText } from './unknown-request-text.ts';

/** A request taken out of its envelope, or what is wrong with the envelope. */
export type Enveloped =
  | Requested
  | {
      readonly findings: readonly Finding[];
      /** The request all the same, where there is one and no other that could be meant. */
      readonly inside?: Requested;
    };

interface Requested {
  readonly operation: 'deliver' | 'alive';
  readonly request: OpenElement;
}

/** Takes requests out of their envelopes. */
export interface EnvelopeReader {
  /** Throws `XmlGaveUp` when the library can't read the message. */
  readonly read: (message: Uint8Array, open: Opener) => Enveloped;
  readonly dispose: () => void;
}

const namespaces = { s: 'http://schemas.xmlsoap.org/soap/envelope/' };
const blankText = (path: string): string => `not(${path}/text()[normalize-space() != ''])`;
const header = '/s:Envelope/s:Header';
const body = '/s:Envelope/s:Body';

const statements: readonly (readonly [SoapStatement, string])[] = [
  ['no-processing-instructions', 'not(//processing-instruction())'],
  ['envelope', "boolean(/*[local-name() = 'Envelope'])"],
  ['version', "not(/*[local-name() = 'Envelope']) or boolean(/s:Envelope)"],
  ['no-body', `not(/s:Envelope) or boolean(${body})`],
  [
    'body',
    `not(${body}) or (count(${body}) = 1 and count(${header}) <= 1 and count(/s:Envelope/*) = count(${body} | ${header}) ` +
      `and not(${body}/following-sibling::*) and ${blankText('/s:Envelope')})`,
  ],
  ['one-request', `not(${body}) or (count(${body}[1]/*) = 1 and ${blankText(body)})`],
];

/** Reads the envelopes of a contract's service. */
export const envelopeReader = (contract: Contract): EnvelopeReader => {
  const { service } = contract;
  const compile = (expression: string): XPath => compileXPath(expression, namespaces);
  const checks = statements.map(([statement, test]) => ({ statement, test: compile(test) }));
  const all = compile(statements.map(([, test]) => `(${test})`).join(' and '));
  const content = compile(`/*[local-name() = 'Envelope']/*[local-name() = 'Body']/*`);
  const block = compile(`${header}/*`);
  /** With the one request that there is, if so. */
  const around = (findings: readonly Finding[], root: OpenElement): Enveloped => {
    const requests = nodesOf(content.evaluate(root));
    const inside = requests.length === 1 ? operationOf(requests[0], contract) : undefined;
    return inside === undefined || 'findings' in inside ? { findings } : { findings, inside };
  };
  const readDocument = (document: OpenDocument): Enveloped => {
    if (document.dtd !== null) return { findings: [soapFinding('no-dtd')] };
    const { root } = document;
    if (all.evaluate(root) !== true) {
      const broken = checks.filter(({ test }) => test.evaluate(root) !== true);
      const findings = broken.map(({ statement }) =>
        statement === 'one-request' && isEscaped(root)
          ? escapedFinding(root)
          : soapFinding(statement, '/', { line: root.line }),
      );
      return around(findings, root);
    }
    const blocks = nodesOf(block.evaluate(root));
    const lacking = service.headers.find(
      ({ element }) => !blocks.some((one) => one instanceof OpenElement && is(one, element)),
    );
    if (lacking !== undefined)
      return around([soapFinding('header', '/', { line: root.line, detail: missing(lacking.element) })], root);
    return operationOf(nodesOf(content.evaluate(root))[0], contract);
  };
  return {
    read: (message, open) => {
      const document = parse(message, open);
      return 'findings' in document ? document : readDocument(document);
    },
    dispose: () => {
      for (const xpath of [...checks.map(({ test }) => test), all, content, block]) xpath.dispose();
    },
  };
};

/** Whether what Body holds is markup that was escaped as text. */
const isEscaped = (root: OpenElement): boolean =>
  /^\s*(?:<|&(?:amp;)*lt;)[\w?!][^]*(?:>|&(?:amp;)*gt;)\s*$/.test(root.content);

const escapedFinding = ({ line, content }: OpenElement): Finding => {
  const [nl, en] = content.trimStart().startsWith('<') ? ['', ''] : [' twee keer', ' twice'];
  return {
    ...soapFinding('one-request', '/', { line, why: 'escaped' }),
    text: {
      nl: `Het verzoek staat als tekst in Body:${nl} geëscapet (&lt;) of in CDATA (BP 1.1, R9981). Zet het er als elementen in.`,
      en: `The request stands in Body as text: escaped${en} (&lt;) or in CDATA (BP 1.1, R9981). Put it there as elements.`,
    },
  };
};

const missing = ({ name }: QName): Bilingual => ({ nl: `Het heet ${name}.`, en: `Its name is ${name}.` });

const operationOf = (request: unknown, contract: Contract): Enveloped => {
  const { service } = contract;
  const { alive } = service;
  if (!(request instanceof OpenElement)) return { findings: [soapFinding('one-request')] };
  const deliveries = deliveriesOf(service);
  if (deliveries.some((one) => is(request, one.request))) return { operation: 'deliver', request };
  if (alive !== undefined && is(request, alive.request)) return { operation: 'alive', request };
  const known = [...deliveries, ...(alive === undefined ? [] : [alive])].map((one) => one.request);
  const around = deliveries.find((one) => partsOf(contract, one.request).includes(request.name))?.request;
  if (around !== undefined)
    return {
      findings: [
        soapFinding('request', `/${request.name}`, {
          ...{ line: request.line, why: 'unwrapped', detail: unwrappedText(request.name, around) },
        }),
      ],
    };
  const detail = unknownRequestText({ name: request.name, namespace: request.namespaceUri }, known);
  return { findings: [soapFinding('request', `/${request.name}`, { line: request.line, detail })] };
};

const is = (node: OpenElement, name: QName): boolean => node.name === name.name && node.namespaceUri === name.namespace;

const parse = (message: Uint8Array, open: Opener): OpenDocument | { readonly findings: readonly Finding[] } => {
  if (declaresForeignEncoding(message) && !isUtf8(message)) return { findings: [soapFinding('encoding')] };
  try {
    return openMessage(message, open);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (error instanceof XmlGaveUp && !beginsWithDoctype(message)) throw error;
    return { findings: [unreadable(message, error)] };
  }
};

const unreadable = (message: Uint8Array, error: XmlError): Finding => {
  if (error instanceof XmlGaveUp) return soapFinding('no-dtd');
  const { kind, line, column, text, why } = xmlProblem(message, error);
  return soapFinding(kind === 'encoding' ? 'encoding' : 'well-formed', '/', { line, column, detail: text, why });
};

/** Such a message is wrong whatever follows, also when entities keep the parser from its end. */
const beginsWithDoctype = (message: Uint8Array): boolean => {
  const start = Buffer.from(message.subarray(0, 4000)).toString('latin1').replaceAll('\0', '');
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:<\?(?:(?!\?>)[^])*\?>\s*|<!--(?:(?!-->)[^])*-->\s*)*<!DOCTYPE/.test(
    start,
  );
};
