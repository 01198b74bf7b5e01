import type { Purpose } from '#judgement/purpose';
import type { OwnConnection } from '#endpoint/client';
import type { CaseActor } from '#harness/case';
import type { Sent } from '#judgement/case';
import { type Lab, post, sendOnce } from './lab.ts';
import { ownHeadersOf } from '#generators/own-headers';
import { aliveMessage } from '#generators/messages';

/** Sends the connection test (IsAlive), over a connection of its own where one is given. */
export const sendAlive = async (
  lab: Lab,
  actor: CaseActor,
  { purpose, connection }: { readonly purpose: Purpose; readonly connection?: OwnConnection },
): Promise<Sent> => {
  const { alive } = lab.contract.service;
  if (alive === undefined) throw new Error('the contract has no connection test, and nothing that needs one is acted');
  const request = { soapAction: `"${alive.action}"`, connection, isRepeatable: connection === undefined };
  return post(lab, actor, {
    purpose,
    body: () => aliveMessage(alive, [...ownHeadersOf(lab.contract), ...lab.client.securityHeaders]),
    request,
  });
};

/** Takes one connection test into the case; it is sent once a run. */
export const sharedAlive = (lab: Lab, actor: CaseActor): Promise<void> =>
  sendOnce(lab, actor, { key: 'alive', send: () => sendAlive(lab, actor, { purpose: 'alive' }) });
