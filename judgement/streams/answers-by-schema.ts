import type { Contract } from '#contract/contract';
import { OpenElement, withDocument } from '#xml/document';
import { type Validator, compileSchema } from '#xml/validator';
import { XmlError } from '#xml/xml-error';
import { soapNamespace } from '../answer.ts';
import { conforms, deviates, untested } from '../verdict.ts';
import { type StreamJudge, sealed } from './stream-judge.ts';

/** What an answer breaks of the schema; none where it is valid. */
type Problems = readonly string[];

const judge: StreamJudge<Problems> = {
  look: ({ answer, exchange: { outcome } }, { contract }) =>
    answer.kind === 'accepted' && 'response' in outcome ? problemsOf(contract, outcome.response.body) : undefined,
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

const problemsOf = (contract: Contract, body: Uint8Array): Problems => {
  try {
    return withDocument(body, (document) => {
      const content = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
      if (!(content instanceof OpenElement)) return ['no SOAP body'];
      return validatorOf(contract)
        .validateElement(content)
        .map(({ message }) => message);
    });
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  }
};

/** Compiled once for each contract of a process. */
const validators = new WeakMap<Contract, Validator>();

const validatorOf = (contract: Contract): Validator => {
  const known = validators.get(contract) ?? compileSchema(contract.files, contract.schemas.message);
  validators.set(contract, known);
  return known;
};

const nothingAccepted = untested({
  nl: 'er is geen aanlevering aangenomen, dus er is geen antwoord om te beoordelen',
  en: 'no delivery was accepted, so there is no answer to judge',
});

/** Answers to accepted deliveries are valid by the schema. */
export const answersBySchema = sealed(judge);
