import { passwordNamesOf } from '#contract/wire/password-names';
import type { Exchange, InboundEnd } from '#contract/wire/exchange';
import type { Journal } from '#evidence/journal';
import { mostOfMember } from '#evidence/open-exchanges';
import { inboundRecorder } from '#evidence/record-inbound';
import type { RecordedSent } from '#evidence/recorded-cases';
import { defaultHeaderNames } from '#endpoint/credentials';
import { type MockServer, createMockServer } from '#endpoint/mock/server';
import type { Plays } from '#endpoint/mock/plays';
import { recordedBounds } from '#endpoint/mock/registry';
import { usualExaminers } from '#endpoint/mock/usual-examiners';
import type { HttpRequest, HttpResponse } from '#endpoint/server/http-message';
import { type Answer, readAnswer } from '#judgement/answer';
import type { Declaration } from '#judgement/showing/declaration';
import type { ReceiverCertificates } from './certificates.ts';
import type { Forwarder } from './forward/forwarder.ts';
import { othersMarked } from './other-senders.ts';
import type { Recorded } from './recording.ts';
import type { ListenSettings } from './settings.ts';

/** What a receiver is opened with. */
export interface Opening {
  readonly settings: ListenSettings;
  readonly ports: { readonly service: number; readonly page: number };
  readonly certificates: ReceiverCertificates | undefined;
  readonly journal: Journal;
  readonly recorded: Recorded;
  /** What the vendor declares, its own senders among it; undefined where it declares nothing. */
  readonly declared: Declaration | undefined;
  /** Answers who looks at the page; undefined for what is not there. */
  readonly page: (request: HttpRequest) => Promise<HttpResponse | undefined>;
  readonly plays: Plays;
  /** Undefined where it answers by itself. */
  readonly forwarder: Forwarder | undefined;
  /** Called with each exchange once it has ended. */
  readonly heard: (event: RecordedSent) => void;
  /** Called when nothing more can be recorded, or the server made a mistake. */
  readonly failed: (error: unknown) => void;
}

/** Opens the mock's service in this process, which records what comes in before it answers. */
export const openReceiver = async (opening: Opening): Promise<MockServer> => {
  const { settings, ports, certificates, recorded, plays, failed } = opening;
  const { contract, access, addresses, hostNames, publicUrl, today } = settings;
  const examiner = usualExaminers(contract, access.carrier);
  const [username, ...otherUsernames] = access.usernames;
  const { carrier, password } = access;
  // Who comes as soon as the port is open waits for nothing to be compiled.
  await examiner.warmUp();
  return createMockServer({
    contract,
    port: ports.service,
    controlPort: ports.page,
    ...(certificates === undefined
      ? { carrier, username, otherUsernames, password }
      : { tls: { server: certificates.server, trusts: certificates.trusts } }),
    ...{ addresses, hostNames, publicUrl, today, examiner, byPath: true, before: recorded.before },
    memory: recordedBounds,
    control: opening.page,
    plays,
    forward: opening.forwarder?.forward,
    recording: {
      record: recorderOf(opening),
      passwordNames: passwordNamesOf(contract.service),
      credentialHeaders: [defaultHeaderNames.username, defaultHeaderNames.password],
    },
    onError: failed,
  });
};

/** Bytes of an answer, ours or that of an endpoint. */
const mostOfAnswer = 1024 * 1024;

/** What an endpoint answered was read with a deadline. */
const answerFrom = (forwarder: Forwarder | undefined, { outcome }: Exchange): Answer | undefined =>
  'response' in outcome ? forwarder?.answerTo(outcome.response.body) : undefined;

type Record = (exchange: Exchange) => (end: InboundEnd) => void;

/** What can't be recorded is not acknowledged: its sender gets an error, and the receiver ends. */
const recorderOf = ({ settings, journal, recorded, declared, forwarder, heard, failed }: Opening): Record => {
  const marked = othersMarked(declared?.senders ?? []);
  const record = inboundRecorder(journal, {
    read: (exchange) => answerFrom(forwarder, exchange) ?? readAnswer(settings.contract, exchange),
    before: recorded.exchanges.length,
    // What is kept can be read again: a member of a pack holds some more than one exchange.
    most: Math.min(settings.contract.limits.messageBytes, mostOfMember / 2) + mostOfAnswer,
    ended: heard,
  });
  let isOver = false;
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      isOver = true;
      failed(error);
      throw error;
    }
  };
  return (exchange) => {
    if (isOver) return () => undefined;
    const ended = guarded(() => record(marked(exchange)));
    return (end) => {
      if (!isOver)
        guarded(() => {
          ended(end);
        });
    };
  };
};
