import { createAdmission, type Admission } from './admission.ts';
import { avoidingLookup } from './avoiding-lookup.ts';
import { clean } from './clean.ts';
import type { Client, ClientOptions, Counts, OwnConnection, SendRequest, Timeouts } from './client-options.ts';
import { systemClock, type Clock } from './clock.ts';
import { ConfigurationError } from './configuration-error.ts';
import { checkCredentials, defaultHeaderNames, type Credentials } from './credentials.ts';
import type { EarlierAttempt, Exchange } from './exchange.ts';
import { transmitExpecting } from './expecting.ts';
import { connectionOf, overOwn, ownTls } from './connection.ts';
import type { Lane } from './lane.ts';
import { createLanes, type LaneOptions, type Lanes } from './lanes.ts';
import { demandManners, demandOnly } from './only-message.ts';
import { nextAttempt } from './next-attempt.ts';
import { prepare, type Carriage, type Outgoing, type Prepared } from './outgoing.ts';
import { tlsSuspicion } from './plain-http.ts';
import { checkProxy } from './proxy/proxy.ts';
import { tunnelThrough } from './proxy/tunnel.ts';
import { redactorOf, type Redactor } from './redact.ts';
import { systemResolve } from './shared-address.ts';
import { checkConfidential, parseTarget, resolvePath } from './target.ts';
import type { TlsOptions } from './tls-options.ts';
import { transmit, type Bounds, type Outcome, type Transmission } from './transport.ts';
import { securityHeader } from './wsse.ts';

export type { Client, ClientOptions, Counts, OwnConnection, SendRequest } from './client-options.ts';

/** A client of one endpoint: keeps connections alive, records every exchange, never sends twice what may have arrived. Throws `ConfigurationError`. */
export const createClient = (options: ClientOptions): Client => {
  const setup = setUp(options);
  const { credentials } = options;
  const inEnvelope = setup.carriage.carrier === 'wsse' && credentials !== undefined;
  return {
    send: (request) => send(setup, request),
    securityHeaders: inEnvelope ? [securityHeader(credentials.password !== undefined)] : [],
    get counts() {
      return { ...setup.counts };
    },
    close: async () => {
      setup.closed = true;
      await setup.lanes.close();
    },
  };
};

interface Setup {
  readonly options: ClientOptions;
  readonly target: URL;
  readonly carriage: Carriage;
  readonly bounds: Bounds;
  readonly clock: Clock;
  readonly laneOptions: LaneOptions;
  readonly lanes: Lanes;
  readonly admission: Admission;
  readonly redactors: readonly Redactor[];
  readonly suspect: (outcome: Outcome) => Promise<Outcome>;
  readonly counts: { -readonly [Key in keyof Counts]: Counts[Key] };
  /** Milliseconds that the endpoint had everything wait so far. */
  waitedMs: number;
  closed: boolean;
}

const defaultTimeouts: Timeouts = { connectMs: 5000, headersMs: 30_000, bodyMs: 30_000, totalMs: 60_000 };
const mebibyte = 1024 * 1024;

const setUp = (options: ClientOptions): Setup => {
  const target = parseTarget(options.url);
  const carrier = options.carrier ?? 'basic';
  if (options.credentials !== undefined) {
    checkCredentials(options.credentials, carrier);
    checkConfidential(target);
  }
  if (options.proxy !== undefined) checkProxy(options.proxy);
  checkPositive('ratePerSecond', options.ratePerSecond);
  checkPositive('connections', options.connections);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const clock = options.clock ?? systemClock;
  const way = options.via === undefined ? target : parseTarget(options.via);
  const laneOptions = laneOptionsOf(options, way, timeouts);
  return {
    options,
    target,
    carriage: {
      carrier,
      headerNames: options.headerNames ?? defaultHeaderNames,
      inMessage: options.credentialsInMessage ?? false,
    },
    bounds: { totalMs: timeouts.totalMs, maxResponseBytes: options.maxResponseBytes ?? mebibyte },
    clock,
    laneOptions,
    lanes: createLanes(laneOptions),
    admission: createAdmission(options, clock),
    redactors: [
      redactorOf(options.credentials, options.secrets),
      ...(options.proxy?.credentials === undefined ? [] : [redactorOf(options.proxy.credentials)]),
    ],
    suspect: tlsSuspicion(way, timeouts.connectMs, laneOptions.tunnel),
    counts: { sent: 0, answered: 0, failed: 0, bytesSent: 0, bytesReceived: 0 },
    waitedMs: 0,
    closed: false,
  };
};

