import type { Exchange } from '#contract/wire/exchange';
import type { Case } from '#judgement/case';
import type { request } from '#judgement/requirements/request';
import { sentWith } from '../sent.ts';
import type { JudgedCases } from './judged-cases.ts';

/** A recording of one request with these headers. */
const requested = (headers: Readonly<Record<string, string>>, method = 'POST'): Case => {
  const sent: Exchange['request'] = { method, url: 'https://localhost/', headers, body: new Uint8Array() };
  return { sent: [sentWith('received', { kind: 'alive', http: 200 }, { request: sent })], kept: undefined };
};

/** Cases of what the requests of a vendor's system must be. */
export const requestCases: Readonly<Record<keyof typeof request, JudgedCases>> = {
  'request.quotes-action': {
    conforms: [requested({ soapaction: '"urn:a"' }), requested({ soapaction: '""' })],
    deviates: [
      requested({ soapaction: 'urn:a' }),
      requested({ soapaction: '"urn:a' }),
      requested({ host: 'localhost' }),
    ],
    undecided: [
      { sent: [], kept: undefined },
      requested({ host: 'localhost' }, 'GET'),
      requested({}),
      requested({}, ''),
      requested({ 'content-type': 'application/soap+xml; action="urn:a"' }),
    ],
  },
};
