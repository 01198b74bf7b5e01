import type { WireFailure } from './exchange.ts';
import { spotOf } from './probe/reach-port.ts';
import type { Tunnel } from './proxy/tunnel.ts';
import { speaksTls } from './tls-probe.ts';
import type { Outcome } from './transport.ts';

/** Notices when plain HTTP is spoken to a port that wants TLS: some servers say so, others hang up without a word. */
export const tlsSuspicion = (url: URL, probeMs: number, tunnel?: Tunnel): ((outcome: Outcome) => Promise<Outcome>) => {
  let probe: Promise<boolean> | undefined;
  let heard = url.protocol === 'https:';
  return async (outcome) => {
    if (saysSo(outcome)) return { failure: wantsTls(url, outcome) };
    if (!('failure' in outcome)) heard = true;
    if (heard || !('failure' in outcome) || !silent.has(outcome.failure.kind)) return outcome;
    probe ??= speaksTls(spotOf(url), probeMs, tunnel);
    return (await probe) ? { failure: wantsTls(url, outcome) } : outcome;
  };
};

const silent = new Set<WireFailure['kind']>(['reset', 'truncated', 'other']);

/** The words of nginx, Apache and Go. */
const saysSo = (outcome: Outcome): boolean =>
  'response' in outcome &&
  outcome.response.status === 400 &&
  /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled|HTTP request to an HTTPS server/i.test(
    Buffer.from(outcome.response.body).toString('latin1'),
  );

const wantsTls = (url: URL, outcome: Outcome): WireFailure => {
  const received = 'response' in outcome ? outcome.response : outcome.failure.received;
  return {
    kind: 'tls',
    code: 'TLS_REQUIRED',
    message: `${url.host} expects TLS, and the URL says http://. Begin it with https://.`,
    ...(received === undefined ? {} : { received }),
  };
};
