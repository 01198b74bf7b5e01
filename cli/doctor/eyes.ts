import type { Purpose } from '#judgement/purpose';
import type { Contract } from '#contract/contract';
import { createClient, type SendRequest } from '#endpoint/client';
import { type Clock, systemClock } from '#endpoint/clock';
import { type PortSeen, reachPort, spotOf } from '#endpoint/probe/reach-port';
import { type HostSeen, resolveHost } from '#endpoint/probe/resolve-host';
import { type HandshakeSeen, shakeHands } from '#endpoint/probe/shake-hands';
import { type TunnelSeen, tryTunnel } from '#endpoint/probe/try-tunnel';
import { tunnelThrough } from '#endpoint/proxy/tunnel';
import type { RunConfig } from '#harness/run-config';
import { guardedAnswers } from '#judgement/guarded-answers';
import { clientOptions } from '#harness/client/client-options';
import { ownHeadersOf } from '#generators/filled-element';
import { aliveMessage } from '#generators/alive-message';
import type { Heard } from './answer-causes.ts';
import { countdown } from './countdown.ts';
import { trialDelivery } from './trial-delivery.ts';

/** Told of each exchange before anything follows from it. */
export type Note = (purpose: Purpose, heard: Heard, documentType?: string) => void;

/** What the doctor looks with; each look is taken once. */
export interface Eyes {
  /** Of the proxy where there is one, as the port is: then the endpoint is its affair. */
  readonly host: () => Promise<HostSeen>;
  readonly port: () => Promise<PortSeen>;
  /** Undefined without a proxy. */
  readonly tunnel: () => Promise<TunnelSeen | undefined>;
  readonly handshake: () => Promise<HandshakeSeen>;
  /** Undefined where the contract has no connection test. */
  readonly alive: () => Promise<Heard | undefined>;
  readonly wsdl: () => Promise<Heard>;
  readonly delivery: () => Promise<Heard>;
  /** Requests that left. */
  readonly sent: () => number;
  /** Milliseconds that an answer gets. */
  readonly patience: number;
  /** Whether the endpoint gets the connection test and nothing else. */
  readonly aliveOnly: boolean;
  readonly close: () => Promise<void>;
}

/** What eyes are opened on. */
export interface Subject {
  readonly contract: Contract;
  readonly config: RunConfig;
  readonly note?: Note | undefined;
  readonly clock?: Clock | undefined;
}

/** Milliseconds: all looks together stay under five seconds with what goes before them. */
const limits = {
  all: 3500,
  host: 1500,
  port: 1500,
  tunnel: 1800,
  handshake: 1800,
  answer: 2500,
  wsdl: 1500,
  reading: 500,
};

/** Most requests: the connection test, the description, and a delivery where it is asked for. */
export const mostRequests = 3;

/** Opens nothing yet; throws `ConfigurationError`. */
export const openEyes = ({ contract, config, note, clock = systemClock }: Subject): Eyes => {
  const own = clientOptions(contract, config);
  const isEmbedded = config.mockControl !== undefined;
  const patience = isEmbedded ? config.limits.timeoutMs : Math.min(limits.answer, config.limits.timeoutMs);
  const client = createClient({
    ...own,
    clock,
    connections: 1,
    budget: Math.min(mostRequests, own.budget ?? mostRequests),
    timeouts: { connectMs: limits.handshake, headersMs: patience, bodyMs: patience, totalMs: patience },
  });
  const answers = guardedAnswers(contract, limits.reading);
  const spot = spotOf(addressOf(config));
  const first = config.proxy === undefined ? spot : spotOf(new URL(config.proxy.url));
  const tunnel = config.proxy && tunnelThrough(config.proxy, own.tls?.ca);
  const left = countdown(isEmbedded ? patience : limits.all);
  const ask = async (purpose: Purpose, request: SendRequest, look = patience): Promise<Heard> => {
    const exchange = await client.send({ ...request, signal: AbortSignal.timeout(left(look)) });
    const heard = { exchange, answer: await answers.read(exchange) };
    note?.(purpose, heard);
    return heard;
  };
  const { alive } = contract.service;
  return {
    host: once(() => resolveHost(first.host, left(limits.host))),
    port: once(() => reachPort(first, left(limits.port))),
    tunnel: once(async () => tunnel && tryTunnel(tunnel, spot, left(limits.tunnel))),
    handshake: once(() => shakeHands({ spot, tunnel }, own.tls, left(limits.handshake))),
    alive: once(() =>
      alive === undefined
        ? Promise.resolve(undefined)
        : ask('alive', {
            soapAction: `"${alive.action}"`,
            body: aliveMessage(contract, [...ownHeadersOf(contract), ...client.securityHeaders]),
            isRepeatable: true,
          }),
    ),
    wsdl: once(() => ask('wsdl', { method: 'GET', path: '?wsdl' }, limits.wsdl)),
    delivery: once(async () => {
      const { body, documentType } = await trialDelivery(contract, config, client.securityHeaders);
      const exchange = await client.send({ body });
      const heard = { exchange, answer: await answers.read(exchange) };
      note?.('valid', heard, documentType);
      return heard;
    }),
    sent: () => client.counts.sent,
    patience,
    aliveOnly: own.only !== undefined,
    close: async () => {
      await Promise.all([client.close(), answers.close()]);
    },
  };
};

/** Where requests go first. */
export const addressOf = ({ url, via }: Pick<RunConfig, 'url' | 'via'>): URL => {
  const { pathname, search } = new URL(url);
  return via === undefined ? new URL(url) : new URL(pathname + search, via);
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
};
