import type { PlannedInteraction } from './planned-interaction.ts';

interface Written {
  readonly interactions: readonly {
    readonly description: string;
    readonly request: { readonly body: { readonly content: string } };
  }[];
}

/** The interactions of a pact that we wrote, by the bodies of their requests. */
export const bodiesIn = (
  pact: string,
  interactions: readonly PlannedInteraction[],
): ReadonlyMap<string, PlannedInteraction> => {
  const { interactions: written } = JSON.parse(pact) as Written;
  const byDescription = new Map(interactions.map((planned) => [planned.one.description, planned]));
  return new Map(
    written.flatMap(({ description, request }) => {
      const planned = byDescription.get(description);
      return planned === undefined ? [] : [[request.body.content, planned] as const];
    }),
  );
};
