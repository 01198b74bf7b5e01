import type { Bilingual } from '#contract/texts/bilingual';
import { certificateFaults } from '#contract/wire/certificate-faults';
import type { Case, Sent } from '../case.ts';
import type { tls } from '../requirements/tls.ts';
import type { tlsRefusals } from '../requirements/tls-refusals.ts';
import { type Judgement, blocked, conforms, deviates } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import {
  type Judge,
  type Judges,
  acceptance,
  controlOf,
  environmentOf,
  firstDeviation,
  mustAccept,
  mustRefuseCredentials,
  sentAs,
  wronglyAccepted,
} from './outcome.ts';

/** What a peer does that refuses a connection: an alert, or it closes without a word. */
const brokenOff: ReadonlySet<string> = new Set(['tls', 'reset', 'truncated']);

/** This side's library offers no such version, so nothing was asked of the peer. */
const notOffered = /NO_PROTOCOLS_AVAILABLE|UNSUPPORTED_PROTOCOL_VERSION|NO_CIPHERS_AVAILABLE/;

/** What is said of a server's certificate when it is not trusted, or is not that of the host. */
const untrusted = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME|INVALID_|PATH_LENGTH|ERR_TLS_CERT_ALTNAME)/;

/** The peer ended it: neither we did, for its certificate, nor half-way in an answer that may have been an acceptance. */
const isBrokenOff = ({ answer }: Sent): boolean => {
  if (answer.kind !== 'none') return false;
  const { kind, code, received } = answer.failure;
  return brokenOff.has(kind) && received === undefined && !notOffered.test(code) && !untrusted.test(code);
};

const answered: Bilingual = { nl: 'een antwoord over deze verbinding', en: 'an answer over this connection' };

/** Without an answer over the usual connection another one proves nothing. */
const reachable = (one: Case): Judgement | undefined => {
  const { answer } = sentAs(one, 'reachable');
  if (answer.kind !== 'none') return undefined;
  const { nl, en } = describeAnswer(answer);
  return blocked({
    nl: `over de gewone verbinding komt ook geen antwoord: ${nl}`,
    en: `no answer comes over the usual connection either: ${en}`,
  });
};

const overVersion =
  (version: string): Judge =>
  (one) => {
    const sent = sentAs(one, 'pinned');
    if ('response' in sent.exchange.outcome && sent.exchange.tls?.version === version) return conforms;
    const shown = describeAnswer(sent.answer);
    return reachable(one) ?? (isBrokenOff(sent) ? deviates(answered, shown) : blocked(shown));
  };

const noOlder: Judge = (one) => {
  const sent = sentAs(one, 'older');
  const shown = describeAnswer(sent.answer);
  if ('response' in sent.exchange.outcome) {
    const version = sent.exchange.tls?.version ?? '?';
    const actual = { nl: `een antwoord over ${version}`, en: `an answer over ${version}` };
    return deviates({ nl: 'geen verbinding', en: 'no connection' }, actual);
  }
  return reachable(one) ?? (isBrokenOff(sent) ? conforms : blocked(shown));
};

const fittingCertificate: Judge = (one) => {
  const sent = sentAs(one, 'alive');
  const { answer } = sent;
  if (answer.kind !== 'none') return conforms;
  const shown = describeAnswer(answer);
  const expected = { nl: 'een certificaat dat klopt', en: 'a certificate that fits' };
  return untrusted.test(answer.failure.code) ? deviates(expected, shown) : blocked(shown);
};

/** Between two deliveries that are accepted, a connection that breaks off is the doing of the large body. */
const takesLarge: Judge = (one) => {
  const large = sentAs(one, 'valid');
  const shown = describeAnswer(large.answer);
  return firstDeviation(controlOf(one), isBrokenOff(large) ? deviates(acceptance, shown) : mustAccept(large));
};

/** Kept out in any way: an alert, a reset, 401, 403 or a Fault; the good certificate is let in before and after it. */
const keptOut: Judge = (one) => {
  const wrong = sentAs(one, 'wrong-certificate');
  return firstDeviation(
    wronglyAccepted(wrong),
    controlOf(one),
    isBrokenOff(wrong) ? conforms : mustRefuseCredentials(wrong),
  );
};

const letIn: Judge = (one) => {
  const sent = sentAs(one, 'valid');
  const { answer } = sent;
  const isRefused = answer.kind === 'http-error' && answer.http === 403;
  if (isRefused || isBrokenOff(sent)) return reachable(one) ?? deviates(acceptance, describeAnswer(answer));
  return environmentOf(sent) ?? mustAccept(sent);
};

const refusals = Object.fromEntries(certificateFaults.map((fault) => [`tls.refuses-${fault}`, keptOut])) as Judges<
  typeof tlsRefusals
>;

/** Judges of the TLS connection, by requirement. */
export const tlsJudges: Judges<typeof tls> = {
  'tls.shows-fitting-certificate': fittingCertificate,
  'tls.accepts-tls-1-2': overVersion('TLSv1.2'),
  'tls.accepts-tls-1-3': overVersion('TLSv1.3'),
  'tls.refuses-older-versions': noOlder,
  'tls.takes-large-bodies': takesLarge,
  'tls.accepts-koop-certificate': letIn,
  'tls.accepts-g1-certificate': letIn,
  'tls.accepts-g4-certificate': letIn,
  'tls.refuses-no-certificate': keptOut,
  ...refusals,
};
