import type { Contract } from '#contract/contract';
import { refusalIn } from '../answer.ts';
import { conforms, deviates, notApplicable } from '../verdict.ts';
import { type StreamJudge, sealed } from './stream-judge.ts';

interface Told {
  /** The element that the Fault names. */
  readonly named: string;
  /** The one whose value is wrong. */
  readonly own: string;
}

/** Constraints on a value: what is missing, or stands elsewhere, can be told of the element around it as well. */
const ofValue =
  /^(?:enumeration|pattern|type|fixed|fractionDigits|totalDigits|(?:min|max)?[Ll]ength|(?:min|max)(?:In|Ex)clusive)$/;

/** The element that a constraint of the message is declared on; undefined for one of a named type, which many have, or of an attribute. */
const elementOf = (constraint: string, { schemas }: Contract): string | undefined => {
  const [schema, path = ''] = constraint.split('#', 2);
  const steps = path.split('/');
  const [kind = '', own] = [steps.at(-1), steps.at(-2)];
  const isIts = schema === schemas.message && steps.length > 2 && ofValue.test(kind);
  return isIts && own?.startsWith('@') === false ? own : undefined;
};

const judge: StreamJudge<Told> = {
  look: ({ purpose, answer, constraint = '' }, { contract }) => {
    const own = purpose === 'violation' ? elementOf(constraint, contract) : undefined;
    const named = refusalIn(answer)?.element ?? '';
    return own === undefined || named === '' ? undefined : { named, own };
  },
  decide: (marks) => {
    const wrong = marks
      .filter(({ value: { named, own } }) => !named.toLowerCase().includes(own.toLowerCase()))
      .sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
    const [first] = wrong;
    if (first === undefined) return { judgement: marks.length > 0 ? conforms : notTold, shown: [] };
    const { named, own } = first.value;
    const times = `${String(wrong.length)}/${String(marks.length)}`;
    return {
      judgement: deviates({ nl: own, en: own }, { nl: `${named} (${times})`, en: `${named} (${times})` }),
      shown: wrong.slice(0, 3).map(({ exchange }) => exchange),
    };
  },
};

const notTold = notApplicable({
  nl: 'bij geen foute waarde is een element genoemd',
  en: 'no element was named for a wrong value',
});

/** Faults name the element whose value is wrong. */
export const elementItself = sealed(judge);
