import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { states, users } from '#cli/pact/interactions/interaction';
import { runVerifier, type Verified } from '#cli/pact/verify/run-verifier';
import { providerOf } from '#cli/pact/write/pact-setting';
import type { Contract } from '#contract/contract';
import type { Defect } from '#endpoint/mock/parts';
import { createMockServer } from '#endpoint/mock/server';

/** Against which mock a pact is verified. */
export interface Verifying {
  readonly contract: Contract;
  readonly today: string;
  readonly defects: readonly Defect[];
}

/** Has Pact's verifier send every request of a pact to the mock, as the team of an endpoint does: with states, and nothing of ours between. */
export const verifyAtMock = async (pact: string, { contract, today, defects }: Verifying): Promise<Verified> => {
  const mock = await createMockServer({ contract, username: users.known, today, defects });
  const { origin } = new URL(mock.url);
  const setup = createServer((request, response) => void bringInto({ pact, origin }, request, response));
  await new Promise<void>((resolve) => {
    setup.listen(0, '127.0.0.1', resolve);
  });
  const { port } = setup.address() as AddressInfo;
  try {
    const states = `http://127.0.0.1:${String(port)}/`;
    return await runVerifier({ pact, provider: providerOf(contract), origin, setup: states, patienceMs: 30_000 });
  } finally {
    setup.close();
    await mock.close();
  }
};

interface AtMock {
  readonly pact: string;
  readonly origin: string;
}

interface Asked {
  readonly state: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
}

const bringInto = async (at: AtMock, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { state, action, params } = JSON.parse(await text(request)) as Asked;
  if (action === 'setup' && state === states.delivered) await deliver(at, params['reference'] ?? '');
  response.statusCode = Object.values<string>(states).includes(state) ? 200 : 500;
  response.end();
};

interface PactRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: { readonly content: string };
}

/** Delivers the request of the pact that bears a reference. */
const deliver = async ({ pact, origin }: AtMock, reference: string): Promise<void> => {
  const { interactions } = JSON.parse(readFileSync(pact, 'utf8')) as {
    readonly interactions: readonly { readonly request: PactRequest }[];
  };
  const found = interactions.find(({ request }) => request.body.content.includes(`>${reference}<`));
  if (found === undefined) throw new Error(`no request of ${pact} has the reference "${reference}"`);
  const { path, headers, body } = found.request;
  const sent = Object.entries(headers).map(([name, values]): [string, string] => [name, values.join(', ')]);
  const response = await fetch(origin + path, { method: 'POST', headers: sent, body: body.content });
  await response.arrayBuffer();
};
