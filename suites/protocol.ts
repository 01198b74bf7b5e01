import { operationFor } from '#contract/deliveries';
import { sendAlive, sharedAlive } from './alive.ts';
import type { Purpose } from '#judgement/purpose';
import { ownHeadersOf } from '#generators/filled-element';
import type { Delivery } from '#generators/delivery';
import type { protocol } from '#judgement/requirements/protocol';
import type { CaseActor } from '#harness/case';
import type { Stage } from '#harness/run-check';
import {
  type Check,
  type Checks,
  type Lab,
  type DeliverOptions,
  control,
  deliver,
  documentTypeOf,
  mayLeave,
  post,
  sample,
} from './lab.ts';
import {
  addressing,
  declaredAs,
  header,
  inOtherRoot,
  inOtherVersion,
  malformations,
  ofOtherVersion,
  unknownOperation,
  withEmptyBody,
  withMoreAfterBody,
  withoutBody,
  withTwoHeaders,
  withTwoRequests,
} from '#generators/messages';
import { originOf } from './origin.ts';
import { violateAny } from './rejection.ts';
import { oneIn } from './spread.ts';

/** One case with a control and one exchange made from a valid delivery. */
const beside =
  (
    purpose: Purpose,
    make: (lab: Lab, message: Uint8Array) => Uint8Array,
    request: DeliverOptions['request'] = {},
  ): Check =>
  async (lab, stage) => {
    if (!mayLeave(lab, stage, (message) => make(lab, message))) return;
    await stage.once(async (actor) => {
      await control(lab, stage, actor);
      const delivery = sample(lab, stage);
      const body = (): Uint8Array => make(lab, delivery.message(actor.number(), lab.client.securityHeaders));
      await post(lab, actor, { purpose, body, request });
    });
  };

/** One check after another, each with cases of its own. */
const each =
  (...checks: readonly Check[]): Check =>
  async (lab, stage) => {
    for (const check of checks) await check(lab, stage);
  };

const same = (_: Lab, message: Uint8Array): Uint8Array => message;

/** Some violations, for what a Fault tells. */
const faults: Check = (lab, stage) =>
  violateAny(lab, stage, {
    runs: oneIn(5, lab),
    act: async (actor, one) => {
      await control(lab, stage, actor);
      await deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) });
    },
  });

interface HeaderCase {
  readonly purpose: Purpose;
  readonly mustUnderstand: boolean;
  readonly actor?: string;
}

const withHeader = async (
  lab: Lab,
  actor: CaseActor,
  of: HeaderCase & { readonly delivery: Delivery },
): Promise<void> => {
  const headers = [...lab.client.securityHeaders, header(of.mustUnderstand, of.actor)];
  await post(lab, actor, { purpose: of.purpose, body: () => of.delivery.message(actor.number(), headers) });
};

const mandatoryHeader: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await control(lab, stage, actor);
    const delivery = sample(lab, stage);
    await withHeader(lab, actor, { purpose: 'header', mustUnderstand: true, delivery });
    const next = 'http://schemas.xmlsoap.org/soap/actor/next';
    const headers = [...lab.client.securityHeaders, header(false), header(true, next)];
    await post(lab, actor, { purpose: 'header-behind', body: () => delivery.message(actor.number(), headers) });
    if (lab.contract.service.alive === undefined) return;
    await sharedAlive(lab, actor);
    await sendAlive(lab, actor, { purpose: 'alive-header', headers: [header(true)] });
  });

/** All in one case, each made from a delivery of its own number. */
const oddEnvelopes: Check = async (lab, stage) => {
  const odd = [
    ['two-headers', withTwoHeaders],
    ['after-body', withMoreAfterBody],
    ['empty-body', withEmptyBody],
    ['no-body', withoutBody],
  ] as const;
  if (!odd.every(([, make]) => mayLeave(lab, stage, make))) return;
  await stage.once(async (actor) => {
    await control(lab, stage, actor);
    for (const [purpose, make] of odd)
      await post(lab, actor, {
        purpose,
        body: () => make(sample(lab, stage).message(actor.number(), lab.client.securityHeaders)),
      });
  });
};

const optionalHeader: Check = (lab, stage: Stage) =>
  stage.once(async (actor) => {
    const delivery = sample(lab, stage);
    await control(lab, stage, actor);
    await withHeader(lab, actor, { purpose: 'optional-header', mustUnderstand: false, delivery });
    const elsewhere = { mustUnderstand: true, actor: 'urn:3pas-conformance:another-actor' };
    await withHeader(lab, actor, { purpose: 'other-actor', ...elsewhere, delivery });
    const { action } = operationFor(lab.contract.service, documentTypeOf(lab, stage));
    const body = (): Uint8Array => {
      const number = actor.number();
      return delivery.message(number, [
        ...lab.client.securityHeaders,
        ...addressing(action, `urn:3pas-conformance:${lab.config.runId}:${number}`),
      ]);
    };
    await post(lab, actor, { purpose: 'addressing', body });
  });

