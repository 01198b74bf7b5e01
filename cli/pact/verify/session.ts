import type { Exchange } from '#contract/wire/exchange';
import { type Bench, skipCheck } from '#harness/run-check';
import type { Lab } from '#suites/lab';
import { headersToSender } from '../../listen/forward/passed-headers.ts';
import { type PactInteraction, states } from '../interactions/interaction.ts';
import type { Behind, FromVerifier, ToVerifier } from './gateway.ts';
import { bodiesIn } from './bodies.ts';
import { outgoing, purposeOf } from './outgoing.ts';
import { openPactCase, type PactCase } from './pact-case.ts';
import type { PlannedInteraction } from './planned-interaction.ts';
import type { Verification } from './read-verification.ts';

/** What a verification is held with. */
export interface Holding {
  readonly lab: Lab;
  readonly bench: Bench;
  readonly interactions: readonly PlannedInteraction[];
  /** The pact that the verifier reads. */
  readonly pact: string;
  readonly signal: AbortSignal;
}

/** A verification under way: what the verifier sends goes to the endpoint through our client, and into the journal. */
export interface Session {
  readonly behind: Behind;
  /** Journals what the verifier found; `reason` where it did not come to an end. */
  readonly conclude: (found: Verification) => Promise<void>;
  readonly giveUp: (error: Error) => Promise<void>;
}

/** Opens a session; nothing is sent before the verifier asks. */
export const openSession = (holding: Holding): Session => {
  const { lab, bench, interactions, pact, signal } = holding;
  const cases = new Map<PlannedInteraction, PactCase>();
  const caseOf = (planned: PlannedInteraction): PactCase => {
    const known = cases.get(planned) ?? openPactCase(bench, planned.check);
    cases.set(planned, known);
    return known;
  };
  const byBody = bodiesIn(pact, interactions);
  const sent = new Set<PlannedInteraction>();
  const exchange = async (planned: PlannedInteraction, request: FromVerifier, isFirst: boolean): Promise<Exchange> => {
    const actor = await caseOf(planned).actor;
    const { one } = planned;
    const origin =
      one.constraint === undefined
        ? undefined
        : { constraint: one.constraint, operator: '', edited: '', parent: () => request.body };
    const send = () => lab.client.send({ ...outgoing(lab, one, request), signal });
    return (await actor.exchange(isFirst ? 'valid' : purposeOf(one), send, origin)).exchange;
  };
  const behind: Behind = {
    setUp: async (state, parameters) => {
      if (!Object.values<string>(states).includes(state))
        throw new Error(`the endpoint can't be brought into "${state}"`);
      if (state !== states.delivered) return;
      const [body, planned] = found(byBody, ({ one }) => isAbout(one, parameters));
      await exchange(planned, { headers: deliveryHeaders(planned.one), body: Buffer.from(body) }, true);
    },
    send: async (request) => {
      const planned = byBody.get(Buffer.from(request.body).toString('utf8'));
      if (planned === undefined || sent.has(planned)) return notOfThePact;
      sent.add(planned);
      return answerOf(await exchange(planned, request, false));
    },
  };
  const unasked = (): readonly PlannedInteraction[] => interactions.filter((one) => !cases.has(one));
  return {
    behind,
    conclude: async (verification) => {
      const byDescription = new Map(verification.interactions.map((one) => [one.description, one]));
      for (const [planned, one] of cases) {
        const result = byDescription.get(planned.one.description);
        await (result === undefined ? one.fail(new Error('Pact told no result')) : one.decide(result));
      }
      for (const { check } of unasked()) skipCheck(bench, check, notAsked);
    },
    giveUp: async (error) => {
      for (const one of cases.values()) await one.fail(error);
      for (const { check } of unasked()) skipCheck(bench, check, notAsked);
    },
  };
};

const notAsked = {
  verdict: 'untested',
  reason: { nl: 'Pact heeft dit niet gevraagd', en: 'Pact did not ask this' },
} as const;

const isAbout = ({ states: given }: PactInteraction, parameters: Readonly<Record<string, unknown>>): boolean =>
  given.some(({ name, parameters: own }) => name === states.delivered && own['reference'] === parameters['reference']);

const found = (
  byBody: ReadonlyMap<string, PlannedInteraction>,
  is: (planned: PlannedInteraction) => boolean,
): readonly [string, PlannedInteraction] => {
  const entry = [...byBody].find(([, planned]) => is(planned));
  if (entry === undefined) throw new Error('no interaction of this pact has that reference');
  return entry;
};

const deliveryHeaders = ({ request }: PactInteraction): FromVerifier['headers'] => ({
  'content-type': 'text/xml; charset=utf-8',
  soapaction: `"${request.action}"`,
});

const answerOf = ({ outcome }: Exchange): ToVerifier => {
  if ('failure' in outcome) return text(502, outcome.failure.message);
  const { status, headers, body } = outcome.response;
  return { status, headers: headersToSender(headers), body };
};

const text = (status: number, said: string): ToVerifier => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(said),
});

/** Anyone on this machine can ask; each interaction leaves once. */
const notOfThePact = text(400, 'this is no request of the pact, or it was sent before');
