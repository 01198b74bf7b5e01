import type { Exchange } from '#contract/wire/exchange';
import type { Sent } from '../../case.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../../verdict.ts';
import { eachExchange } from '../each-exchange.ts';

/** SOAP 1.1 section 6.1.1 and BP 1.1 R1109, for whatever is posted as SOAP 1.1. */
const judge = ({ exchange }: Sent): Judgement => {
  const { method, headers } = exchange.request;
  if (method !== 'POST' || isOfSoap12(headers['content-type'] ?? '')) return noSoap;
  if (Object.keys(headers).length === 0) return noHeaders;
  const values = actionsIn(exchange);
  const [value = ''] = values;
  if (values.length !== 1) return deviates(expected, timesSent[values.length === 0 ? 'never' : 'repeatedly']);
  if (/^"[^"]*"$/.test(value)) return conforms;
  return deviates(expected, { nl: `SOAPAction: ${value}`, en: `SOAPAction: ${value}` });
};

/** Whether it is SOAP 1.2, whose action is a parameter of the media type. */
export const isOfSoap12 = (contentType: string): boolean => /application\/soap\+xml/i.test(contentType);

/** The values of SOAPAction, as sent where that is known: a repeated header is joined elsewhere. */
export const actionsIn = ({ request, inbound }: Exchange): readonly string[] => {
  const all = inbound?.rawHeaders ?? Object.entries(request.headers);
  return all.flatMap(([name, value]) => (name.toLowerCase() === 'soapaction' ? [value.trim()] : []));
};

const expected = {
  nl: 'één SOAPAction, met de waarde tussen aanhalingstekens',
  en: 'one SOAPAction, with its value in quotation marks',
};

const timesSent = {
  never: { nl: 'geen SOAPAction', en: 'no SOAPAction' },
  repeatedly: { nl: 'meer dan één SOAPAction', en: 'more than one SOAPAction' },
};

const noHeaders = notApplicable({
  nl: 'van dit verzoek zijn geen headers bewaard',
  en: 'no headers were kept of this request',
});

const noSoap = notApplicable({ nl: 'dit is geen bericht van SOAP 1.1', en: 'this is no message of SOAP 1.1' });

/** Requests have one SOAPAction, quoted. */
export const quotedAction = eachExchange(judge);
