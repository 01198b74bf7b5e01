import type { protocol } from '#judgement/requirements/protocol';
import { answering, caseOf, http, none, type Reply } from '../replies.ts';
import { sentWith } from '../sent.ts';
import { type JudgedCases, refusing, refusingWith, type Replies } from './judged-cases.ts';

const wordless = '<s:Fault><faultcode>s:Client</faultcode><faultstring> </faultstring></s:Fault>';

/** An answer of IsAlive with something before its root and after its Body. */
const envelope = (before: string, after: string): Uint8Array =>
  Buffer.from(
    `${before}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><d:A xmlns:d="urn:d"/></s:Body>${after}</s:Envelope>`,
  );

/** What an answer quotes of a message begins nothing. */
const quoting = Buffer.from(
  Buffer.from(envelope('', '')).toString().replace('/>', '>&lt;![CDATA[ and &lt;?a b?&gt;</d:A>'),
);

const withHeader =
  (status: number, name: string): Reply =>
  (purpose) =>
    sentWith(
      purpose,
      { kind: 'http-error', http: status },
      {
        outcome: { response: { status, headers: { [name]: 'x' }, body: new Uint8Array() } },
      },
    );

const coded = (coding: string) => ({ 'content-type': 'text/xml; charset=utf-8', 'content-encoding': coding });

