import type { Contract } from '#contract/contract';
import type { Clock } from '../clock.ts';
import { isLetIn, type Access } from './authenticate.ts';
import { GuardCrash, GuardTimeout } from '#xml/guard-error';
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
    examine: ({ bytes, today: day }) =>
      examiner
        .examine(bytes, { today: day, oin: undefined, mandates })
        .catch((error: unknown) => givenUp(contract, error)),
    actionFault,
    isDuplicate: ({ likeness }) => registry.isDuplicate(likeness),
    status: publicationStatus(contract),
  };
};

/** A message that asks for more than its time is answered, not waited for. */
const givenUp = ({ errorCodes, service }: Contract, error: unknown): Examination => {
  if (!(error instanceof GuardTimeout) && !(error instanceof GuardCrash)) throw error;
  const { text } = errorCodes.internal;
  const complaints = [{ case: 'internal', id: undefined, at: service.deliver.request.name, text } as const];
  return { kind: 'fault', fault: { code: 'Server', text, complaints } };
};
