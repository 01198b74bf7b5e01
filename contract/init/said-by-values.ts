import type { Use } from '../use.ts';
import type { Confidence, Question } from './finding.ts';
import type { RoleDraft, UseDraft } from './role-drafts.ts';

/** Uses of which values show what stands there, since names are given to much. */
const listed: readonly Use[] = ['authority', 'publisher', 'medium'];

interface Found {
  readonly use: Use;
  readonly draft: RoleDraft;
  readonly confidence: Confidence;
}

/** How sure a use is where no value shows it: a number that bears its name may be of anything, and a text of some form is likely a code. */
export const sureOf = ({ use, draft, confidence }: Found): Confidence => {
  if (!isWithoutValues(use, draft) || confidence === 'guess') return confidence;
  return draft.place.kind === 'number' ? 'guess' : 'likely';
};

/** Which values stand where nothing says it: they are drawn by their form alone. */
export const valuesQuestions = ({ use, role, at }: UseDraft, drafts: readonly RoleDraft[]): readonly Question[] => {
  const draft = drafts.find(({ name }) => name === role);
  if (draft === undefined || !isWithoutValues(use, draft)) return [];
  return [
    {
      about: `roles.${role}`,
      question: `which values does ${at} take? The schema says their form alone; name a table of them as values, or any of that form is sent`,
    },
  ];
};

const isWithoutValues = (use: Use, { place, entry }: RoleDraft): boolean =>
  listed.includes(use) && place.values.length === 0 && entry.lists === undefined;