const laneOptionsOf = (options: ClientOptions, url: URL, timeouts: Timeouts): LaneOptions => {
  const { avoid = [], resolve = systemResolve, proxy, tls, connections = 4, keepsConnections } = options;
  const lookup = avoid.length === 0 ? undefined : avoidingLookup(avoid, resolve);
  return {
    url,
    connections,
    keepsConnections,
    tls,
    tunnel: proxy && tunnelThrough(proxy, tls?.ca),
    lookup,
    ...timeouts,
  };
};

const checkPositive = (name: string, value: number | undefined): void => {
  if (value !== undefined && !(value > 0))
    throw new ConfigurationError(`${name} is ${String(value)}. Give a number above 0, or leave it out.`);
};

interface Job {
  readonly outgoing: Outgoing;
  readonly prepared: Prepared;
  readonly signal: AbortSignal | undefined;
  readonly onSent: (() => void) | undefined;
  readonly onLeaving: SendRequest['onLeaving'];
  readonly together: SendRequest['together'];
  readonly connection: OwnConnection | undefined;
  readonly isRepeatable: boolean;
  readonly waits: boolean;
}

const send = async (setup: Setup, request: SendRequest): Promise<Exchange> => {
  if (setup.closed) throw new Error('The client is closed. Make a new one to send more.');
  demandOnly(setup.options.only, request);
  demandManners(setup.options.forbids, request);
  const outgoing = outgoingOf(setup, request);
  const { signal, onSent, onLeaving, together, connection } = request;
  const isRepeatable = request.isRepeatable ?? outgoing.method === 'GET';
  const job = {
    ...{ outgoing, prepared: prepare(outgoing, setup.carriage), signal, onSent, onLeaving, together },
    ...{ connection, isRepeatable, waits: request.waits ?? true },
  };
  const exchange = await attempts(setup, job);
  await setup.options.onExchange?.(exchange);
  return exchange;
};

/** Sends a request until an answer stands; what is sent again keeps what came of it before. */
const attempts = async (setup: Setup, job: Job): Promise<Exchange> => {
  const { admission, clock } = setup;
  const earlier: EarlierAttempt[] = [];
  let last: Exchange | undefined;
  for (;;) {
    const failure = await admission.admit(job.signal, job.together);
    if (failure !== undefined) return last ?? unsent(setup, job, { failure });
    if (last === undefined) job.onLeaving?.(clock.now());
    last = withEarlier(await perform(setup, job), earlier);
    if (isUnsent(last)) admission.giveBack();
    const { isRepeatable, waits } = job;
    const next = nextAttempt(last, { earlier, isRepeatable, waits, now: clock.now(), waitedMs: setup.waitedMs });
    if (next === undefined) return last;
    earlier.push(next);
    setup.waitedMs += admission.hold(next.waitedMs);
  }
};

const withEarlier = (exchange: Exchange, earlier: readonly EarlierAttempt[]): Exchange =>
  earlier.length === 0 ? exchange : { ...exchange, earlier: [...earlier] };

const isUnsent = ({ outcome }: Exchange): boolean => 'failure' in outcome && outcome.failure.unsent === true;

const unsent = ({ clock }: Setup, { prepared }: Job, outcome: Outcome): Exchange => ({
  request: prepared.record,
  outcome,
  startedAt: clock.now(),
  durationMs: 0,
});

const perform = (setup: Setup, job: Job): Promise<Exchange> => {
  const { laneOptions, lanes, options } = setup;
  if (job.outgoing.asksFirst) return performAsking(setup, job);
  if (job.connection === undefined) return lanes.use((lane) => performOver(setup, job, { lane, tls: options.tls }));
  const tls = ownTls(options, job.connection);
  return overOwn({ ...laneOptions, tls }, (lane) => performOver(setup, job, { lane, tls }));
};

interface Way {
  readonly lane: Lane;
  readonly tls: TlsOptions | undefined;
}

