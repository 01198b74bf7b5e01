/** What code does with a role: a closed list. `contract.yaml` binds each use to a role, or declares it absent. */
export const allUses = [
  'documentType',
  'reference',
  'title',
  'authority',
  'authorityKind',
  'publisher',
  'publisherKind',
  'medium',
  'publicationDate',
  'rectifies',
  'content',
  'notice',
] as const;

export type Use = (typeof allUses)[number];
