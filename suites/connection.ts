import type { connection } from '#judgement/requirements/connection';
import { isOfContent } from '#judgement/credentials-fault';
import { description } from './description.ts';
import { aliveLater, sharedAlive } from './alive.ts';
import type { RunConfig } from '#harness/run-config';
import { type Check, type Checks, type Lab, control, deliver, post, sample } from './lab.ts';
import { deliverableTypes } from './deliverable-types.ts';

type Credentials = NonNullable<RunConfig['credentials']>;

const alive: Check = (lab, stage) => stage.once((actor) => sharedAlive(lab, actor));

/** One document type after another until one is accepted: that a Fault refuses one says nothing of the username. */
const accepts: Check = (lab, stage) =>
  stage.once(async (actor) => {
    for (const documentType of deliverableTypes(lab)) {
      const delivery = sample(lab, stage, documentType);
      const { answer } = await deliver(lab, actor, { purpose: 'valid', delivery });
      if (!isOfContent(lab.contract, answer)) return;
    }
  });

/** An invented name, once a run: accounts may lock. At the embedded endpoint, where none does, names that are nearly right too. */
const wrongUsernames = ({ config: { mockControl, credentials, carrier } }: Lab): readonly Credentials[] => {
  const invented = { username: '3pas-conformance-onbekend', password: 'onbekend' };
  if (mockControl === undefined || credentials === undefined) return [invented];
  // HTTP takes a space off the end of a header by itself.
  const names = [...nearly(credentials.username), ...(carrier === 'header' ? [] : [`${credentials.username} `])];
  return [invented, ...names.map((username) => ({ ...credentials, username }))];
};

/** The same of passwords. */
const wrongPasswords = ({ config: { mockControl, credentials } }: Lab): readonly Credentials[] => {
  if (credentials?.password === undefined) throw new Error('without a password this is not acted');
  const invented = { ...credentials, password: '3pas-conformance-onjuist' };
  if (mockControl === undefined) return [invented];
  const { username, password: own } = credentials;
  const passwords = [...nearly(own), `${own} `, '', username].filter((one) => one !== own);
  return [invented, ...passwords.map((password) => ({ username, password }))];
};

/** Cut off, longer, and in other letters. */
const nearly = (text: string): readonly string[] =>
  [text.slice(0, -1), `${text}x`, text.toUpperCase()].filter((one) => one !== text && one !== '');

const refuses =
  (purpose: 'wrong-username' | 'wrong-password', wrong: (lab: Lab) => readonly Credentials[]): Check =>
  async (lab, stage) => {
    for (const credentials of wrong(lab))
      await stage.once(async (actor) => {
        await control(lab, stage, actor);
        await deliver(lab, actor, { purpose, delivery: sample(lab, stage), request: { credentials } });
        await actor.observe();
      });
  };

/** Checks of the connection. */
export const connectionChecks: Checks<typeof connection> = {
  'connection.answers-is-alive': alive,
  'connection.says-it-is-alive': (_, stage) => stage.overStream(),
  'connection.stays-alive': aliveLater,
  'connection.answers-is-alive-by-schema': (_, stage) => stage.overStream(),
  'connection.serves-wsdl': description,
  'connection.accepts-username': accepts,
  'connection.refuses-wrong-username': refuses('wrong-username', wrongUsernames),
  'connection.refuses-wrong-password': refuses('wrong-password', wrongPasswords),
  'connection.refuses-missing-username': (lab, stage) =>
    stage.once(async (actor) => {
      await control(lab, stage, actor);
      const delivery = sample(lab, stage);
      const body = (): Uint8Array => delivery.message(actor.number());
      await post(lab, actor, { purpose: 'no-username', body, request: { credentials: 'none' } });
      await actor.observe();
    }),
};
