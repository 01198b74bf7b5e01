import { OpenElement, withBody } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import { soapNamespace } from '../answer.ts';
import type { Sent } from '../case.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { eachExchange } from './each-exchange.ts';
import { schemaProblems } from './schema-problems.ts';
import type { Around } from './stream-judge.ts';

const notAsked = notApplicable({
  nl: 'er kwam geen antwoord van IsAlive',
  en: 'no answer of IsAlive came',
});

const bodyOf = ({ answer, exchange: { outcome } }: Sent): Uint8Array | undefined =>
  answer.kind === 'alive' && 'response' in outcome ? outcome.response.body : undefined;

const saysSo = (sent: Sent): Judgement => {
  const body = bodyOf(sent);
  if (body === undefined) return notAsked;
  const denial = textsIn(body).find((text) => denials.test(text));
  if (denial === undefined) return conforms;
  const expected = { nl: 'een antwoord dat niet ontkent', en: 'an answer that does not deny it' };
  return deviates(expected, { nl: `IsAlive antwoordt „${denial}”`, en: `IsAlive answers “${denial}”` });
};

/** A boolean of XML Schema that is false, and words for it. */
const denials = /^(?:false|0|no|nee|down|off|onwaar|fout|error)$/i;

/** The texts of elements without children in the Body. */
const textsIn = (body: Uint8Array): readonly string[] => {
  try {
    return withBody(body, (document) =>
      document
        .find('/s:Envelope/s:Body//*[not(*)]', { s: soapNamespace })
        .flatMap((node) => (node instanceof OpenElement ? [node.content.trim()] : [])),
    );
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
};

const bySchema = (sent: Sent, { contract }: Around): Judgement => {
  const body = bodyOf(sent);
  if (body === undefined) return notAsked;
  const problems = schemaProblems(contract, body);
  if (problems.length === 0) return conforms;
  const said = problems.join('; ');
  const expected = { nl: 'een antwoord dat aan het schema voldoet', en: 'an answer that is valid by the schema' };
  return deviates(expected, { nl: said, en: said });
};

/** The answer of the connection test does not say that the service is down. */
export const saysItIsAlive = eachExchange(saysSo, notAsked);

/** The answer of the connection test is valid by the schema. */
export const aliveBySchema = eachExchange(bySchema, notAsked);
