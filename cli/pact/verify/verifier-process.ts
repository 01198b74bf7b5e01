import { Verifier } from '@pact-foundation/pact';
import type { Order, Told } from './verifier-protocol.ts';

const verify = async ({ pact, provider, origin, setup, patienceMs }: Order): Promise<string> => {
  const verifier = new Verifier({
    provider,
    providerBaseUrl: origin,
    pactUrls: [pact],
    providerStatesSetupUrl: setup,
    timeout: patienceMs,
    logLevel: 'error',
  });
  try {
    return await verifier.verifyProvider();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

process.once('message', (order: Order) => {
  void verify(order).then((json) => {
    process.send?.({ json } satisfies Told, () => process.exit());
  });
});
