import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { loopbackAddress, openPort } from '#endpoint/server/open-port';

/** A request as Pact's verifier made it. */
export interface FromVerifier {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What Pact's verifier gets for it. */
export interface ToVerifier {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the verifier asks of the side that it verifies. */
export interface Behind {
  /** Brings it into a state; throws where it can't be. */
  readonly setUp: (state: string, parameters: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly send: (request: FromVerifier) => Promise<ToVerifier>;
}

/** Where the verifier sends to: on this machine, so that our own client carries each request to the endpoint. */
export interface Gateway {
  readonly origin: string;
  readonly setup: string;
  readonly close: () => Promise<void>;
}

const setupPath = '/_states';

const stateShape = v.object({
  state: v.string(),
  action: v.optional(v.string()),
  params: v.optional(v.record(v.string(), v.unknown())),
});

/** Opens a gateway on loopback. */
export const openGateway = async (behind: Behind): Promise<Gateway> => {
  const server = createServer((request, response) => {
    const answer = request.url === setupPath ? stateAnswer(behind, request) : requestAnswer(behind, request);
    void answer.then((one) => {
      write(response, one);
    });
  });
  const { port, close } = await openPort(server, 0);
  const origin = `http://${loopbackAddress}:${String(port)}`;
  return { origin, setup: origin + setupPath, close };
};

const stateAnswer = async ({ setUp }: Behind, request: IncomingMessage): Promise<ToVerifier> => {
  try {
    const { state, action, params = {} } = v.parse(stateShape, JSON.parse((await buffer(request)).toString('utf8')));
    if (action !== 'teardown') await setUp(state, params);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };
  } catch (error) {
    return failed(error);
  }
};

const requestAnswer = async ({ send }: Behind, request: IncomingMessage): Promise<ToVerifier> => {
  try {
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    return await send({ headers, body: await buffer(request) });
  } catch (error) {
    return failed(error);
  }
};

const failed = (error: unknown): ToVerifier => ({
  status: 502,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(error instanceof Error ? error.message : String(error)),
});

const write = (response: ServerResponse, { status, headers, body }: ToVerifier): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
};
