import { conforms, deviates, untested } from '../verdict.ts';
import { schemaProblems } from './schema-problems.ts';
import { type StreamJudge, sealed } from './stream-judge.ts';

const judge: StreamJudge<readonly string[]> = {
  look: ({ answer, exchange: { outcome } }, { contract }) =>
    answer.kind === 'accepted' && 'response' in outcome ? schemaProblems(contract, outcome.response.body) : undefined,
  decide: (marks) => {
    const [first] = marks
      .filter(({ value }) => value.length > 0)
      .sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
    if (first === undefined) return { judgement: marks.length > 0 ? conforms : nothingAccepted, shown: [] };
    const said = first.value.join('; ');
    const expected = { nl: 'een antwoord dat aan het schema voldoet', en: 'an answer that is valid by the schema' };
    return { judgement: deviates(expected, { nl: said, en: said }), shown: [first.exchange] };
  },
};

const nothingAccepted = untested({
  nl: 'er is geen aanlevering aangenomen, dus er is geen antwoord om te beoordelen',
  en: 'no delivery was accepted, so there is no answer to judge',
});

/** Answers to accepted deliveries are valid by the schema. */
export const answersBySchema = sealed(judge);
