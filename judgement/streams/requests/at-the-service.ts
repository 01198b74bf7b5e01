import { visible } from '#contract/texts/visible';
import { isOfService } from '../../answer.ts';
import type { Sent } from '../../case.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../../verdict.ts';
import { eachExchange } from '../each-exchange.ts';

/** What was sent to a server of ours that answers by itself: what a system kept of its own traffic may lack parts, as what was broken off does. */
const isSeenWhole = ({ exchange: { inbound } }: Sent): boolean =>
  inbound !== undefined &&
  inbound.peer !== '' &&
  inbound.note?.forwarded === undefined &&
  inbound.end?.fate !== 'request-broken-off' &&
  inbound.end?.fate !== 'request-too-slow';

/** Methods that a client of SOAP may have mistaken for POST; GET is for the description. */
const otherMethods: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

const judgeWay = (sent: Sent): Judgement => {
  const { request, outcome, inbound } = sent.exchange;
  if (isOfService(sent.answer)) return conforms;
  if (!isSeenWhole(sent) || !('response' in outcome)) return elsewhere;
  const { status } = outcome.response;
  const isLost = request.method === 'POST' && status === 404;
  if (otherMethods.has(request.method) || isLost) {
    const line = visible(`${request.method} ${inbound?.target ?? ''}`);
    return deviates(
      { nl: 'POST naar het adres in de WSDL', en: 'POST to the address in the WSDL' },
      { nl: `${line}: HTTP ${String(status)}`, en: `${line}: HTTP ${String(status)}` },
    );
  }
  return request.method === 'POST' ? conforms : elsewhere;
};

const elsewhere = notApplicable({
  nl: 'dit is geen bericht aan deze ontvanger',
  en: 'this is no message to this receiver',
});

/** Messages are posted to the address of the service. */
export const reachesService = eachExchange(judgeWay);

/** Answers to who has no access yet: a client may try without a body first. */
const atTheDoor: ReadonlySet<number> = new Set([401, 403, 407, 404]);

const judgeBody = (sent: Sent): Judgement => {
  const { request, outcome, inbound } = sent.exchange;
  if (request.method !== 'POST') return elsewhere;
  if (request.body.length > 0 || (inbound?.bodyBytes ?? 0) > 0) return conforms;
  if (!isSeenWhole(sent) || !('response' in outcome)) return elsewhere;
  return atTheDoor.has(outcome.response.status)
    ? elsewhere
    : deviates(
        { nl: 'een SOAP-envelop als inhoud van de POST', en: 'a SOAP envelope as the content of the POST' },
        { nl: 'een POST zonder inhoud', en: 'a POST without content' },
      );
};

/** A POST has an envelope in it. */
export const holdsMessage = eachExchange(judgeBody);

const judgeCertificate = ({ exchange: { request, identity, tls } }: Sent): Judgement => {
  if (request.method !== 'POST') return elsewhere;
  if (identity !== undefined) return conforms;
  return tls === undefined || tls.resumed
    ? notApplicable({
        nl: 'van deze verbinding is geen handshake gezien',
        en: 'no handshake was seen of this connection',
      })
    : deviates(
        { nl: 'een clientcertificaat in de TLS-handshake', en: 'a client certificate in the TLS handshake' },
        { nl: `geen clientcertificaat (${tls.version})`, en: `no client certificate (${tls.version})` },
      );
};

/** Each connection of the system is made with its certificate. */
export const offersCertificate = eachExchange(judgeCertificate);

const judgeVersion = ({ exchange: { tls, inbound } }: Sent): Judgement => {
  if (tls !== undefined) return conforms;
  const { fate, reason = '' } = inbound?.end ?? {};
  return fate === 'handshake-failed' && /unsupported protocol|version too low|unsupported version/i.test(reason)
    ? deviates(
        { nl: 'TLS 1.2 of 1.3', en: 'TLS 1.2 or 1.3' },
        { nl: 'alleen een oudere versie van TLS', en: 'only an older version of TLS' },
      )
    : notApplicable({ nl: 'er was geen TLS-verbinding', en: 'there was no TLS connection' });
};

/** Connections are made over TLS 1.2 or later. */
export const speaksCurrentTls = eachExchange(judgeVersion);
