import { readFileSync } from 'node:fs';
import { Verifier } from '@pact-foundation/pact';
import type { Contract } from '#contract/contract';
import type { Defect } from '#endpoint/mock/parts';
import { createMockServer } from '#endpoint/mock/server';
import { states, users } from './interaction.ts';

/** What the verifier of Pact found of our mock. */
export interface Verification {
  /** Everything that it tells of a failure; empty where there is none. */
  readonly message: string;
  /** Descriptions of interactions, each once. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** Against which mock a pact is verified. */
export interface Verifying {
  readonly contract: Contract;
  readonly today: string;
  readonly defects: readonly Defect[];
}

/** Has the verifier of Pact send every request of a pact to the mock, and judge what it answers. */
export const verifyPact = async (file: string, { contract, today, defects }: Verifying): Promise<Verification> => {
  const mock = await createMockServer({ contract, username: users.known, today, defects });
  const { origin } = new URL(mock.url);
  const verifier = new Verifier({
    provider: `drop-3pas-${contract.id}`,
    providerBaseUrl: origin,
    pactUrls: [file],
    logLevel: 'error',
    stateHandlers: {
      [states.known]: (given) => must(textIn(given, 'username') === users.known),
      [states.unknown]: (given) => must(textIn(given, 'username') !== users.known),
      [states.delivered]: (given) => deliver(origin, requestWith(file, textIn(given, 'reference'))),
    },
  });
  try {
    return verificationOf(await verifier.verifyProvider());
  } catch (error) {
    return verificationOf(error instanceof Error ? error.message : String(error));
  } finally {
    await mock.close();
  }
};

const must = (isSo: boolean): Promise<void> =>
  isSo ? Promise.resolve() : Promise.reject(new Error('the mock cannot be brought into this state'));

const textIn = (given: unknown, key: string): string => {
  const found: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, key) : undefined;
  if (typeof found === 'string') return found;
  throw new Error(`a state has no parameter "${key}": ${JSON.stringify(given)}`);
};

interface PactRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: { readonly content: string };
}

/** The request of the pact that bears a reference. */
const requestWith = (file: string, reference: string): PactRequest => {
  const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly interactions: readonly { readonly request: PactRequest }[];
  };
  const found = interactions.find(({ request }) => request.body.content.includes(`>${reference}<`));
  if (found === undefined) throw new Error(`no request of ${file} has the reference "${reference}"`);
  return found.request;
};

const deliver = async (origin: string, { path, headers, body }: PactRequest): Promise<void> => {
  const sent = Object.entries(headers).map(([name, values]): [string, string] => [name, values.join(', ')]);
  const response = await fetch(origin + path, { method: 'POST', headers: sent, body: body.content });
  await response.arrayBuffer();
};

interface Told {
  readonly result: boolean;
  readonly interactionResults: readonly { readonly description: string; readonly result: string }[];
}

/** What the verifier tells is JSON, whether it returns or throws it. */
const verificationOf = (told: string): Verification => {
  const { interactionResults, result } = JSON.parse(told) as Told;
  const of = (isPassed: boolean): readonly string[] =>
    interactionResults.filter((one) => (one.result === 'OK') === isPassed).map(({ description }) => description);
  return { message: result ? '' : told, passed: of(true).toSorted(), failed: of(false).toSorted() };
};
