import type { Purpose } from '#judgement/purpose';
import type { OwnConnection } from '#endpoint/client';
import type { CaseActor } from '#harness/case';
import type { Sent } from '#judgement/case';
import { type Check, type Lab, post, sendOnce } from './lab.ts';
import { ownHeadersOf } from '#generators/filled-element';
import { aliveMessage } from '#generators/alive-message';
import type { XmlElement } from '#xml/tree';

/** Sends the connection test (IsAlive), over a connection of its own and with more in its header where that is given. */
export const sendAlive = async (
  lab: Lab,
  actor: CaseActor,
  {
    purpose,
    connection,
    headers = [],
  }: { readonly purpose: Purpose; readonly connection?: OwnConnection; readonly headers?: readonly XmlElement[] },
): Promise<Sent> => {
  const { alive } = lab.contract.service;
  if (alive === undefined) throw new Error('the contract has no connection test, and nothing that needs one is acted');
  const request = { soapAction: `"${alive.action}"`, connection, isRepeatable: connection === undefined };
  return post(lab, actor, {
    purpose,
    body: () => aliveMessage(lab.contract, [...ownHeadersOf(lab.contract), ...lab.client.securityHeaders, ...headers]),
    request,
  });
};

/** Takes one connection test into the case; it is sent once a run. */
export const sharedAlive = (lab: Lab, actor: CaseActor): Promise<void> =>
  sendOnce(lab, actor, { key: 'alive', send: () => sendAlive(lab, actor, { purpose: 'alive' }) });

/** Requests that stand before the last connection test at least, where nothing limits them. */
const before = 100;

/** The first connection test of the run, and another one when the deliveries have been made. */
export const aliveLater: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await sharedAlive(lab, actor);
    // Elsewhere the rest of the run has to do.
    const missing = lab.config.mockControl === undefined ? 0 : before - lab.answered();
    for (let index = 0; index < Math.max(1, missing); index += 1)
      await sendAlive(lab, actor, { purpose: 'alive-later' });
  });
