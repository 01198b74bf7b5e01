import { isIP } from 'node:net';
import type { Contract } from '#contract/contract';
import { systemClock, type Clock } from '../clock.ts';
import { ConfigurationError } from '../configuration-error.ts';
import type { Carrier, HeaderNames } from '../credentials.ts';
import type { Access } from '../server/authenticate.ts';
import { controlPath } from './control.ts';
import { createParts } from './create-parts.ts';
import { createExaminer } from './examine.ts';
import type { MessageExaminer } from './guarded-examiner.ts';
import { createControl, createControlHandler, createHandler } from './handler.ts';
import { parseDay } from './judgement/calendar-day.ts';
import { listen } from '../server/listen.ts';
import type { Forward } from './forward.ts';
import type { Mandates } from './mandates.ts';
import { type GivenTls, type MockTlsOptions, openTls, type TlsMaterial } from './open-tls.ts';
import type { Defect } from './parts.ts';
import type { Plays } from './plays.ts';
import type { Before, MemoryBounds, Registry } from './registry.ts';
import type { HttpRequest, HttpResponse } from '../server/http-message.ts';
import type { Recording } from '../server/inbound-exchange.ts';

export interface MockServerOptions {
  readonly contract: Contract;
  /** 0, which takes a free one, unless said. */
  readonly port?: number | undefined;
  /** `basic` unless said. */
  readonly carrier?: Carrier | undefined;
  readonly headerNames?: HeaderNames | undefined;
  /** Who is let in; under TLS certificates are, and nobody asks for a username. */
  readonly username?: string | undefined;
  /** More usernames that are let in. */
  readonly otherUsernames?: readonly string[] | undefined;
  /** Undefined lets any password in, or none. */
  readonly password?: string | undefined;
  /** Plain HTTP unless said. */
  readonly tls?: MockTlsOptions | GivenTls | undefined;
  /** As in production: answers IsAlive, and refuses every delivery. */
  readonly aliveOnly?: boolean | undefined;
  /** Names that lead here besides localhost, as behind a proxy; in lower case. */
  readonly hostNames?: readonly string[] | undefined;
  /** Where it listens; the loopback address of IPv4 unless said. */
  readonly addresses?: readonly string[] | undefined;
  /** Address of the service in its WSDL, as behind a proxy; what a request calls it unless said. */
  readonly publicUrl?: string | undefined;
  /** Whether a first step of the path may name the sender; false unless said. */
  readonly byPath?: boolean | undefined;
  /** Of a control on a port of its own, 0 for a free one; only under TLS unless said. */
  readonly controlPort?: number | undefined;
  /** Asked before the mock's own control is. */
  readonly control?: ((request: HttpRequest) => Promise<HttpResponse | undefined>) | undefined;
  /** What an earlier mock left; nothing unless said. */
  readonly before?: Before | undefined;
  /** What is remembered at most. */
  readonly memory?: MemoryBounds | undefined;
  /** Answers that are played in place of its own; none unless said. */
  readonly plays?: Pick<Plays, 'take'> | undefined;
  /** Has another endpoint answer what gets in; it answers by itself unless said. */
  readonly forward?: Forward | undefined;
  /** Keeps what comes in; nobody does unless said. */
  readonly recording?: Recording | undefined;
  /** YYYY-MM-DD; undefined for the day that it is in Amsterdam. */
  readonly today?: string | undefined;
  /** Anybody may deliver for anybody unless said. */
  readonly mandates?: Mandates | undefined;
  readonly clock?: Clock | undefined;
  /** Applied in order. */
  readonly defects?: readonly Defect[] | undefined;
  /** One that examines in this thread, without a deadline, unless said; it is closed with the mock. */
  readonly examiner?: MessageExaminer | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface MockServer {
  /** Of the service. */
  readonly url: string;
  /** Plain HTTP, also under TLS. */
  readonly controlUrl: string;
  readonly registry: Registry;
  /** What its clients need to speak TLS with it; undefined over plain HTTP. */
  readonly tls: TlsMaterial | undefined;
  /** Another certificate from the same root, from the next connection on. */
  readonly renewServerCertificate: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the mock in this process; throws `ConfigurationError` for a port in use, or a contract that it can't answer by. */
export const createMockServer = async (options: MockServerOptions): Promise<MockServer> => {
  check(options);
  const { contract, defects, onError, clock, hostNames, aliveOnly } = withDefaults(options);
  const examiner = options.examiner ?? examinerHere(contract, options.carrier ?? 'basic');
  const tls = options.tls === undefined ? undefined : await openTls(options.tls, { clock, defects, hostNames });
  const closing = new AbortController();
  const parts = defects.reduce(
    (before, { alter }) => alter?.(before) ?? before,
    createParts({
      contract,
      access: accessOf(options),
      clock,
      today: options.today,
      mandates: options.mandates,
      clientRoots: tls?.clientRoots ?? { test: [], own: [] },
      aliveOnly,
      hostNames,
      publicUrl: options.publicUrl,
      byPath: options.byPath,
      before: options.before,
      memory: options.memory,
      plays: options.plays,
      forward: options.forward,
      closed: closing.signal,
      examiner,
      onError,
    }),
  );
  const control = createControl(parts, options.control);
  const handler = defects.reduce(
    (inner, { wrap }) => wrap?.(inner) ?? inner,
    createHandler(parts, options.controlPort === undefined ? control : undefined),
  );
  const bodyBytes = contract.limits.messageBytes;
  const close = async (): Promise<void> => {
    await tls?.close();
    await examiner.close();
  };
  const { controlPort, addresses, recording } = options;
  const served = { handler, control: createControlHandler(control), controlPort, tls: tls?.settings };
  const listener = await listen(served, options.port ?? 0, { bodyBytes, onError, addresses, recording }).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  return {
    url: listener.origin + parts.description.path,
    controlUrl: listener.controlOrigin + controlPath,
    registry: parts.registry,
    tls: tls?.material,
    renewServerCertificate: listener.renew,
    close: async () => {
      closing.abort();
      await listener.close();
      await close();
    },
  };
};

const withDefaults = ({
  contract,
  defects = [],
  onError = ignore,
  clock = systemClock,
  hostNames = [],
  aliveOnly = false,
}: MockServerOptions) => ({ contract, defects, onError, clock, hostNames, aliveOnly });

const check = ({ tls, username, today, hostNames = [] }: MockServerOptions): void => {
  const wrong = hostNames.find((name) => !hostName.test(name) && isIP(name) === 0);
  if (wrong !== undefined)
    throw new ConfigurationError(`"${wrong}" is no name of a host. Write it in lower case and without a port.`);
  if (tls === undefined && (username ?? '') === '')
    throw new ConfigurationError('The mock has no username. Give it one to let in.');
  if (today !== undefined && parseDay(today) === undefined)
    throw new ConfigurationError(`Today is "${today}", which is no day. Write it as YYYY-MM-DD.`);
};

const hostName = /^[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?$/;

const accessOf = (options: MockServerOptions): Access => {
  const { tls, carrier = 'basic', headerNames, username = '', otherUsernames: others, password } = options;
  return tls === undefined
    ? { kind: 'username', carrier, headerNames, username, others, password }
    : { kind: 'certificate' };
};

const ignore = (): void => undefined;

const examinerHere = (contract: Contract, carrier: Carrier): MessageExaminer => {
  const examiner = createExaminer(contract, carrier);
  return {
    examine: (message, context) =>
      new Promise((resolve) => {
        resolve(examiner.examine(message, context));
      }),
    close: () => {
      examiner.dispose();
      return Promise.resolve();
    },
  };
};
