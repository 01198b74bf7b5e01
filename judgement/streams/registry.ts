import { type CertificateRequirement, certificate } from '../requirements/certificate.ts';
import type { behaviour } from '../requirements/behaviour.ts';
import type { MessageRequirement } from '../requirements/message.ts';
import type { request } from '../requirements/request.ts';
import { judgeOffered } from '../judges/certificate.ts';
import { aliveBySchema, saysItIsAlive } from './alive.ts';
import { answerForms } from './answer-forms.ts';
import { answersBySchema } from './answers-by-schema.ts';
import { behaviours } from './behaviour/behaviours.ts';
import { eachExchange } from './each-exchange.ts';
import { elementItself } from './element-itself.ts';
import { elementsApart } from './elements-apart.ts';
import { envelopesByTheBook } from './envelopes.ts';
import { errorsWithFault } from './errors-with-fault.ts';
import { statusesComplete } from './http-statuses.ts';
import { kindsApart } from './kinds-apart.ts';
import { messageJudges } from './messages.ts';
import { noInternals } from './no-internals.ts';
import type { OverRun } from './over-run.ts';
import { holdsMessage, offersCertificate, reachesService, speaksCurrentTls } from './requests/at-the-service.ts';
import { issuedUnderPkioverheid } from './requests/issuer.ts';
import { namedAction } from './requests/named-action.ts';
import { quotedAction } from './requests/quoted-action.ts';
import { takenOrTold } from './requests/taken-or-told.ts';
import { statusFollowsMedium } from './status-follows-medium.ts';
import { steady } from './steady.ts';
import type { AnyStreamJudge } from './stream-judge.ts';
import { waitsForDate } from './waits-for-date.ts';
import { uniqueNumbers } from './unique-numbers.ts';

/** Judges over all exchanges of a run. */
const overRuns = {
  'connection.says-it-is-alive': saysItIsAlive,
  'connection.answers-is-alive-by-schema': aliveBySchema,
  'delivery.status-follows-medium': statusFollowsMedium,
  'delivery.waits-for-publication-date': waitsForDate,
  'delivery.numbers-dossiers-uniquely': uniqueNumbers,
  'delivery.answers-by-schema': answersBySchema,
  'delivery.is-steady': steady,
  'rejection.tells-elements-apart': elementsApart,
  'rejection.names-the-element-itself': elementItself,
  'rejection.tells-kinds-apart': kindsApart,
  ...answerForms,
  'protocol.answers-errors-with-a-fault': errorsWithFault,
  'protocol.builds-envelopes-by-the-book': envelopesByTheBook,
  'protocol.completes-http-statuses': statusesComplete,
  'robustness.shows-no-internals': noInternals,
} as const satisfies Readonly<Record<OverRun, AnyStreamJudge>>;

/** A run judges the certificate case by case; a recording has no cases. */
const certificates = Object.fromEntries(
  Object.keys(certificate).map((id) => [
    id,
    eachExchange(({ exchange }, { phase }) => judgeOffered(id as CertificateRequirement, exchange, phase)),
  ]),
) as Readonly<Record<CertificateRequirement, AnyStreamJudge>>;

/** What a single exchange shows. */
const ofEachExchange = {
  'request.quotes-action': quotedAction,
  'request.names-its-operation': namedAction,
  'request.goes-to-the-service': reachesService,
  'request.holds-a-message': holdsMessage,
  'request.offers-a-certificate': offersCertificate,
  'request.speaks-current-tls': speaksCurrentTls,
  ...messageJudges,
  ...certificates,
  'certificate.issued-under-pkioverheid': issuedUnderPkioverheid,
} as const;

/** Judges over the exchanges of a recording. */
const overRecordings = {
  ...ofEachExchange,
  'request.is-taken': takenOrTold(Object.values(ofEachExchange)),
  ...behaviours,
} as const satisfies Readonly<
  Record<keyof typeof request | MessageRequirement | keyof typeof behaviour | CertificateRequirement, AnyStreamJudge>
>;

/** The judges of streams by the requirement that they decide. */
export const streamJudges = { ...overRuns, ...overRecordings };

/** A requirement that a judge of streams decides. */
export type StreamRequirement = keyof typeof streamJudges;

/** The kind of a stream. */
export type StreamKind = 'run' | 'recording';

const keysOf = <Key extends string>(table: Readonly<Record<Key, AnyStreamJudge>>): readonly Key[] =>
  Object.keys(table) as Key[];

/** Requirements judged over a stream, by its kind. */
export const streamRequirements: Readonly<Record<StreamKind, readonly StreamRequirement[]>> = {
  run: keysOf(overRuns),
  recording: keysOf(overRecordings),
};

/** Whether the exchanges of a recording decide a requirement. */
export const isOverRecording = (requirement: string | undefined): requirement is keyof typeof overRecordings =>
  requirement !== undefined && requirement in overRecordings;
