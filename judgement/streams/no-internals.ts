import type { Contract } from '#contract/contract';
import type { Sent } from '../case.ts';
import { isSoap } from '../answer.ts';
import { type Internal, internalsInBody, internalsInHeader, versionsIn } from '../internals/find-internals.ts';
import { toldText } from '../internals/told-text.ts';
import { withRoles } from '../manners/role-values.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { eachExchange } from './each-exchange.ts';
import type { Around } from './stream-judge.ts';

const judge = (sent: Sent, { contract }: Around): Judgement => {
  const { outcome, request } = sent.exchange;
  // The description of a service holds its address, and a help page whatever its platform puts there.
  if (!('response' in outcome) || request.method === 'GET') return noAnswer;
  const { headers, body, reveals } = outcome.response;
  if (reveals) return deviates(expected, repeated);
  const told = toldText(body);
  const versions = isSoap(sent.answer) ? versionsIn(told) : [];
  const all = [...internalsInBody(told), ...versions, ...Object.values(headers).flatMap(internalsInHeader)];
  if (all.length === 0) return conforms;
  const known = whatWeSaid(sent, contract);
  const own = all.find(({ text }) => !isEcho(text, known));
  return own === undefined ? conforms : deviates(expected, shown(own));
};

/** Everything that we sent to the endpoint, its own address included. */
const whatWeSaid = ({ exchange: { request } }: Sent, contract: Contract): readonly string[] => {
  const files = withRoles(contract, request.body, (roles) => roles?.files().map((one) => toldText(one?.bytes ?? none)));
  const { host, hostname, origin } = new URL(request.url);
  return [
    request.url,
    host,
    hostname,
    origin,
    toldText(request.body),
    ...Object.values(request.headers),
    ...(files ?? []),
  ];
};

const none = new Uint8Array();

/** A host of this machine is the endpoint's own where it is asked there. */
const isEcho = (text: string, known: readonly string[]): boolean => {
  const plain = folded(text);
  const isLocal = known.some((one) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(one));
  return (isLocal && /^https?:\/\/localhost\b/i.test(text)) || known.some((one) => folded(one).includes(plain));
};

const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

const expected = {
  nl: 'niets van het systeem zelf in het antwoord, en geen wachtwoord',
  en: 'nothing of the system itself in the answer, and no password',
};

const repeated = {
  nl: 'het antwoord herhaalt het wachtwoord, of de code waarin het wordt meegestuurd',
  en: 'the answer repeats the password, or the code that carries it',
};

const shown = ({ kind, text }: Internal) => ({
  nl: `het antwoord toont ${kind.nl}: ${text}`,
  en: `the answer shows ${kind.en}: ${text}`,
});

const noAnswer = notApplicable({ nl: 'er kwam geen antwoord', en: 'no answer came' });

const nothingCame = untested({ nl: 'er kwam geen antwoord', en: 'no answer came' });

/** No answer shows anything of the inside of the system. */
export const noInternals = eachExchange(judge, nothingCame);
