import type { Contract, DocumentType } from '#contract/contract';
import { pathOf } from '#contract/roles/bindings';
import { namesIn } from '#endpoint/server/soap/answer-path';
import { createAnswers } from '#endpoint/server/soap/answers';
import { type Delivery, deliveryOf } from '#generators/delivery';
import { noWishes, validDrafts } from '#generators/drafts';
import type { Generation } from '#generators/generation';
import { known, type Making, type Said, users } from './interaction.ts';
import { shortest } from './shortest.ts';

/** Deliveries of each document type that get a dossier number: with a medium, and without where the contract has media. */
export const acceptedInteractions = (generation: Generation): readonly Making[] => {
  const medium = pathOf(generation.contract, 'medium');
  return generation.contract.documentTypes.flatMap((type) =>
    (medium === undefined
      ? [{ does: 'accepted', outcome: published, wishes: {} }]
      : [
          { does: 'accepted for publication, with a medium', outcome: published, wishes: { present: [medium] } },
          { does: 'prepared only, without a medium', outcome: prepared, wishes: { absent: [medium] } },
        ]
    ).map(({ does, outcome, wishes }) => {
      const drafts = validDrafts(generation, type.name, { ...noWishes, ...wishes });
      const delivery = shortest(drafts.map((draft) => deliveryOf(generation, draft)));
      return acceptance(generation.contract, { type, delivery, does, outcome });
    }),
  );
};

/** Whether it waits for its day depends on the day on which it comes. */
const published = ['published', 'scheduled'] as const;
const prepared = ['prepared'] as const;

interface Accepted {
  readonly type: DocumentType;
  readonly delivery: Delivery;
  readonly does: string;
  readonly outcome: typeof published | typeof prepared;
}

const acceptance =
  (contract: Contract, { type, delivery, does, outcome }: Accepted): Making =>
  (number) => {
    const { answer, deliver } = contract.service;
    const answers = createAnswers(contract);
    const statuses = outcome.map((one) => answer.outcome?.statuses[one] ?? '');
    return {
      description: `${type.name} ${does}`,
      states: [known],
      request: {
        username: users.known,
        action: deliver.action,
        message: delivery.message(number),
        said: saidOfType(contract, type),
      },
      response: {
        status: 200,
        message: answers.delivered(answers.dossierNumber(1), statuses[0] ?? ''),
        said: answer.outcome === undefined ? new Map() : new Map([[lastName(answer.outcome.status), statuses]]),
      },
      reads: 'accepted',
    };
  };

/** The document type is what the request is about; where no text says it, the elements do. */
const saidOfType = ({ wireNames }: Contract, { name }: DocumentType): Said =>
  new Map((wireNames.documentType ?? []).map(({ elements }) => [elements.at(-1) ?? '', [name]]));

const lastName = (path: string): string => namesIn(path).split('/').at(-1) ?? '';
