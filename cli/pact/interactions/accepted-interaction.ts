import type { Contract } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import { namesIn } from '#endpoint/server/soap/answer-path';
import { operationFor } from '#contract/deliveries';
import { createAnswers } from '#endpoint/server/soap/answers';
import { deliveryOf } from '#generators/delivery';
import { noWishes, validDrafts } from '#generators/drafts';
import type { Making } from './making.ts';
import { known, type PactInteraction, type Said, users } from './interaction.ts';
import type { Outlined } from './outline.ts';
import { shortest } from './shortest.ts';
import { textIn } from './text-in.ts';

/** A delivery that gets a dossier number, with the status that follows from its medium. */
export const acceptedInteraction = ({ generation, headers }: Making, outlined: Outlined): PactInteraction => {
  const { contract } = generation;
  const { kind, description, documentType = '', number } = outlined;
  const drafts = validDrafts(generation, documentType, { ...noWishes, ...wishesOf(contract, kind) });
  const delivery = shortest(drafts.map((draft) => deliveryOf(generation, draft)));
  const { answer } = contract.service;
  const operation = operationFor(contract.service, documentType);
  const statuses = outcomes(kind).map((one) => answer.outcome?.statuses[one] ?? '');
  const answers = createAnswers(contract);
  return {
    ...{ kind, description, documentType, constraint: undefined, states: [known] },
    request: {
      username: users.known,
      action: operation.action,
      message: textIn(delivery.message(number, headers)),
      said: saidOfType(contract, documentType),
    },
    response: {
      status: 200,
      message: textIn(answers.delivered(answers.dossierNumber(1), statuses[0] ?? '', operation)),
      said: answer.outcome === undefined ? [] : [[lastName(answer.outcome.status), statuses]],
    },
    reads: 'accepted',
  };
};

const wishesOf = (contract: Contract, kind: Outlined['kind']) => {
  const medium = pathOf(contract, 'medium');
  if (medium === undefined) return {};
  return kind === 'prepared' ? { absent: [medium] } : { present: [medium] };
};

/** Whether it waits for its day depends on the day on which it comes. */
const outcomes = (kind: Outlined['kind']) =>
  kind === 'prepared' ? (['prepared'] as const) : (['published', 'scheduled'] as const);

/** The document type is what the request is about; where no text says it, the elements do. */
const saidOfType = ({ wireNames }: Contract, documentType: string): Said =>
  (wireNames.documentType ?? []).map(({ elements }) => [elements.at(-1) ?? '', [documentType]]);

const lastName = (path: string): string => namesIn(path.replace(/\|.*/, '')).split('/').at(-1) ?? '';
