import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchersV3, Pact } from '@pact-foundation/pact';
import { createClient } from '#endpoint/client';
import { envelopeType } from '#endpoint/server/soap/write-envelope';
import { type Answer, readAnswer } from '#judgement/answer';
import { parseTree } from '#xml/parse';
import { bodyRules } from './body-rules.ts';
import type { PactInteraction } from '../interactions/interaction.ts';
import { nameOf, type PactSetting, providerOf } from './pact-setting.ts';
import { stablePact } from './stable-pact.ts';
import { xmlBody } from './xml-body.ts';

type Unconfigured = ReturnType<Pact['addInteraction']>;
type Requesting = NonNullable<Parameters<Unconfigured['withRequest']>[2]>;
type Responding = NonNullable<Parameters<ReturnType<Unconfigured['withRequest']>['willRespondWith']>[1]>;

/** A pact as text, and what our client read in the answer to each interaction. */
export interface WrittenPact {
  readonly text: string;
  readonly answers: Readonly<Record<string, Answer['kind']>>;
}

/** Has our client send each request to the server of Pact, which writes down what it is sent as it should be. */
export const writePact = async (
  setting: PactSetting,
  interactions: readonly PactInteraction[],
  folder: string,
): Promise<WrittenPact> => {
  const { consumer } = setting;
  const pact = new Pact({ consumer, provider: providerOf(setting.contract), dir: folder, logLevel: 'error' });
  const answers: Record<string, Answer['kind']> = {};
  for (const one of interactions) {
    const described = one.states
      .reduce((open, { name, parameters }) => open.given(name, parameters), pact.addInteraction())
      .uponReceiving(one.description)
      .withRequest('POST', setting.path, requestOf(setting, one))
      .willRespondWith(one.response.status, responseOf(setting, one));
    await described.executeTest(async ({ url }) => {
      answers[one.description] = await sent(setting, one, url + setting.path);
    });
  }
  return { text: stablePact(readFileSync(join(folder, nameOf(setting)), 'utf8')), answers };
};

const sent = async ({ contract }: PactSetting, { request }: PactInteraction, url: string): Promise<Answer['kind']> => {
  const { username, action, message } = request;
  const client = createClient({ url, action, credentials: { username, password: undefined } });
  try {
    return readAnswer(contract, await client.send({ body: Buffer.from(message) })).kind;
  } finally {
    await client.close();
  }
};

const requestOf =
  ({ contract, model }: PactSetting, { request }: PactInteraction): Requesting =>
  (builder) => {
    const { action, message, said, username } = request;
    const tree = parseTree(Buffer.from(message));
    const authorization = `Basic ${Buffer.from(`${username}:`).toString('base64')}`;
    builder
      .headers({
        'Content-Type': MatchersV3.regex(xmlType, envelopeType),
        SOAPAction: `"${action}"`,
        Authorization: said === 'all' ? authorization : MatchersV3.regex('^Basic [A-Za-z0-9+/=]+$', authorization),
      })
      .xmlBody(xmlBody(tree, contract));
    if (said !== 'all') builder.matchingRules({ body: bodyRules(tree, { model, said }) });
  };

const responseOf =
  ({ contract, model }: PactSetting, { response }: PactInteraction): Responding =>
  (builder) => {
    const { message, said } = response;
    if (message === undefined) return;
    const tree = parseTree(Buffer.from(message));
    builder
      .headers({ 'Content-Type': MatchersV3.regex(xmlType, envelopeType) })
      .xmlBody(xmlBody(tree, contract))
      .matchingRules({ body: bodyRules(tree, { model, said }) });
  };

/** The type of a message in SOAP 1.1; a space before the charset is the sender's choice. */
const xmlType = '^text/xml(;.*)?$';
