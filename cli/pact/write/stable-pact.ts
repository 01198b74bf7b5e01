/** A pact with its interactions and keys in order, and without the versions of what wrote it. */
export const stablePact = (text: string): string => {
  const { metadata, interactions, ...pact } = JSON.parse(text) as WrittenPact;
  const { pactSpecification } = metadata;
  const ordered = interactions.toSorted((one, other) => (one.description < other.description ? -1 : 1));
  return `${JSON.stringify(sorted({ ...pact, interactions: ordered, metadata: { pactSpecification } }), null, 2)}\n`;
};

interface WrittenPact {
  readonly metadata: { readonly pactSpecification: unknown };
  readonly interactions: readonly { readonly description: string }[];
}

/** The order of keys in what a machine wrote is its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
};
