import type { Contract } from '#contract/contract';
import { bearsCredentials } from '#contract/wire/placeholders';
import type { Client } from '#endpoint/client';
import { bearsPlaceholders } from '#endpoint/wsse';
import { ownHeaders } from '#generators/filled-element';
import type { RunConfig } from '#harness/run-config';
import { isOfCredentials, withOwnCredentials } from './own-credentials.ts';

/** Whose credentials go where. */
interface Preparing {
  readonly contract: Contract;
  readonly config: Pick<RunConfig, 'credentials' | 'runId'>;
}

/** Puts the credentials of the profile in; undefined for a message that asks for them where they do not belong. */
export const bodyPreparer = (
  { contract, config }: Preparing,
  { securityHeaders }: Pick<Client, 'securityHeaders'>,
): ((body: Uint8Array) => Uint8Array | undefined) => {
  let count = 0;
  const isInMessage = securityHeaders.length > 0 || (bearsCredentials(contract) && config.credentials !== undefined);
  return (body) => {
    if (!isInMessage) return withOwnCredentials(contract, body, []);
    if (bearsPlaceholders(body)) return undefined;
    const number = String((count += 1)).padStart(12, '0');
    const own = ownHeaders(contract, { runId: config.runId, number }).filter((_, index) => {
      const block = contract.service.headers[index];
      return block !== undefined && isOfCredentials(block);
    });
    return withOwnCredentials(contract, body, [...own, ...securityHeaders]);
  };
};
