import { createAnswers } from '#endpoint/server/soap/answers';
import type { Generation } from '#generators/generation';
import { aliveMessage } from '#generators/messages';
import { acceptedInteractions } from './accepted-interactions.ts';
import { known, type Making, type PactInteraction, users } from './interaction.ts';
import { refusedInteractions } from './refused-interactions.ts';

/** Every interaction that the pact of a contract has, by its description. */
export const interactionsOf = (generation: Generation): readonly PactInteraction[] =>
  [...aliveInteractions(generation), ...acceptedInteractions(generation), ...refusedInteractions(generation)]
    .map((make, index) => make(String(index + 1).padStart(12, '0')))
    .sort((one, other) => (one.description < other.description ? -1 : 1));

const aliveInteractions = ({ contract }: Generation): readonly Making[] => {
  const { alive } = contract.service;
  if (alive === undefined) return [];
  return [
    () => ({
      description: `the connection test ${alive.name}`,
      states: [known],
      request: { username: users.known, action: alive.action, message: aliveMessage(alive, []), said: 'all' },
      response: { status: 200, message: createAnswers(contract).alive(), said: new Map() },
      reads: 'alive',
    }),
  ];
};
