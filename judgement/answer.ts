import { acceptingTexts } from '#contract/description/accepting-texts';
import { deliveriesOf, deliveryAnsweredBy } from '#contract/deliveries';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract, Operation, OutcomePath, RefusalPaths } from '#contract/contract';
import type { QName } from '#xml/qname';
import type { Exchange, WireFailure, WireResponse } from '#contract/wire/exchange';
import { shortened, shortenedBoth } from '#contract/texts/shortened';
import { codingOf } from './unpacked-answer.ts';
import { type OpenDocument, OpenElement, withBody } from '#xml/document';
import { XmlError } from '#xml/xml-error';

export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A Fault as it stands in an answer, its texts shortened; absent parts are undefined. */
export interface Fault {
  /** Local part of the fault code; its namespace, empty when the prefix is not bound. */
  readonly code: string;
  readonly codeNamespace: string;
  readonly text: string;
  /** Absent where none is named. */
  readonly actor?: string | undefined;
  readonly hasDetail: boolean;
  /** What the contract's detail entry says, where it is there. */
  readonly detail: Refusal | undefined;
  /** Names of the children of Fault and of what is in those but detail, in their order, the first of them; a namespaced one as `{namespace}name`. */
  readonly parts: readonly string[];
}

/** What a refusal says is wrong; empty where it does not say it. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
  readonly element: string;
}

export type DossierStatus = 'published' | 'scheduled' | 'prepared' | 'unknown';

/** Set where there was no time to read or judge: the same bytes need not come to the same again. */
export interface Late {
  readonly late?: true;
}

/** Set where there was nothing in it. */
interface Empty {
  readonly empty?: true;
}

/** Set where it stood in a SOAP envelope nevertheless. */
interface InEnvelope {
  readonly soap?: true;
}

/** What an exchange came to, read from its recorded bytes. */
export type Answer =
  | { readonly kind: 'accepted'; readonly http: number; readonly dossierNumber: string; readonly status: DossierStatus }
  | { readonly kind: 'alive'; readonly http: number }
  | { readonly kind: 'fault'; readonly http: number; readonly fault: Fault; readonly dossierNumber: string }
  | { readonly kind: 'refused'; readonly http: number; readonly refusal: Refusal; readonly dossierNumber: string }
  | ({ readonly kind: 'http-error'; readonly http: number } & InEnvelope & Late)
  | ({ readonly kind: 'unexpected'; readonly http: number; readonly reason: Bilingual } & InEnvelope & Late & Empty)
  | { readonly kind: 'none'; readonly failure: WireFailure };

const soapKinds: ReadonlySet<Answer['kind']> = new Set(['accepted', 'alive', 'fault', 'refused']);

/** Whether an answer is one that a service in SOAP gives. */
export const isOfService = ({ kind }: Answer): boolean => soapKinds.has(kind);

/** Whether the other side spoke SOAP. */
export const isSoap = (answer: Answer): boolean => isOfService(answer) || 'soap' in answer;

/** Kinds of answer that refuse what was sent. */
export const refusals: ReadonlySet<string> = new Set<Answer['kind']>(['fault', 'refused', 'http-error']);

/** What a Fault or a response that refuses says is wrong. */
export const refusalIn = (answer: Answer): Refusal | undefined => {
  if (answer.kind === 'refused') return answer.refusal;
  return answer.kind === 'fault' ? answer.fault.detail : undefined;
};

/**
 * Reads what an exchange came to. The contract's response with a dossier number is an acceptance under any HTTP status,
 * since a dossier is there then; a Fault beside it makes it none.
 */
export const readAnswer = (contract: Contract, exchange: Exchange): Answer => {
  if ('failure' in exchange.outcome) return { kind: 'none', failure: exchange.outcome.failure };
  const { response } = exchange.outcome;
  try {
    return withBody(response.body, (document) =>
      fromDocument(contract, { asked: askedBy(contract, exchange), response }, document),
    );
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return withoutXml(response, error.message);
  }
};

const withoutXml = (response: WireResponse, problem: string): Answer => {
  const { status, headers, body } = response;
  if (status >= 400) return { kind: 'http-error', http: status };
  if (body.length === 0) return { ...unexpected(status, 'een leeg antwoord', 'an empty body'), empty: true };
  const type = headers['content-type'] ?? 'Content-Type: –';
  const { nl, en } = codingOf(response);
  return unexpected(status, `geen XML (${type}${nl}): ${problem}`, `not XML (${type}${en}): ${problem}`);
};

