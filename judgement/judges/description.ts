import type { Contract } from '#contract/contract';
import { deliveriesOf } from '#contract/deliveries';
import { type OpenDocument, withBody } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Case, Sent } from '../case.ts';
import { internalsInBody } from '../internals/find-internals.ts';
import { type Judgement, conforms, deviates } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import { environmentOf, firstDeviation, sentAs } from './outcome.ts';

/** Judges the description of a service (WSDL) and the schemas that it leads to. */
export const describesItself = (one: Case, contract: Contract): Judgement => {
  const wsdl = sentAs(one, 'wsdl');
  const schemas = one.sent.filter(({ purpose }) => purpose === 'wsdl-schema');
  return firstDeviation(
    ofContract(wsdl, contract),
    asXml(wsdl),
    ofSoap(wsdl),
    atAddress(wsdl),
    ...schemas.map(isThere),
  );
};

/** Who may read the description is not who may deliver: the credentials are judged by deliveries. */
const environment = (sent: Sent): Judgement | undefined => environmentOf({ ...sent, isLetIn: true });

const ofContract = (sent: Sent, { service }: Contract): Judgement => {
  const operations = [...deliveriesOf(service), ...(service.alive === undefined ? [] : [service.alive])];
  const actions = operations.map(({ action }) => action);
  const namespaces = operations.map(({ request }) => request.namespace).filter((one) => one !== '');
  const lacking = read(sent, (document) => [
    ...actions.filter((action) => !valuesAt(document, '//@soapAction').includes(action)),
    ...namespaces.filter((one) => !valuesAt(document, '//@targetNamespace | //@namespace').includes(one)),
  ]);
  if (lacking?.length === 0) return conforms;
  const names = [...new Set(lacking ?? actions)].join(', ');
  const expected = { nl: `een WSDL die ${names} noemt`, en: `a WSDL that names ${names}` };
  return environment(sent) ?? deviates(expected, describeAnswer(sent.answer));
};

const asXml = ({ exchange: { outcome } }: Sent): Judgement => {
  const type = 'response' in outcome ? (outcome.response.headers['content-type'] ?? '') : '';
  if (type === '' || /xml/i.test(type)) return conforms;
  return deviates({ nl: 'een WSDL als XML', en: 'a WSDL as XML' }, both(`Content-Type: ${type}`));
};

const soapBinding = "[namespace-uri()='http://schemas.xmlsoap.org/wsdl/soap/']";
const soap12Binding = "[namespace-uri()='http://schemas.xmlsoap.org/wsdl/soap12/']";

/** What a client that is made of the description sends: an element of the schema in the Body, in SOAP 1.1. */
const ofSoap = (sent: Sent): Judgement => {
  const other = read(sent, (document) => {
    if (!document.find(`//*${soapBinding}`).length && document.find(`//*${soap12Binding}`).length) return 'SOAP 1.2';
    const [style] = valuesAt(document, `//*${soapBinding}/@style[.='rpc'] | //*${soapBinding}/@use[.='encoded']`);
    return style;
  });
  if (other === undefined) return conforms;
  return deviates(both('SOAP 1.1, document/literal'), both(other));
};

/** An address that is the endpoint's own where it was asked, or one that can be there outside. */
const atAddress = (sent: Sent): Judgement => {
  const { hostname } = new URL(sent.exchange.request.url);
  const isLocal = /^(?:localhost|127\.|\[::1\])/.test(hostname);
  const locations = read(sent, (document) => valuesAt(document, '//*[local-name()="address"]/@location')) ?? [];
  const inside = locations.find((location) => {
    const host = URL.parse(location)?.hostname ?? '';
    const isOwn = host === hostname || (isLocal && host === 'localhost');
    return !isOwn && internalsInBody(location).length > 0;
  });
  if (inside === undefined) return conforms;
  return deviates(
    { nl: 'een WSDL met een adres dat van buiten bestaat', en: 'a WSDL with an address that exists outside' },
    both(inside),
  );
};

const isThere = (sent: Sent): Judgement => {
  const { url } = sent.exchange.request;
  if (read(sent, () => true) === true && isFound(sent)) return conforms;
  const expected = {
    nl: `het schema waar de WSDL naar verwijst (${url})`,
    en: `the schema that the WSDL leads to (${url})`,
  };
  return environment(sent) ?? deviates(expected, describeAnswer(sent.answer));
};

const isFound = ({ exchange: { outcome } }: Sent): boolean => 'response' in outcome && outcome.response.status < 300;

const both = (text: string): Bilingual => ({ nl: text, en: text });

const valuesAt = (document: OpenDocument, path: string): readonly string[] =>
  document.find(path).map((node) => node.content.trim());

/** What is read of an answer; undefined where there is none, or no XML. */
const read = <Value>({ exchange: { outcome } }: Sent, of: (document: OpenDocument) => Value): Value | undefined => {
  if (!('response' in outcome)) return undefined;
  try {
    return withBody(outcome.response.body, of);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};
