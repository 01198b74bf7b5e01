import { markupOf, withoutEncoding } from '#xml/markup';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import { isOfService, soapNamespace } from '../answer.ts';
import type { Sent } from '../case.ts';
import { decodedText } from '../internals/told-text.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { eachExchange } from './each-exchange.ts';

const judge = ({ answer, exchange: { outcome } }: Sent): Judgement => {
  if (!isOfService(answer) || !('response' in outcome)) return noSoap;
  const problem = problemIn(outcome.response.body);
  if (problem === undefined) return conforms;
  const expected = { nl: 'een envelop naar WS-I', en: 'an envelope as WS-I has it' };
  return deviates(expected, { nl: problem, en: problem });
};

const problemIn = (body: Uint8Array): string | undefined => {
  // What is quoted of a message stays quoted: `&lt;!` begins nothing.
  const text = decodedText(body);
  if (markupOf(text).doctype) return 'DTD (R1008)';
  if (instruction.test(text.replaceAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '')))
    return 'processing instruction (R1009)';
  try {
    return structureOf(parseTree(Buffer.from(withoutEncoding(decodedText(body)))));
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
};

/** Any but the XML declaration. */
const instruction = /<\?(?!xml[\s?])/i;

const structureOf = (root: XmlElement): string | undefined => {
  const children = elementsOf(root);
  const names = children.map(({ namespace, name }) => (namespace === soapNamespace ? name : `{${namespace}}${name}`));
  if (!['Body', 'Header Body'].includes(names.join(' '))) return `Envelope: ${names.join(', ')} (R9980, R1011)`;
  const contents = children.filter(({ name }) => name === 'Body').flatMap(elementsOf);
  if (contents.length > 1) return `Body: ${contents.map(({ name }) => name).join(', ')} (R9981)`;
  if (contents.some(({ namespace }) => namespace === '')) return `Body: ${contents[0]?.name ?? ''} (R1014)`;
  const isEncoded = [root, ...children].some(({ attributes }) =>
    attributes.some(({ namespace, name }) => namespace === soapNamespace && name === 'encodingStyle'),
  );
  return isEncoded ? 'encodingStyle (R1005)' : undefined;
};

const noSoap = notApplicable({ nl: 'dit is geen antwoord in SOAP', en: 'this is no answer in SOAP' });

const nothingCame = untested({ nl: 'er kwam geen antwoord in SOAP', en: 'no answer in SOAP came' });

/** Answers are envelopes as WS-I has them. */
export const envelopesByTheBook = eachExchange(judge, nothingCame);