const unexpected = (http: number, nl: string, en: string): Extract<Answer, { readonly kind: 'unexpected' }> => ({
  kind: 'unexpected',
  http,
  reason: shortenedBoth({ nl, en }),
});

interface Answered {
  readonly asked: Operation | undefined;
  readonly response: WireResponse;
}

/** The delivery that a request asked for by its SOAPAction, where a service has several. */
const askedBy = ({ service }: Contract, { request }: Exchange): Operation | undefined => {
  const action = request.headers['soapaction']?.replaceAll('"', '');
  const named = deliveriesOf(service).filter((one) => one.action === action);
  return Object.keys(service.deliverOf).length > 0 && named.length === 1 ? named[0] : undefined;
};

const fromDocument = (contract: Contract, { asked, response }: Answered, document: OpenDocument): Answer => {
  const http = response.status;
  const inBody = (path: string) => document.get(`/s:Envelope/s:Body/${path}`, { s: soapNamespace });
  const content = inBody('s:Fault') ?? inBody('*');
  if (!(content instanceof OpenElement)) {
    if (http >= 400) return { kind: 'http-error', http };
    const { name } = document.root;
    return unexpected(http, `XML zonder SOAP-body: <${name}>`, `XML without a SOAP body: <${name}>`);
  }
  const dossierNumber = numberAt(content, contract);
  if (is(content, { namespace: soapNamespace, name: 'Fault' })) {
    return {
      kind: 'fault',
      http,
      fault: readFault(contract, content),
      dossierNumber: anyDossierNumber(contract, document),
    };
  }
  return fromResponse(contract, { http, content, dossierNumber, asked });
};

const fromResponse = (contract: Contract, responded: Success & { readonly asked: Operation | undefined }): Answer => {
  const { http, content, dossierNumber, asked } = responded;
  const isResponse = deliveryAnsweredBy(contract.service, nameOf(content)) !== undefined;
  if (isResponse && asked !== undefined && !is(content, asked.response))
    return notOurs(
      http,
      `het antwoord van een andere bewerking, <${content.name}>, en niet <${asked.response.name}>`,
      `the response of another operation, <${content.name}>, and not <${asked.response.name}>`,
    );
  const refusal = isResponse ? refusalOf(contract, content) : undefined;
  if (refusal === 'unclear')
    return notOurs(http, 'een antwoord dat niet zegt of het is gelukt', 'a response that does not say if it went well');
  if (refusal !== undefined)
    return { kind: 'refused', http, refusal, dossierNumber: numberBesideRefusal(contract, dossierNumber) };
  if (http >= 400 && !(isResponse && dossierNumber !== '')) return { kind: 'http-error', http, soap: true };
  return success(contract, { http, content, dossierNumber });
};

/** What a response that refuses says is wrong; undefined for one that does not refuse. */
const refusalOf = (contract: Contract, content: OpenElement): Refusal | 'unclear' | undefined => {
  const { failure, outcome } = contract.service.answer;
  if (failure === undefined) return undefined;
  const told = toldAt(contract, content, failure);
  if (failure.flag === undefined) return told.code === '' ? undefined : told;
  const { at, failed } = failure.flag;
  const said = textAt(content, at, contract);
  const says = (wanted: readonly string[]): boolean => wanted.some((one) => isSame(said, one));
  if (says(failed)) return told;
  if (says(acceptingTexts(failure.flag, outcome))) return undefined;
  if (failed.length === 0 && said !== '') return told;
  return at === outcome?.status ? undefined : 'unclear';
};

/** The two ways to write a boolean say the same. */
const isSame = (said: string, wanted: string): boolean =>
  said === wanted || said === { true: '1', false: '0', 1: 'true', 0: 'false' }[wanted];

const toldAt = (contract: Contract, node: OpenElement, { code, text, element }: RefusalPaths): Refusal => ({
  code: textAt(node, code, contract),
  text: textAt(node, text, contract),
  element: textAt(node, element ?? '', contract),
});

/** A SOAP answer that is none of the contract's. */
const notOurs = (http: number, nl: string, en: string): Answer => ({ ...unexpected(http, nl, en), soap: true });

/** The right name in a namespace that is not the contract's would look right where only names are shown. */
const unknownResponse = (http: number, { name, namespaceUri }: OpenElement, wanted: QName): Answer => {
  if (name !== wanted.name) return notOurs(http, `een onbekend antwoord <${name}>`, `an unknown response <${name}>`);
  const [nl, en] = [`een antwoord <${name}> in namespace`, `a response <${name}> in namespace`];
  return notOurs(
    http,
    `${nl} "${namespaceUri}", en niet "${wanted.namespace}"`,
    `${en} "${namespaceUri}", and not "${wanted.namespace}"`,
  );
};

