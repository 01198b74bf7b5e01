import type { connection } from '#judgement/requirements/connection';
import { type Check, type Checks, control, deliver, post, sample } from './lab.ts';
import { aliveMessage } from './messages.ts';

const alive: Check = async (lab, stage) => {
  const { alive: operation } = lab.contract.service;
  await stage.once(async (actor) => {
    if (operation === undefined) throw new Error('the contract has no connection test');
    const request = { soapAction: `"${operation.action}"` };
    await post(lab, actor, { purpose: 'alive', body: aliveMessage(operation, lab.client.securityHeaders), request });
  });
};

const accepts: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await deliver(lab, actor, { purpose: 'valid', delivery: sample(lab, stage) });
  });

/** An invented name, once a run: accounts may lock. */
const wrong = { username: '3pas-conformance-onbekend', password: 'onbekend' };

/** Checks of the connection. */
export const connectionChecks: Checks<typeof connection> = {
  'connection.answers-is-alive': alive,
  'connection.serves-wsdl': (lab, stage) =>
    stage.once(async (actor) => {
      await actor.exchange('wsdl', () => lab.client.send({ method: 'GET', path: '?wsdl' }));
    }),
  'connection.accepts-username': accepts,
  'connection.refuses-wrong-username': (lab, stage) =>
    stage.once(async (actor) => {
      await control(lab, stage, actor);
      const request = { credentials: wrong };
      await deliver(lab, actor, { purpose: 'wrong-username', delivery: sample(lab, stage), request });
    }),
  'connection.refuses-missing-username': (lab, stage) =>
    stage.once(async (actor) => {
      await control(lab, stage, actor);
      const body = sample(lab, stage).message(actor.number());
      await post(lab, actor, { purpose: 'no-username', body, request: { credentials: 'none' } });
    }),
};
