import { createAnswers } from '#endpoint/server/soap/answers';
import { aliveMessage } from '#generators/alive-message';
import { ownHeadersOf } from '#generators/filled-element';
import { acceptedInteraction } from './accepted-interaction.ts';
import { known, type PactInteraction, users } from './interaction.ts';
import type { Making } from './making.ts';
import type { Outlined } from './outline.ts';
import { refusedInteraction } from './refused-interaction.ts';
import { textIn } from './text-in.ts';

/** The interactions of an outline that the contract has, by their descriptions. */
export const interactionsOf = (making: Making, outline: readonly Outlined[]): readonly PactInteraction[] =>
  outline
    .flatMap((one) => made(making, one) ?? [])
    .sort((one, other) => (one.description < other.description ? -1 : 1));

const made = (making: Making, outlined: Outlined): PactInteraction | undefined => {
  switch (outlined.kind) {
    case 'alive':
      return aliveInteraction(making, outlined);
    case 'accepted':
    case 'published':
    case 'prepared':
      return acceptedInteraction(making, outlined);
    default:
      return refusedInteraction(making, outlined);
  }
};

const aliveInteraction = (
  { generation: { contract }, headers }: Making,
  { kind, description, documentType }: Outlined,
): PactInteraction | undefined => {
  const { alive } = contract.service;
  if (alive === undefined) return undefined;
  const message = aliveMessage(contract, [...ownHeadersOf(contract), ...headers]);
  return {
    ...{ kind, description, documentType, constraint: undefined, states: [known] },
    request: { username: users.known, action: alive.action, message: textIn(message), said: 'all' },
    response: { status: 200, message: textIn(createAnswers(contract).alive()), said: [] },
    reads: 'alive',
  };
};