const performOver = async (setup: Setup, job: Job, { lane, tls }: Way): Promise<Exchange> => {
  const startedAt = setup.clock.now();
  const outcome = await transmit(lane, transmissionOf(setup, job), setup.bounds);
  return concluded(setup, job, { outcome, startedAt, connection: () => connectionOf(lane.tls(), tls?.identity) });
};

const performAsking = async (setup: Setup, job: Job): Promise<Exchange> => {
  const { laneOptions, options, bounds } = setup;
  const startedAt = setup.clock.now();
  const { outcome, tls } = await transmitExpecting(laneOptions, transmissionOf(setup, job), bounds);
  return concluded(setup, job, { outcome, startedAt, connection: () => connectionOf(tls, options.tls?.identity) });
};

interface Performed {
  readonly outcome: Outcome;
  readonly startedAt: number;
  readonly connection: () => ReturnType<typeof connectionOf>;
}

const concluded = async (setup: Setup, job: Job, { outcome, startedAt, connection }: Performed): Promise<Exchange> => {
  const suspected = await setup.suspect(outcome);
  countOutcome(setup, job, suspected);
  return {
    request: job.prepared.record,
    outcome: redactorsOf(setup, job).reduce(clean, suspected),
    startedAt,
    durationMs: setup.clock.now() - startedAt,
    ...connection(),
  };
};

const countOutcome = ({ counts }: Setup, { prepared }: Job, outcome: Outcome): void => {
  if ('response' in outcome || outcome.failure.unsent !== true) {
    counts.sent += 1;
    counts.bytesSent += prepared.body.length;
  }
  const received = 'response' in outcome ? outcome.response : outcome.failure.received;
  counts.bytesReceived += received?.body.length ?? 0;
  if ('response' in outcome) counts.answered += 1;
  else counts.failed += 1;
};

/** Who is asked on the way still has to know whom it is for. */
const transmissionOf = ({ options, target }: Setup, { outgoing, prepared, signal, onSent }: Job): Transmission => ({
  method: outgoing.method,
  path: outgoing.url.pathname + outgoing.url.search,
  headers: { ...(options.via === undefined ? {} : { host: target.host }), ...prepared.headers },
  body: prepared.body,
  chunked: outgoing.chunked,
  onSent,
  signal,
});

/** An answer can echo the credentials of its own request, and a careless server's those of another. */
const redactorsOf = ({ options, redactors }: Setup, { outgoing: { credentials } }: Job): readonly Redactor[] =>
  credentials === undefined || credentials === options.credentials
    ? redactors
    : [redactorOf(credentials), ...redactors];

const outgoingOf = (setup: Setup, request: SendRequest): Outgoing => {
  const method = request.method ?? 'POST';
  const credentials = credentialsOf(setup, request.credentials ?? 'good');
  return {
    method,
    url: resolvePath(setup.target, request.path),
    body: request.body ?? new Uint8Array(),
    chunked: request.chunked ?? request.onSent !== undefined,
    asksFirst: request.asksFirst ?? false,
    headers: { ...soapHeaders(setup, method, request), ...request.headers },
    credentials,
  };
};

const soapHeaders = (
  { options }: Setup,
  method: Outgoing['method'],
  { contentType, soapAction, body }: SendRequest,
): Readonly<Record<string, string>> => {
  const type = contentType === undefined && method !== 'GET' ? 'text/xml; charset=utf-8' : contentType;
  const action = soapAction === undefined && method !== 'GET' ? `"${actionFor(options, body)}"` : soapAction;
  return {
    'user-agent': '3pas-conformance',
    accept: 'text/xml',
    'accept-encoding': 'identity',
    ...(typeof type === 'string' ? { 'content-type': type } : {}),
    ...(typeof action === 'string' ? { soapaction: action } : {}),
  };
};

const actionFor = ({ action }: ClientOptions, body: Uint8Array = new Uint8Array()): string =>
  typeof action === 'string' ? action : action(body);

const credentialsOf = (setup: Setup, wanted: 'good' | 'none' | Credentials): Credentials | undefined => {
  if (wanted === 'none') return undefined;
  if (wanted === 'good') return setup.options.credentials;
  checkCredentials(wanted, setup.carriage.carrier);
  checkConfidential(setup.target);
  return wanted;
};
