import type { Contract } from '#contract/contract';
import type { Clock } from '../clock.ts';
import { isLetIn, type Access } from './authenticate.ts';
import type { Examination } from './examine.ts';
import type { MessageExaminer } from './guarded-examiner.ts';
import type { MockParts } from './parts.ts';
import { publicationStatus } from './publication-status.ts';
import { createRegistry } from './registry.ts';
import { actionFault } from './soap/action.ts';
import { createAnswers } from './soap/answers.ts';
import { decodeBody } from './soap/decode.ts';
import { markupFault } from './soap/markup-fault.ts';
import { dayInAmsterdam } from './today.ts';
import { createDescription } from './wsdl.ts';

/** What a mock is made for. */
export interface Making {
  readonly contract: Contract;
  readonly access: Access;
  readonly clock: Clock;
  /** YYYY-MM-DD; undefined for the day that it is. */
  readonly today: string | undefined;
  readonly mandates: readonly { readonly kind: string; readonly name: string }[] | undefined;
  readonly examiner: Pick<MessageExaminer, 'examine'>;
  /** Told why a message could not be examined. */
  readonly onError: (error: unknown) => void;
}

/** The parts of a mock without defects. */
export const createParts = ({ contract, access, clock, today, mandates, examiner, onError }: Making): MockParts => {
  const registry = createRegistry();
  return {
    contract,
    access,
    registry,
    answers: createAnswers(contract),
    description: createDescription(contract),
    today: () => today ?? dayInAmsterdam(clock.now()),
    now: clock.now,
    isLetIn: (claim) => isLetIn(access, claim),
    decode: decodeBody,
    markupFault,
    examine: async ({ bytes, today: day }) => {
      try {
        return await examiner.examine(bytes, { today: day, oin: undefined, mandates });
      } catch (error) {
        onError(error);
        return givenUp(contract);
      }
    },
    actionFault,
    isDuplicate: ({ likeness }) => registry.isDuplicate(likeness),
    status: publicationStatus(contract),
  };
};

/** A message that asks for more time than it gets, or finds a bug of ours, is answered all the same. */
const givenUp = ({ errorCodes, service }: Contract): Examination => {
  const { text } = errorCodes.internal;
  const complaints = [{ case: 'internal', id: undefined, at: service.deliver.request.name, text } as const];
  return { kind: 'fault', fault: { code: 'Server', text, complaints } };
};
