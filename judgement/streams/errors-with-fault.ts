import type { Bilingual } from '#contract/texts/bilingual';
import type { Answer } from '../answer.ts';
import type { Sent } from '../case.ts';
import { newAndValid, unansweredBy } from '../chance.ts';
import { describeAnswer } from '../judges/describe.ts';
import type { Purpose } from '../purpose.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { isZipFlaw } from '../zip-flaws.ts';
import { eachExchange } from './each-exchange.ts';
import { type Mark, type StreamJudgement, type StreamJudge, sealed } from './stream-judge.ts';

/** Messages of SOAP 1.1 in all respects, whatever is wrong inside. */
const plain: ReadonlySet<Purpose> = new Set<Purpose>([
  ...(['control', 'valid', 'variant', 'violation', 'warning', 'without-medium', 'mended', 'again'] as const),
  ...(['last', 'later', 'filler', 'sibling', 'afterwards', 'header', 'header-behind'] as const),
  ...(['optional-header', 'other-actor', 'unknown-operation'] as const),
]);

const withFault = ({ purpose, answer }: Sent): Judgement => {
  if (!plain.has(purpose) && !isZipFlaw(purpose)) return noError;
  if (answer.kind === 'fault') return conforms;
  if (answer.kind !== 'http-error' || answer.http !== 500) return noError;
  return deviates(
    { nl: 'een Fault van SOAP 1.1 bij HTTP 500', en: 'a Fault of SOAP 1.1 with HTTP 500' },
    describeAnswer(answer),
  );
};

const noError = notApplicable({
  nl: 'er is niets met HTTP 500 geweigerd',
  en: 'nothing was refused with HTTP 500',
});

/** By each answer of 500. */
const by500 = eachExchange(withFault, noError);

/** What came of a delivery, as far as it tells whether the way to the endpoint works. */
interface Fate {
  /** What has to be refused for one reason, or is valid; undefined for the rest. */
  readonly group: 'duplicate' | 'violation' | 'valid' | undefined;
  /** How it went unanswered, in a word that is the same where it went alike; undefined where it was answered. */
  readonly unanswered: string | undefined;
  readonly came: Bilingual;
  readonly startedAt: number;
  /** Whether it had to be sent again. */
  readonly wasTried: boolean;
  readonly isAccepted: boolean;
}

interface Told {
  /** What the judge of each answer keeps of it. */
  readonly of500: unknown;
  readonly fate: Fate;
}

const duplicates: ReadonlySet<Purpose> = new Set<Purpose>(['again', 'last', 'later']);

const groupOf = (purpose: Purpose): Fate['group'] => {
  if (duplicates.has(purpose)) return 'duplicate';
  if (purpose === 'violation' || isZipFlaw(purpose)) return 'violation';
  return newAndValid.has(purpose) || purpose === 'filler' || purpose === 'afterwards' ? 'valid' : undefined;
};

/** What may have gone over a connection that was closed before says nothing. */
const isExcused = (answer: Answer): boolean =>
  answer.kind === 'none' && (answer.failure.reused === true || answer.failure.unsent === true);

const fateOf = ({ purpose, answer, exchange, tried = [] }: Sent): Fate => ({
  group: isExcused(answer) ? undefined : groupOf(purpose),
  unanswered: unansweredBy(answer),
  came: describeAnswer(answer),
  startedAt: exchange.startedAt,
  wasTried: tried.some((one) => one.isExcused !== true),
  isAccepted: answer.kind === 'accepted',
});

/** As many as chance does not make alike while all that is valid gets through. */
const least = 3;

/** What had to be refused and went unanswered each time, in one way, while whatever was valid was answered at once, also afterwards. */
const neverAnswered = (marks: readonly Mark<Told>[], group: 'duplicate' | 'violation'): StreamJudgement | undefined => {
  const of = (wanted: Fate['group']) => marks.filter(({ value: { fate } }) => fate.group === wanted);
  const valid = of('valid').map(({ value: { fate } }) => fate);
  if (valid.some(({ unanswered, wasTried }) => unanswered !== undefined || wasTried)) return undefined;
  const lastAccepted = Math.max(0, ...valid.filter((one) => one.isAccepted).map(({ startedAt }) => startedAt));
  const refused = of(group).sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
  const [first] = refused;
  if (first?.value.fate.unanswered === undefined) return undefined;
  const { unanswered, came } = first.value.fate;
  if (refused.some(({ value: { fate } }) => fate.unanswered !== unanswered)) return undefined;
  if (refused.filter(({ value: { fate } }) => fate.startedAt < lastAccepted).length < least) return undefined;
  const times = String(refused.length);
  const { nl, en } = names[group];
  return {
    judgement: deviates(
      { nl: `${nl} een Fault`, en: `a Fault for ${en}` },
      {
        nl: `${times} keer van de ${times}, terwijl elke juiste aanlevering antwoord kreeg: ${came.nl}`,
        en: `${times} times out of ${times}, while each valid delivery was answered: ${came.en}`,
      },
    ),
    shown: refused.slice(0, least).map(({ exchange }) => exchange),
  };
};

const names = {
  duplicate: { nl: 'bij een dubbele aanlevering', en: 'a duplicate' },
  violation: { nl: 'bij een foute aanlevering', en: 'a faulty delivery' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const judge: StreamJudge<Told> = {
  look: (sent, around) => {
    const [of500, fate] = [by500.look(sent, around), fateOf(sent)];
    return of500 === undefined && fate.group === undefined ? undefined : { of500, fate };
  },
  decide: (marks) => {
    const judged = by500.decide(
      marks.flatMap(({ exchange, value: { of500 } }) => (of500 === undefined ? [] : [{ exchange, value: of500 }])),
    );
    if (judged.judgement.kind === 'deviates') return judged;
    return neverAnswered(marks, 'duplicate') ?? neverAnswered(marks, 'violation') ?? judged;
  },
};

/** An error of 500 has a Fault, and no kind of error goes without an answer each time. */
export const errorsWithFault = sealed(judge);