interface Success {
  readonly http: number;
  readonly content: OpenElement;
  readonly dossierNumber: string;
}

const success = (contract: Contract, { http, content, dossierNumber }: Success): Answer => {
  const { alive, answer } = contract.service;
  if (alive !== undefined && is(content, alive.response)) return { kind: 'alive', http };
  if (deliveryAnsweredBy(contract.service, nameOf(content)) === undefined)
    return unknownResponse(http, content, contract.service.deliver.response);
  if (dossierNumber === '') {
    return notOurs(http, 'een antwoord zonder dossiernummer', 'a response without a dossier number');
  }
  const said = answer.outcome === undefined ? '' : textAt(content, answer.outcome.status, contract);
  return { kind: 'accepted', http, dossierNumber, status: statusOf(answer.outcome, said) };
};

const statusOf = (outcome: OutcomePath | undefined, said: string): DossierStatus => {
  if (outcome === undefined) return 'unknown';
  const { published, scheduled, prepared } = outcome.statuses;
  if (said === published) return 'published';
  if (said === scheduled) return 'scheduled';
  return said === prepared ? 'prepared' : 'unknown';
};

const nameOf = ({ name, namespaceUri }: OpenElement): QName => ({ name, namespace: namespaceUri });

const is = (node: OpenElement, name: QName): boolean => node.name === name.name && node.namespaceUri === name.namespace;

const textAt = (node: OpenElement, xpath: string, contract: Contract): string => {
  if (xpath === '') return '';
  const result = node.eval(xpath, contract.namespaces);
  return shortened((Array.isArray(result) ? (result[0]?.content ?? '') : String(result)).trim());
};

/** A refusal that hands out a dossier number all the same is none: looks for the response anywhere in the answer. */
const anyDossierNumber = (contract: Contract, document: OpenDocument): string => {
  const isResponse = deliveriesOf(contract.service)
    .map(({ response: { name, namespace } }) => `local-name()='${name}' and namespace-uri()='${namespace}'`)
    .join(' or ');
  const found = document.get(`//*[${isResponse}]`);
  return found instanceof OpenElement ? numberAt(found, contract) : '';
};

/** Empty where there is none. */
const numberAt = (content: OpenElement, contract: Contract): string => {
  const { dossierNumber, numbers } = contract.service.answer;
  const said = textAt(content, dossierNumber, contract);
  return said === numbers?.none ? '' : said;
};

/** Where the contract does not say what stands for none, zeros do. */
const numberBesideRefusal = ({ service }: Contract, said: string): string =>
  service.answer.numbers?.none === undefined ? said.replace(/^0+$/, '') : said;

const readFault = (contract: Contract, fault: OpenElement): Fault => {
  const raw = textAt(fault, 'string(faultcode)', contract);
  const [prefix, local] = raw.includes(':') ? raw.split(':', 2) : ['', raw];
  const code = fault.get('faultcode');
  const namespace = code instanceof OpenElement ? (code.namespaceForPrefix(prefix ?? '') ?? '') : '';
  const actor = textAt(fault, 'string(faultactor)', contract);
  return {
    code: local ?? raw,
    codeNamespace: shortened(namespace),
    text: textAt(fault, 'string(faultstring)', contract),
    ...(actor === '' ? {} : { actor }),
    hasDetail: fault.get('detail') !== null,
    detail: readDetail(contract, fault),
    parts: partsOf(fault),
  };
};

/** SOAP 1.1 knows four. */
const mostParts = 20;

const partsOf = (fault: OpenElement): readonly string[] =>
  fault
    .find('* | *[not(self::detail)]/*')
    .slice(0, mostParts)
    .map((part) => (part instanceof OpenElement ? expanded(part) : ''));

const expanded = (node: OpenElement): string =>
  shortened(node.namespaceUri === '' ? node.name : `{${node.namespaceUri}}${node.name}`);

const readDetail = (contract: Contract, fault: OpenElement): Fault['detail'] => {
  if (contract.service.fault === undefined) return undefined;
  const { detail } = contract.service.fault;
  const entry = fault
    .find('detail/*')
    .find((node): node is OpenElement => node instanceof OpenElement && is(node, detail));
  return entry && toldAt(contract, entry, contract.service.fault);
};
