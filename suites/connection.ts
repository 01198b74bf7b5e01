import type { connection } from '#judgement/requirements/connection';
import { sendAlive } from './alive.ts';
import { type Check, type Checks, control, deliver, post, sample } from './lab.ts';

const alive: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await sendAlive(lab, actor, { purpose: 'alive' });
  });

const accepts: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await deliver(lab, actor, { purpose: 'valid', delivery: sample(lab, stage) });
  });

/** An invented name, once a run: accounts may lock. */
const wrong = { username: '3pas-conformance-onbekend', password: 'onbekend' };

/** Checks of the connection. */
export const connectionChecks: Checks<typeof connection> = {
  'connection.answers-is-alive': alive,
  'connection.says-it-is-alive': (_, stage) => stage.overStream(),
  'connection.answers-is-alive-by-schema': (_, stage) => stage.overStream(),
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
