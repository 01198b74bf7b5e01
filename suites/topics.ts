import type { RequirementId, Topic, topics } from '#judgement/requirements/registry';
import type { Check, Untested } from './lab.ts';

type AnyChecks = Readonly<Record<string, Check | Untested>>;

/** The checks of a topic: a requirement without one does not compile. */
export type ChecksOf<Name extends Topic> = { readonly [Id in keyof (typeof topics)[Name]]: Check | Untested };

/** The table of contents of a phase: topics in the order in which they are run. */
export type Contents = { readonly [Name in Topic]?: ChecksOf<Name> };

/** What acts a requirement, looked up by its id. */
export const checkFor = (contents: Contents, requirement: RequirementId): Check | Untested | undefined => {
  const all: readonly (AnyChecks | undefined)[] = Object.values(contents);
  return all.find((topic) => topic !== undefined && requirement in topic)?.[requirement];
};
