import type { Contract } from '#contract/contract';
import { GuardCrash, GuardFailure, GuardTimeout } from '#xml/guard-error';
import type { Clock } from '../clock.ts';
import { isLetIn, type Access } from '../server/authenticate.ts';
import { type ClientRoots, createClientJudge, judgeClient } from './certificate/judge-client.ts';
import { createRevocation } from './certificate/revocation.ts';
import { certificateSteps } from './certificate/steps.ts';
import type { Examination } from './examine.ts';
import type { Forward } from './forward.ts';
import type { MessageExaminer } from './guarded-examiner.ts';
import { forSomebody } from './for-somebody.ts';
import { mandatesOf, type Mandates } from './mandates.ts';
import type { MockParts } from './parts.ts';
import { type Plays, createPlays } from './plays.ts';
import { publicationStatus } from './publication-status.ts';
import { type Before, createRegistry, type MemoryBounds } from './registry.ts';
import { actionFault } from '../server/soap/action.ts';
import { createAnswers } from '../server/soap/answers.ts';
import { decodeBody } from '../server/soap/decode.ts';
import { markupFault } from '../server/soap/markup-fault.ts';
import { dayInAmsterdam } from './today.ts';
import { createDescription } from '../server/wsdl.ts';

/** What a mock is made for. */
export interface Making {
  readonly contract: Contract;
  readonly access: Access;
  readonly clock: Clock;
  /** YYYY-MM-DD; undefined for the day that it is. */
  readonly today: string | undefined;
  readonly mandates: Mandates | undefined;
  readonly clientRoots: ClientRoots;
  readonly aliveOnly: boolean;
  readonly hostNames: readonly string[];
  readonly publicUrl?: string | undefined;
  /** False unless said. */
  readonly byPath?: boolean | undefined;
  readonly before?: Before | undefined;
  /** What is remembered at most; as much as serves who looks at messages in memory unless said. */
  readonly memory?: MemoryBounds | undefined;
  readonly plays?: Pick<Plays, 'take'> | undefined;
  readonly forward?: Forward | undefined;
  /** Aborts once the mock is closed. */
  readonly closed?: AbortSignal | undefined;
  readonly examiner: Pick<MessageExaminer, 'examine'>;
  /** Told why a message could not be examined. */
  readonly onError: (error: unknown) => void;
}

/** The parts of a mock without defects. */
export const createParts = (making: Making): MockParts => {
  const { contract, access, clock, today, mandates, examiner, onError } = making;
  const registry = createRegistry(making.memory, making.before);
  const judge = createClientJudge(making.clientRoots, createRevocation());
  return {
    contract,
    access,
    registry,
    answers: createAnswers(contract),
    description: createDescription(contract),
    today: () => today ?? dayInAmsterdam(clock.now()),
    now: clock.now,
    certificateSteps,
    judgeClient: (steps, showing) => judgeClient(judge, steps, showing),
    aliveOnly: making.aliveOnly,
    hostNames: making.hostNames,
    publicUrl: making.publicUrl,
    byPath: making.byPath ?? false,
    isLetIn: (claim) => isLetIn(access, claim),
    decode: decodeBody,
    markupFault,
    examine: async ({ bytes, today: day, ...holder }) => {
      const context = { today: day, ...holder, mandates: mandatesOf(mandates, holder.oin) };
      try {
        return forSomebody(contract, context, await examiner.examine(bytes, context));
      } catch (error) {
        onError(error);
        return givenUp(contract, error);
      }
    },
    actionFault,
    plays: making.plays ?? createPlays(),
    forward: making.forward,
    // Nobody waits for the answers of a mock that is closed.
    sleep: (milliseconds) => clock.sleep(milliseconds, making.closed).catch(() => undefined),
    isDuplicate: ({ likeness }) => registry.isDuplicate(likeness),
    status: publicationStatus(contract),
  };
};

/** A message that asks for more time or memory than it gets is to blame itself; one that finds a bug of ours is answered all the same. */
const givenUp = ({ errorCodes, service }: Contract, error: unknown): Examination => {
  const at = service.deliver.request.name;
  if (error instanceof GuardTimeout || error instanceof GuardCrash || isOfSize(error)) {
    const complaints = [{ case: 'size', id: undefined, at, text: tooDemanding } as const];
    return { kind: 'fault', fault: { code: 'Client', text: errorCodes.size.text, complaints } };
  }
  const { text } = errorCodes.internal;
  return {
    kind: 'fault',
    fault: { code: 'Server', text, complaints: [{ case: 'internal', id: undefined, at, text }] },
  };
};

/** V8 says so of a stack, an array or a string that becomes too large. */
const isOfSize = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof GuardFailure && error.thrown === 'RangeError');

const tooDemanding = {
  nl: 'Het onderzoek van het bericht vraagt te veel tijd of geheugen. Lever minder of eenvoudiger gegevens aan.',
  en: 'Examining the message takes too much time or memory. Deliver fewer or simpler data.',
};