/** Cases for the judges of SOAP 1.1 and the WS-I Basic Profile. */
export const protocolCases = (replies: Replies): Readonly<Record<keyof typeof protocol, JudgedCases>> => {
  const { accepted, acceptedUnder, fault, faultAndResponse, odd, soap } = replies;

  const headersOf = (header: Reply, behind = header) => ({ control: accepted(), header, 'header-behind': behind });
  const headers = (header: Reply, behind: Reply) => caseOf(headersOf(header, behind));

  /** Cases about the form of a Fault: without one there is nothing to look at. */
  const ofFaults = (right: Reply, wrong: Reply): JudgedCases => {
    const violation = (reply: Reply) => caseOf({ control: accepted(), violation: reply });
    return {
      conforms: [violation(right)],
      deviates: [violation(wrong)],
      undecided: [violation(http(400)), violation(accepted('D2')), violation(none('reset'))],
    };
  };

  const oddRefused = { 'two-headers': fault(), 'after-body': fault(), 'empty-body': fault(), 'no-body': fault() };
  const oddWith = (taken: keyof typeof oddRefused) =>
    caseOf({ control: accepted(), ...oddRefused, [taken]: accepted('D2') });

  return {
    'protocol.answers-success-with-2xx': {
      conforms: [caseOf({ valid: accepted() }), caseOf({ valid: acceptedUnder(202) })],
      deviates: [caseOf({ valid: acceptedUnder(302) }), caseOf({ valid: acceptedUnder(500) })],
      undecided: [caseOf({ valid: none('timeout') })],
    },
    'protocol.answers-success-with-200': {
      conforms: [caseOf({ valid: accepted() }), caseOf({ valid: accepted(), violation: fault() })],
      deviates: [caseOf({ valid: acceptedUnder(202) }), caseOf({ control: accepted(), variant: acceptedUnder(206) })],
      undecided: [caseOf({ valid: none('timeout') }), caseOf({ valid: fault() })],
    },
    'protocol.answers-fault-with-500': ofFaults(fault(), fault('s:Client', { status: 400 })),
    'protocol.faults-in-place-of-response': ofFaults(fault(), faultAndResponse),
    'protocol.explains-body-errors-in-detail': ofFaults(fault(), fault('s:Client', { parts: '' })),
    'protocol.builds-faults-by-the-book': ofFaults(fault(), fault('s:Client', { parts: '<reden/>' })),
    'protocol.explains-faults-in-words': ofFaults(fault(), soap(wordless, 500)),
    'protocol.blames-violations-on-the-client': {
      conforms: [caseOf({ violation: fault() }), caseOf({ violation: fault('d:Eigen'), header: fault('s:Server') })],
      deviates: [caseOf({ violation: fault('s:Server') }), caseOf({ 'zip-cut-off': fault('s:Server') })],
      undecided: [caseOf({ violation: http(500) }), caseOf({ valid: fault('s:Server') })],
    },
    'protocol.uses-known-fault-codes': ofFaults(fault('d:Eigen'), fault('Client')),
    'protocol.refuses-other-root': refusing(replies, 'other-root'),
    'protocol.refuses-other-soap-version': refusingWith(replies, 'other-version', {
      right: [fault('s:VersionMismatch'), http(415)],
      wrong: [fault(), http(500)],
    }),
    'protocol.answers-errors-with-a-fault': {
      conforms: [
        caseOf({ violation: fault() }),
        caseOf({ violation: fault(), attack: http(500), malformed: http(500) }),
      ],
      deviates: [caseOf({ violation: http(500) }), caseOf({ control: accepted(), 'zip-twice': http(500) })],
      undecided: [caseOf({ violation: http(400) }), caseOf({ valid: accepted() }), caseOf({ 'media-type': http(500) })],
    },
    'protocol.builds-envelopes-by-the-book': {
      conforms: [
        caseOf({ valid: accepted(), violation: fault() }),
        caseOf({ violation: answering(fault(), 'text/xml', quoting) }),
      ],
      deviates: [
        caseOf({ valid: accepted(), violation: faultAndResponse }),
        caseOf({ valid: answering(accepted(), 'text/xml', envelope('', '<x:a xmlns:x="urn:x"/>')) }),
        caseOf({ valid: answering(accepted(), 'text/xml', envelope('<?a b?>', '')) }),
        caseOf({ valid: answering(accepted(), 'text/xml', envelope('<!DOCTYPE a>', '')) }),
      ],
      undecided: [caseOf({ valid: none('timeout') }), caseOf({ violation: http(500) })],
    },
    'protocol.completes-http-statuses': {
      conforms: [
        caseOf({ put: withHeader(405, 'allow') }),
        caseOf({ 'no-username': withHeader(401, 'www-authenticate') }),
      ],
      deviates: [caseOf({ put: withHeader(405, 'x') }), caseOf({ 'wrong-username': withHeader(401, 'x') })],
      undecided: [
        caseOf({ put: withHeader(501, 'x') }),
        caseOf({ valid: accepted() }),
        caseOf({ valid: none('reset') }),
      ],
    },
    'protocol.refuses-unknown-mandatory-header': {
      conforms: [
        headers(fault('s:MustUnderstand'), fault('s:MustUnderstand')),
        caseOf({ ...headersOf(fault('s:MustUnderstand')), alive: fault(), 'alive-header': fault() }),
        caseOf({ ...headersOf(fault('s:MustUnderstand')), alive: replies.alive, 'alive-header': http(500) }),
      ],
      deviates: [
        headers(fault(), fault('s:MustUnderstand')),
        headers(fault('s:MustUnderstand'), accepted('D2')),
        headers(http(400), fault('s:MustUnderstand')),
        caseOf({ ...headersOf(fault('s:MustUnderstand')), alive: replies.alive, 'alive-header': replies.alive }),
      ],
      undecided: [
        headers(none('timeout'), fault('s:MustUnderstand')),
        caseOf({ control: fault(), header: fault('s:MustUnderstand'), 'header-behind': fault('s:MustUnderstand') }),
      ],
    },
    'protocol.refuses-two-requests': refusing(replies, 'two-requests'),
    'protocol.refuses-odd-envelopes': {
      conforms: [caseOf({ control: accepted(), ...oddRefused, 'after-body': http(400) })],
      deviates: [oddWith('two-headers'), oddWith('after-body'), oddWith('empty-body'), oddWith('no-body')],
      undecided: [caseOf({ control: fault(), ...oddRefused })],
    },
    'protocol.ignores-optional-header': {
      conforms: [caseOf({ control: accepted(), 'optional-header': accepted('D2'), 'other-actor': accepted('D3') })],
      deviates: [
        caseOf({ control: accepted(), 'optional-header': fault(), 'other-actor': accepted('D3') }),
        caseOf({ control: accepted(), 'optional-header': accepted('D2'), 'other-actor': fault() }),
        caseOf({
          ...{ control: accepted(), 'optional-header': accepted('D2'), 'other-actor': accepted('D3') },
          addressing: fault(),
        }),
      ],
      undecided: [caseOf({ control: fault(), 'optional-header': fault(), 'other-actor': fault() })],
    },
    'protocol.refuses-other-method': refusingWith(replies, 'put', { right: [http(405)], wrong: [http(400), fault()] }),
    'protocol.refuses-other-media-type': refusingWith(replies, 'media-type', {
      right: [http(415)],
      wrong: [http(400), fault()],
    }),
    'protocol.refuses-malformed-message': refusingWith(replies, 'malformed', {
      right: [fault(), http(400)],
      wrong: [http(500)],
    }),
    'protocol.refuses-unknown-operation': {
      conforms: [caseOf({ control: accepted(), 'unknown-operation': fault(), 'unknown-request': http(400) })],
      deviates: [
        caseOf({ control: accepted(), 'unknown-operation': accepted('D2'), 'unknown-request': fault() }),
        caseOf({ control: accepted(), 'unknown-operation': fault(), 'unknown-request': accepted('D2') }),
      ],
      undecided: [caseOf({ control: fault(), 'unknown-operation': fault(), 'unknown-request': fault() })],
    },
    'protocol.disregards-declared-encoding': {
      conforms: [caseOf({ control: accepted(), 'declared-latin': accepted('D2'), 'declared-utf-16': accepted('D3') })],
      deviates: [
        caseOf({ control: accepted(), 'declared-latin': fault(), 'declared-utf-16': accepted('D3') }),
        caseOf({ control: accepted(), 'declared-latin': accepted('D2'), 'declared-utf-16': fault() }),
      ],
      undecided: [caseOf({ control: fault(), 'declared-latin': fault(), 'declared-utf-16': fault() })],
    },
    'protocol.names-charset-of-answer': {
      conforms: [
        caseOf({ valid: accepted() }),
        caseOf({ valid: answering(accepted(), 'Text/XML;charset="UTF-8"') }),
        caseOf({ valid: answering(accepted(), coded('identity')) }),
        caseOf({ valid: answering(accepted(), 'text/xml; charset=utf-16', Buffer.from('\ufeff<a/>', 'utf16le')) }),
      ],
      deviates: [
        caseOf({ valid: answering(accepted(), 'text/xml') }),
        caseOf({ valid: answering(accepted(), 'text/xml; charset=utf-16') }),
        caseOf({ valid: answering(accepted(), 'application/soap+xml; charset=utf-8') }),
        caseOf({ valid: answering(accepted(), coded('gzip')) }),
      ],
      undecided: [caseOf({ valid: none('timeout') })],
    },
    'protocol.answers-unquoted-action': {
      conforms: [
        caseOf({ control: accepted(), unquoted: accepted('D2') }),
        caseOf({ control: accepted(), unquoted: fault() }),
        caseOf({ control: accepted(), unquoted: http(400) }),
      ],
      deviates: [caseOf({ control: accepted(), unquoted: odd }), caseOf({ control: accepted(), unquoted: soap('') })],
      undecided: [
        caseOf({ control: accepted(), unquoted: none('reset') }),
        caseOf({ control: fault(), unquoted: fault() }),
      ],
    },
  };
};