/** Whoever believes the first reads other text, which may go unseen; whoever believes the second can't read on. */
const declaredEncoding: Check = async (lab, stage) => {
  const declared = [
    ['declared-latin', 'ISO-8859-1'],
    ['declared-utf-16', 'UTF-16'],
  ] as const;
  if (!declared.every(([, encoding]) => mayLeave(lab, stage, (message) => declaredAs(encoding, message)))) return;
  await stage.once(async (actor) => {
    await control(lab, stage, actor);
    for (const [purpose, encoding] of declared) {
      const message = (): Uint8Array => sample(lab, stage).message(actor.number(), lab.client.securityHeaders);
      await post(lab, actor, { purpose, body: () => declaredAs(encoding, message()) });
    }
  });
};

/** The last is that of SOAP 1.2. */
const otherMediaTypes = ['application/json', 'text/plain', 'application/soap+xml'] as const;

/** Under an action that nobody knows, and under that of a delivery; in another version where that may leave. */
const unknownOperations: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await control(lab, stage, actor);
    const body = (): Uint8Array => unknownOperation([...ownHeadersOf(lab.contract), ...lab.client.securityHeaders]);
    const soapAction = '"urn:3pas-conformance:unknown"';
    await post(lab, actor, { purpose: 'unknown-operation', body, request: { soapAction } });
    await post(lab, actor, { purpose: 'unknown-request', body });
    const aged = (number: string): Uint8Array =>
      ofOtherVersion(sample(lab, stage).message(number, lab.client.securityHeaders));
    if (lab.generation.forbids?.(aged('0'.repeat(12))) !== undefined) return;
    await post(lab, actor, { purpose: 'unknown-version', body: () => aged(actor.number()) });
  });

/** A whole delivery under each. */
const otherMethods: Check = (lab, stage) =>
  stage.once(async (actor) => {
    await control(lab, stage, actor);
    const body = (): Uint8Array => sample(lab, stage).message(actor.number(), lab.client.securityHeaders);
    for (const [purpose, method] of [
      ['put', 'PUT'],
      ['patch', 'PATCH'],
      ['delete', 'DELETE'],
    ] as const)
      await post(lab, actor, { purpose, body, request: { method } });
  });

/** Every answer serves, whatever was asked. */
const overStream: Check = (_, stage) => stage.overStream();

/** Checks of SOAP 1.1 and the WS-I Basic Profile. */
export const protocolChecks: Checks<typeof protocol> = {
  'protocol.answers-success-with-2xx': overStream,
  'protocol.answers-success-with-200': overStream,
  'protocol.answers-fault-with-500': overStream,
  'protocol.answers-errors-with-a-fault': overStream,
  'protocol.builds-envelopes-by-the-book': overStream,
  'protocol.completes-http-statuses': overStream,
  'protocol.faults-in-place-of-response': overStream,
  'protocol.explains-body-errors-in-detail': faults,
  'protocol.builds-faults-by-the-book': overStream,
  'protocol.uses-known-fault-codes': overStream,
  'protocol.explains-faults-in-words': overStream,
  'protocol.blames-violations-on-the-client': overStream,
  'protocol.refuses-other-root': beside('other-root', (_, message) => inOtherRoot(message)),
  'protocol.refuses-other-soap-version': beside('other-version', (_, message) => inOtherVersion(message)),
  'protocol.refuses-unknown-mandatory-header': mandatoryHeader,
  'protocol.refuses-two-requests': beside('two-requests', (_, message) => withTwoRequests(message)),
  'protocol.refuses-odd-envelopes': oddEnvelopes,
  'protocol.ignores-optional-header': optionalHeader,
  'protocol.refuses-other-method': otherMethods,
  'protocol.refuses-other-media-type': each(
    ...otherMediaTypes.map((type) => beside('media-type', same, { contentType: `${type}; charset=utf-8` })),
  ),
  'protocol.refuses-malformed-message': each(
    ...malformations.map((make) => beside('malformed', (_, message) => make(message))),
  ),
  'protocol.refuses-unknown-operation': unknownOperations,
  'protocol.disregards-declared-encoding': declaredEncoding,
  'protocol.names-charset-of-answer': overStream,
  'protocol.answers-unquoted-action': (lab, stage) =>
    beside('unquoted', same, {
      soapAction: operationFor(lab.contract.service, documentTypeOf(lab, stage)).action,
    })(lab, stage),
};
