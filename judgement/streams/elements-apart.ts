import { refusalIn } from '../answer.ts';
import { conforms, deviates, notApplicable } from '../verdict.ts';
import { type StreamJudge, sealed } from './stream-judge.ts';

interface Told {
  /** The element that the Fault names. */
  readonly element: string;
  /** The declaration that was violated: all but the last step of the constraint. */
  readonly declaration: string;
}

/** Declarations that must have been violated before one name for all of them is no chance. */
const least = 5;

const judge: StreamJudge<Told> = {
  look: ({ purpose, answer, constraint }) => {
    if (purpose !== 'violation' || constraint === undefined) return undefined;
    const element = refusalIn(answer)?.element ?? '';
    return element === '' ? undefined : { element, declaration: constraint.replace(/\/[^/]*$/, '') };
  },
  decide: (marks) => {
    const [first, ...others] = [...marks].sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
    const declarations = new Set(marks.map(({ value }) => value.declaration)).size;
    if (first === undefined || declarations < least) return { judgement: tooFew, shown: [] };
    if (others.some(({ value }) => value.element !== first.value.element)) return { judgement: conforms, shown: [] };
    const { element } = first.value;
    const actual = {
      nl: `${element} bij ${String(declarations)} verschillende elementen`,
      en: `${element} for ${String(declarations)} different elements`,
    };
    return {
      judgement: deviates(expected, actual),
      shown: [first.exchange, ...others.slice(0, 2).map((one) => one.exchange)],
    };
  },
};

const expected = {
  nl: 'bij elke fout het element waar het om gaat',
  en: 'with each error the element that is concerned',
};

const tooFew = notApplicable({
  nl: 'er zijn te weinig fouten in verschillende elementen verteld om te vergelijken',
  en: 'too few errors in different elements were told to compare them',
});

/** Faults do not name one element whatever is wrong. */
export const elementsApart = sealed(judge);
