import type { Contract } from '#contract/contract';
import { systemClock, type Clock } from '../clock.ts';
import { ConfigurationError } from '../configuration-error.ts';
import type { Carrier, HeaderNames } from '../credentials.ts';
import { controlPath } from './control.ts';
import { createParts } from './create-parts.ts';
import { createExaminer } from './examine.ts';
import type { MessageExaminer } from './guarded-examiner.ts';
import { createHandler } from './handler.ts';
import { loopbackAddress, serveHttp } from './http-server.ts';
import { parseDay } from './judgement/calendar-day.ts';
import type { Defect } from './parts.ts';
import type { Registry } from './registry.ts';

export interface MockServerOptions {
  readonly contract: Contract;
  /** 0, which takes a free one, unless said. */
  readonly port?: number | undefined;
  /** `basic` unless said. */
  readonly carrier?: Carrier | undefined;
  readonly headerNames?: HeaderNames | undefined;
  readonly username: string;
  /** Undefined lets any password in, or none. */
  readonly password?: string | undefined;
  /** YYYY-MM-DD; undefined for the day that it is in Amsterdam. */
  readonly today?: string | undefined;
  readonly mandates?: readonly { readonly kind: string; readonly name: string }[] | undefined;
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
  readonly controlUrl: string;
  readonly registry: Registry;
  readonly close: () => Promise<void>;
}

/** Starts the mock in this process; throws `ConfigurationError` for a port in use, or a contract that it can't answer by. */
export const createMockServer = async (options: MockServerOptions): Promise<MockServer> => {
  const { contract, carrier = 'basic', today, defects = [], onError = ignore } = options;
  if (options.username === '') throw new ConfigurationError('The mock has no username. Give it one to let in.');
  if (today !== undefined && parseDay(today) === undefined)
    throw new ConfigurationError(`Today is "${today}", which is no day. Write it as YYYY-MM-DD.`);
  const examiner = options.examiner ?? examinerHere(contract, carrier);
  const { username, password, headerNames, mandates } = options;
  const parts = defects.reduce(
    (before, { alter }) => alter?.(before) ?? before,
    createParts({
      contract,
      access: { carrier, headerNames, username, password },
      clock: options.clock ?? systemClock,
      today,
      mandates,
      examiner,
      onError,
    }),
  );
  const handler = defects.reduce((inner, { wrap }) => wrap?.(inner) ?? inner, createHandler(parts));
  const bodyBytes = contract.limits.messageBytes;
  const server = await serveHttp(handler, { port: options.port ?? 0, bodyBytes, onError });
  const origin = `http://${loopbackAddress}:${String(server.port)}`;
  return {
    url: origin + parts.description.path,
    controlUrl: origin + controlPath,
    registry: parts.registry,
    close: async () => {
      await server.close();
      await examiner.close();
    },
  };
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
