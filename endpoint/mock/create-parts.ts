import type { Contract } from '#contract/contract';
import type { Clock } from '../clock.ts';
import { isLetIn, type Access } from './authenticate.ts';
import type { GuardedExaminer } from './guarded-examiner.ts';
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
  readonly examiner: Pick<GuardedExaminer, 'examine'>;
}

/** The parts of a mock without defects. */
export const createParts = ({ contract, access, clock, today, mandates, examiner }: Making): MockParts => {
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
    examine: (message) => examiner.examine(message.bytes, { today: message.today, oin: undefined, mandates }),
    actionFault,
    isDuplicate: ({ likeness }) => registry.isDuplicate(likeness),
    status: publicationStatus(contract),
  };
};
