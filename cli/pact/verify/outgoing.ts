import type { SendRequest } from '#endpoint/client';
import { aliveMessage } from '#generators/alive-message';
import { ownHeadersOf } from '#generators/filled-element';
import type { Purpose } from '#judgement/purpose';
import type { Lab } from '#suites/lab';
import type { PactInteraction } from '../interactions/interaction.ts';
import type { InteractionKind } from '../interactions/outline.ts';
import type { FromVerifier } from './gateway.ts';

/** A request of the verifier as it leaves: its own bytes, with the credentials of the profile in place of those of the pact. */
export const outgoing = ({ contract, config }: Lab, { kind }: PactInteraction, request: FromVerifier): SendRequest => {
  const { alive } = contract.service;
  // In production the client lets through one message, to the byte.
  if (config.phase === 4 && alive !== undefined)
    return { soapAction: `"${alive.action}"`, body: aliveMessage(contract, ownHeadersOf(contract)) };
  return {
    body: request.body,
    contentType: request.headers['content-type'] ?? null,
    soapAction: request.headers['soapaction'] ?? null,
    ...(kind === 'credentials' ? { credentials: invented } : {}),
    // The embedded endpoint answers in the language of the command.
    ...(config.mockControl === undefined ? {} : { headers: { 'accept-language': config.language } }),
  };
};

/** As a run invents them. */
const invented = { username: '3pas-conformance-onbekend', password: 'onbekend' } as const;

/** What the exchange of an interaction is for. */
export const purposeOf = ({ kind }: PactInteraction): Purpose => purposes[kind];

const purposes: Readonly<Record<InteractionKind, Purpose>> = {
  alive: 'alive',
  accepted: 'valid',
  published: 'valid',
  prepared: 'without-medium',
  schema: 'violation',
  content: 'violation',
  rule: 'violation',
  duplicate: 'again',
  credentials: 'wrong-username',
};
