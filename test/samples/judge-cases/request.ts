import type { Contract } from '#contract/contract';
import type { Exchange, Inbound } from '#contract/wire/exchange';
import type { Answer } from '#judgement/answer';
import type { Case, Sent } from '#judgement/case';
import type { request } from '#judgement/requirements/request';
import { bytesOf, rightMessage } from '#defects/vendor/vendor-message';
import { sentWith } from '../sent.ts';
import type { JudgedCases } from './judged-cases.ts';

/** A recording of one request with these headers. */
const requested = (headers: Readonly<Record<string, string>>, method = 'POST'): Case => {
  const sent: Exchange['request'] = { method, url: 'https://localhost/', headers, body: new Uint8Array() };
  return { sent: [sentWith('received', { kind: 'alive', http: 200 }, { request: sent })], kept: undefined };
};

interface Arrived extends Partial<Pick<Exchange, 'tls' | 'identity'>> {
  readonly method?: string;
  readonly action?: string;
  readonly body?: Uint8Array;
  readonly answer?: Answer;
  readonly inbound?: Partial<Inbound>;
}

const accepted: Answer = { kind: 'accepted', http: 200, dossierNumber: '1', status: 'published' };
const status = (http: number): Answer => ({ kind: 'http-error', http });
const refused: Answer = {
  kind: 'fault',
  http: 500,
  fault: { code: 'Client', codeNamespace: '', text: '', hasDetail: false, detail: undefined, parts: [] },
  dossierNumber: '',
};
const none: Case = { sent: [], kept: undefined };
const of = (...sent: readonly Sent[]): Case => ({ sent, kept: undefined });
const failed = (reason: string): Pick<Arrived, 'inbound' | 'answer' | 'method' | 'body'> => ({
  method: '',
  body: new Uint8Array(),
  answer: { kind: 'none', failure: { kind: 'tls', code: '', message: reason } },
  inbound: { end: { fate: 'handshake-failed', reason, durationMs: 1 } },
});
const tls: Exchange['tls'] = { version: 'TLSv1.3', cipher: '', resumed: false };

/** Cases of what the requests of a vendor's system must be. */
export const requestCases = (contract: Contract): Readonly<Record<keyof typeof request, JudgedCases>> => {
  const { deliver, alive } = contract.service;
  const right = rightMessage(contract, 'Melding');
  const message = bytesOf(right);
  const came = (arrived: Arrived = {}): Sent => {
    const {
      method = 'POST',
      action = `"${deliver.action}"`,
      body = message,
      answer = accepted,
      inbound,
      ...rest
    } = arrived;
    const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: action };
    return sentWith('received', answer, {
      request: { method, url: 'https://localhost/', headers, body },
      startedAt: Date.parse('2026-11-29T12:00:00Z'),
      inbound: {
        ...{ connection: 1, peer: '127.0.0.1', target: '/DossierService.svc', httpVersion: '1.1', isCut: false },
        ...{ rawHeaders: Object.entries(headers), bodyBytes: body.length },
        ...inbound,
      },
      ...rest,
    });
  };
  const empty = new Uint8Array();
  const kept = { peer: '' };
  const forwarded = { note: { forwarded: { fate: 'answered' } } } as const;
  const unknown = Buffer.from('<a/>');
  const wrong = { action: '"http://tempuri.org/IDossierService/Voeg"', answer: refused } as const;
  return {
    'request.quotes-action': {
      conforms: [requested({ soapaction: '"urn:a"' }), requested({ soapaction: '""' })],
      deviates: [
        requested({ soapaction: 'urn:a' }),
        requested({ soapaction: '"urn:a' }),
        requested({ host: 'localhost' }),
      ],
      undecided: [
        none,
        requested({ host: 'localhost' }, 'GET'),
        requested({}),
        requested({}, ''),
        requested({ 'content-type': 'application/soap+xml; action="urn:a"' }),
      ],
    },
    'request.names-its-operation': {
      conforms: [of(came()), of(came({ action: deliver.action }))],
      deviates: [
        of(came(wrong)),
        of(came({ ...wrong, action: '""' })),
        of(came({ ...wrong, action: `"${alive?.action ?? ''}"` })),
        of(came(), came(wrong)),
        of(came({ ...wrong, answer: accepted })),
      ],
      undecided: [
        none,
        of(came({ ...wrong, method: 'GET' })),
        of(came({ ...wrong, body: empty })),
        of(came({ ...wrong, body: unknown })),
      ],
    },
    'request.goes-to-the-service': {
      conforms: [of(came()), of(came({ answer: refused }))],
      deviates: [
        of(came({ answer: status(404), inbound: { target: '/dossierservice.svc' } })),
        of(came({ method: 'PUT', answer: status(405) })),
      ],
      undecided: [
        none,
        of(came({ method: 'GET', answer: status(404) })),
        of(came({ answer: status(404), inbound: kept })),
        of(came({ answer: status(404), inbound: forwarded })),
        of(came(failed('unsupported protocol'))),
      ],
    },
    'request.holds-a-message': {
      conforms: [of(came()), of(came({ answer: refused }))],
      deviates: [of(came({ body: empty, answer: status(400) }))],
      undecided: [
        none,
        of(came({ body: empty, method: 'GET' })),
        of(came({ body: empty, answer: status(401) })),
        of(came({ body: empty, answer: status(400), inbound: kept })),
        of(
          came({
            body: empty,
            answer: status(400),
            inbound: { end: { fate: 'request-broken-off', reason: '', durationMs: 1 } },
          }),
        ),
        of(came(failed('unsupported protocol'))),
      ],
    },
    'request.offers-a-certificate': {
      conforms: [of(came({ tls, identity: 'PEM' }))],
      deviates: [of(came({ tls, answer: status(403) })), of(came({ tls, identity: 'PEM' }), came({ tls }))],
      undecided: [none, of(came()), of(came({ tls: { ...tls, resumed: true } })), of(came({ tls, method: 'GET' }))],
    },
    'request.speaks-current-tls': {
      conforms: [of(came({ tls }))],
      deviates: [of(came(failed('unsupported protocol'))), of(came({ tls }), came(failed('unsupported protocol')))],
      undecided: [none, of(came()), of(came(failed('tlsv1 alert unknown ca')))],
    },
    'request.is-taken': {
      conforms: [
        of(came()),
        of(came(), came(wrong)),
        of(came(), came({ answer: status(503) })),
        of(came(), came({ answer: refused, inbound: { note: { played: 'refusal' } } })),
        of(came(), came({ answer: status(401) })),
        of(came(), came(failed('unknown ca'))),
      ],
      deviates: [of(came(), came({ answer: refused })), of(came(), came({ answer: status(400) }))],
      undecided: [
        none,
        of(came({ answer: refused })),
        of(came(wrong)),
        of(came({ answer: status(401) })),
        of(came(failed('unknown ca'))),
      ],
    },
  };
};
