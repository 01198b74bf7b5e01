import type { Contract } from '#contract/contract';
import { actionOf } from '#contract/wire/action-of';
import type { ClientOptions } from '#endpoint/client';
import type { Bilingual } from '#contract/texts/bilingual';
import type { RunConfig, RunLimits } from '../run-config.ts';
import { avoidedBy, isForTests } from '#profiles/destination';
import { secretsIn } from './secrets.ts';
import { mannersFor } from './manners.ts';
import { bearsCredentials } from '#contract/wire/placeholders';
import { aliveMessage } from '#generators/alive-message';
import { ownHeadersOf } from '#generators/filled-element';

/** What is not surely for tests gets the connection test and nothing else, ever: what is published can't be taken back. */
const guardIn = (contract: Contract, config: RunConfig): Pick<ClientOptions, 'only' | 'avoid'> => {
  const { alive } = contract.service;
  if (config.phase !== 4 && isForTests(config.url, config.guard))
    return { avoid: config.via === undefined ? avoidedBy(config) : [] };
  if (alive === undefined) return { only: 'nothing' };
  return { only: { soapAction: `"${alive.action}"`, body: aliveMessage(contract, ownHeadersOf(contract)) } };
};

const spentOf = ({ ofDay }: RunLimits): Bilingual =>
  ofDay === undefined
    ? {
        nl: 'de verzoeken die het profiel voor een run toestaat, zijn op; zet limits.requests hoger, of lever minder aan',
        en: 'the requests that the profile allows a run are used up; raise limits.requests, or run fewer deliveries',
      }
    : {
        nl: `de ${String(ofDay)} verzoeken per dag (limits.perDay) zijn op; om middernacht, Nederlandse tijd, begint het tellen opnieuw`,
        en: `the ${String(ofDay)} requests a day (limits.perDay) are used up; counting begins anew at midnight, Dutch time`,
      };

/** Milliseconds: a server that has not answered a handshake by then will not. */
const longestConnect = 5000;

/** The client of a run, as its profile wants it. */
export const clientOptions = (contract: Contract, config: RunConfig): ClientOptions => ({
  url: config.url,
  via: config.via,
  action: (body) => actionOf(contract.service, body),
  credentials: config.credentials,
  secrets: secretsIn(config),
  carrier: config.carrier,
  credentialsInMessage: bearsCredentials(contract),
  ...(config.headerNames === undefined ? {} : { headerNames: config.headerNames }),
  timeouts: {
    connectMs: Math.min(config.limits.timeoutMs, longestConnect),
    headersMs: config.limits.timeoutMs,
    bodyMs: config.limits.timeoutMs,
    totalMs: 2 * config.limits.timeoutMs,
  },
  ...(config.tls === undefined ? {} : { tls: { ca: config.tls.ca, identity: config.tls.identity } }),
  proxy: config.proxy,
  ...guardIn(contract, config),
  forbids: mannersFor(contract, config),
  connections: config.limits.connections,
  keepsConnections: config.mockControl !== undefined,
  ratePerSecond: config.limits.requestsPerSecond,
  budget: config.limits.requests,
  spent: spentOf(config.limits),
});
