import type { Bilingual } from '#contract/texts/bilingual';
import type { Answer } from '../answer.ts';
import { newAndValid } from '../chance.ts';
import type { Purpose } from '../purpose.ts';
import { conforms, deviates, untested } from '../verdict.ts';
import { schemaProblems } from './schema-problems.ts';
import { type StreamJudge, sealed } from './stream-judge.ts';

/** Schema errors of an answer; none where it is valid. */
type Problems = readonly Bilingual[];

/** Deliveries by the contract's own operation, whatever their outcome. */
const delivering: ReadonlySet<Purpose> = new Set<Purpose>([
  ...newAndValid,
  ...(['warning', 'violation', 'mended', 'again', 'last', 'tried', 'afterwards'] as const),
  ...(['optional-header', 'other-actor', 'addressing', 'unquoted'] as const),
]);

const judge: StreamJudge<Problems> = {
  look: ({ purpose, answer, exchange: { outcome } }, { contract }) => {
    if (!('response' in outcome)) return undefined;
    if (answer.kind === 'accepted') return schemaProblems(contract, outcome.response.body).map(asItIs);
    return delivering.has(purpose) ? strangeness(answer) : undefined;
  },
  decide: (marks) => {
    const [first] = marks
      .filter(({ value }) => value.length > 0)
      .sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
    if (first === undefined) return { judgement: marks.length > 0 ? conforms : nothingAccepted, shown: [] };
    const said = (language: keyof Bilingual): string => first.value.map((one) => one[language]).join('; ');
    const expected = { nl: 'een antwoord dat aan het schema voldoet', en: 'an answer that is valid by the schema' };
    return { judgement: deviates(expected, { nl: said('nl'), en: said('en') }), shown: [first.exchange] };
  },
};

/** Of an answer to a delivery that says that it went well, in SOAP or with nothing, and in another form than the contract has. */
const strangeness = (answer: Answer): Problems | undefined => {
  if (answer.kind !== 'unexpected' || answer.http < 200 || answer.http >= 300) return undefined;
  if (answer.soap !== true && answer.empty !== true) return undefined;
  return [answer.reason];
};

const asItIs = (text: string): Bilingual => ({ nl: text, en: text });

const nothingAccepted = untested({
  nl: 'er kwam geen antwoord van een aangenomen aanlevering, dus er is niets te beoordelen',
  en: 'no answer of an accepted delivery came, so there is nothing to judge',
});

/** Answers to deliveries that went well are valid by the schema. */
export const answersBySchema = sealed(judge);
