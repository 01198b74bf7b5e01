import type { RequirementId } from '#judgement/requirements/registry';
import type { Defect } from '#endpoint/mock/parts';
import type { PlannedCheck } from '#harness/plan';
import { headerFault } from '#endpoint/server/soap/soap-fault';
import type { Contract } from '#contract/contract';
import { answering, faulting, overlooking, page, textOf, writing } from './seams.ts';
import type { Selected } from './seeded-defect.ts';

/** What another platform does otherwise than the mock, and may. */
export interface Manner {
  /** What it does, in one sentence. */
  readonly does: string;
  /** Requirements that fail with it where they do not bind: no MUST. */
  readonly fails?: readonly RequirementId[];
  readonly run: Selected;
  readonly defects: readonly Defect[];
}

const protocol = { topics: ['protocol'], runs: 10 } as const;

/** Of the checks that violate constraints those of one element, and the rules. */
const someViolations = ({ constraints }: PlannedCheck): boolean =>
  constraints.length === 0 || constraints.some((one) => /^dossier\.xsd#Dossier\/|^rules\.sch#/.test(one));

const dispatcher = 'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher';

const ofItsOwn = faulting((text) =>
  text.replace('<faultcode>soap:Client<', `<faultcode xmlns:a="${dispatcher}">a:DeserializationFailed<`),
);

const helpPage = answering((response, { method, target }) =>
  method === 'GET' && !target.includes('?') ? page(200) : response,
);

const quotes: Defect = {
  alter: (parts) => ({
    ...parts,
    actionFault: (header, action) =>
      header?.startsWith('"') === true ? parts.actionFault(header, action) : notSupported,
  }),
};

const notSupported = headerFault('Client', 'De actie is onbekend.', 'The action is not known.');

const nothing = new Uint8Array();

const bareMalformed = answering((response) => (response.status === 400 ? { ...response, body: nothing } : response));

const bareMismatch = (status: number): Defect =>
  answering((response) => (textOf(response).includes('soap:VersionMismatch') ? page(status) : response));

const bareRoot = answering((response) =>
  textOf(response).includes('SOAP-envelop.') && !textOf(response).includes('<detail>') ? page(400) : response,
);

const bound = answering((response, { body }) => (body.length > 65_536 ? page(413) : response));

const refusingMediaType = (status: number): Defect =>
  answering((response) => (response.status === 415 ? page(status) : response));

const refusingPut = answering((response, { method }) => (method === 'PUT' ? page(400) : response));

const chatty = answering((response) => ({
  ...response,
  headers: { ...response.headers, server: 'Microsoft-IIS/10.0', 'x-powered-by': 'ASP.NET', 'cache-control': 'private' },
}));

const declared = '<?xml version="1.0" encoding="utf-16"?>';

const prefixed = writing((text) => text.replace(/(<\/?|xmlns:)soap([:=])/g, '$1s$2').replace('>soap:', '>s:'));

/** Differences that are no defects: the ways of WCF, and of an endpoint that keeps no more than its sources say. */
export const manners = {
  'takes-quoted-actions-only': {
    does: 'Answers a SOAPAction without quotes with a Fault (BP 1.1, R1119 lets it).',
    run: protocol,
    defects: [quotes],
  },
  'shows-a-help-page': {
    does: 'Answers a GET with its help page.',
    run: { topics: ['connection', 'protocol'] },
    defects: [helpPage],
  },
  'has-fault-codes-of-its-own': {
    does: 'Has fault codes in a namespace of its own, as in a:DeserializationFailed.',
    run: protocol,
    defects: [ofItsOwn],
  },
  'says-nothing-of-malformed-messages': {
    does: 'Answers a message that is no XML with 400 and an empty body.',
    run: protocol,
    defects: [bareMalformed],
  },
  'refuses-other-envelopes-with-400': {
    does: 'Answers another root, and SOAP 1.2, with 400 and no Fault.',
    run: protocol,
    defects: [bareRoot, bareMismatch(400)],
  },
  'refuses-soap-1-2-with-415': {
    does: 'Answers SOAP 1.2 with 415 and no Fault.',
    run: protocol,
    defects: [bareMismatch(415)],
  },
  'refuses-media-types-with-500': {
    does: 'Answers another media type with 500.',
    fails: ['protocol.refuses-other-media-type'],
    run: protocol,
    defects: [refusingMediaType(500)],
  },
  'refuses-put-with-400': {
    does: 'Answers PUT with 400.',
    fails: ['protocol.refuses-other-method'],
    run: protocol,
    defects: [refusingPut],
  },
  'takes-64-kilobytes-at-most': {
    does: 'Refuses messages above 65,536 bytes with 413.',
    fails: ['robustness.takes-long-content'],
    run: { topics: ['robustness'] },
    defects: [bound],
  },
  'has-a-firewall': {
    does: 'Has a firewall before it that answers 403 to a document type declaration, and to what is nested too deeply.',
    run: { topics: ['robustness'] },
    defects: [answering((response, request) => (/<!DOCTYPE|<a><a>/.test(textOf(request)) ? page(403) : response))],
  },
  'writes-other-prefixes': {
    does: 'Writes its answers with other prefixes, and with headers of its platform.',
    run: { topics: ['connection', 'delivery', 'protocol'] },
    defects: [prefixed, chatty],
  },
  'writes-a-byte-order-mark': {
    does: 'Begins its answers with a byte order mark.',
    run: { topics: ['connection', 'delivery', 'protocol'] },
    defects: [writing((text) => `\uFEFF${text}`)],
  },
  'declares-another-encoding': {
    does: 'Declares UTF-16 at the head of answers in UTF-8, which receivers ignore (BP 1.1, R1019).',
    run: { topics: ['connection', 'delivery', 'protocol'] },
    defects: [
      answering((response, { method }) =>
        method === 'GET'
          ? response
          : { ...response, body: Buffer.from(declared + textOf(response).replace(/^<\?xml.*?\?>/, '')) },
      ),
    ],
  },
  'answers-in-utf-16': {
    does: 'Writes its answers in UTF-16, and says so.',
    run: { topics: ['delivery', 'protocol'] },
    defects: [
      answering((response) => ({
        ...response,
        headers: { ...response.headers, 'content-type': 'text/xml; charset=utf-16' },
        body: Buffer.from(`\uFEFF${textOf(response).replace(/^<\?xml.*\?>\s*/, '')}`, 'utf16le'),
      })),
    ],
  },
  'is-a-service-of-wcf': {
    does: 'Does all that WCF does otherwise.',
    fails: ['protocol.refuses-other-media-type', 'protocol.refuses-other-method', 'robustness.takes-long-content'],
    run: {
      topics: ['connection', 'delivery', 'rejection', 'protocol', 'variants', 'redelivery', 'robustness'],
      only: someViolations,
    },
    defects: [
      helpPage,
      bareMalformed,
      bareRoot,
      bareMismatch(400),
      refusingMediaType(500),
      refusingPut,
      bound,
      ofItsOwn,
      prefixed,
      chatty,
    ],
  },
  'keeps-to-what-is-public': {
    does: 'Refuses what breaks a constraint on public ground, and nothing else.',
    fails: ['rejection.refuses-schema-violation', 'rejection.refuses-rule-violation'],
    run: { topics: ['rejection', 'protocol', 'redelivery'], runs: 10, only: someViolations },
    defects: [
      {
        alter: (parts) => {
          const grounds = groundsOf(parts.contract);
          const lenient = overlooking(({ id }) => grounds.get(id ?? '') !== 'public' && id !== undefined);
          return lenient.alter?.(parts) ?? parts;
        },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Manner>>;

const groundsOf = ({ constraints }: Contract): ReadonlyMap<string, string> =>
  new Map(constraints.map(({ id, ground }) => [id, ground]));
