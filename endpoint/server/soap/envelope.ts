import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { bodyFault, headerFault, type SoapFault } from './soap-fault.ts';

export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';
const nextActor = 'http://schemas.xmlsoap.org/soap/actor/next';

/** The parts of an envelope that a service reads. */
export interface Envelope {
  readonly headers: readonly XmlElement[];
  readonly request: XmlElement;
}

/** Whether a service understands a header block. */
export type Understands = (block: XmlElement) => boolean;

/** Reads an envelope by SOAP 1.1 and WS-I BP 1.1, in the order of R2725: version, mandatory headers, the rest. */
export const readEnvelope = (root: XmlElement, understands: Understands): Envelope | SoapFault => {
  const version = versionFault(root);
  if (version !== undefined) return version;
  const headers = elementsOf(root)
    .filter((child) => isSoap(child, 'Header'))
    .flatMap(elementsOf);
  const mandatory = mandatoryFault(headers, understands);
  if (mandatory !== undefined) return mandatory;
  const structure = structureFault(root, headers);
  if (structure !== undefined) return structure;
  const body = elementsOf(root).find((child) => isSoap(child, 'Body'));
  const [request] = body === undefined ? [] : elementsOf(body);
  return request === undefined ? emptyBody() : { headers, request };
};

const isSoap = ({ namespace, name }: XmlElement, wanted: string): boolean =>
  namespace === soapNamespace && name === wanted;

/** SOAP 1.1 section 4.1.2; BP 1.1 R1015 for a root that is no envelope at all. */
const versionFault = (root: XmlElement): SoapFault | undefined => {
  if (isSoap(root, 'Envelope')) return undefined;
  if (root.name === 'Envelope')
    return headerFault(
      'VersionMismatch',
      'De envelop is niet van SOAP 1.1. Gebruik de namespace http://schemas.xmlsoap.org/soap/envelope/.',
      'The envelope is not of SOAP 1.1. Use the namespace http://schemas.xmlsoap.org/soap/envelope/.',
    );
  return headerFault(
    'Client',
    `Het bericht begint met ${root.name}, niet met een SOAP-envelop. Zet het in soap:Envelope/soap:Body.`,
    `The message begins with ${root.name}, not with a SOAP envelope. Put it in soap:Envelope/soap:Body.`,
  );
};

/** SOAP 1.1 section 4.2.3, BP 1.1 R1013 and R1027. */
const mandatoryFault = (headers: readonly XmlElement[], understands: Understands): SoapFault | undefined => {
  const values = headers.map((block) => attributeOf(block, 'mustUnderstand', soapNamespace) ?? '0');
  if (values.some((value) => value !== '0' && value !== '1'))
    return headerFault(
      'Client',
      'soap:mustUnderstand is geen 0 of 1 (BP 1.1 R1013). Schrijf 0 of 1.',
      'soap:mustUnderstand is not 0 or 1 (BP 1.1 R1013). Write 0 or 1.',
    );
  const strange = headers.find((block, index) => values[index] === '1' && isForUs(block) && !understands(block));
  return (
    strange &&
    headerFault(
      'MustUnderstand',
      `Het verplichte kopblok ${strange.name} is hier onbekend. Laat het weg, of zet soap:mustUnderstand op 0.`,
      `The mandatory header block ${strange.name} is not understood here. Leave it out, or set soap:mustUnderstand to 0.`,
    )
  );
};

const isForUs = (block: XmlElement): boolean => {
  const actor = attributeOf(block, 'actor', soapNamespace) ?? '';
  return actor === '' || actor === nextActor;
};

/** The first rule of BP 1.1 on the structure of an envelope that is broken. */
const structureFault = (root: XmlElement, headers: readonly XmlElement[]): SoapFault | undefined => {
  const children = elementsOf(root);
  const names = children.map((child) => (child.namespace === soapNamespace ? child.name : `{${child.namespace}}`));
  const body = children.find((child) => isSoap(child, 'Body'));
  const requests = body === undefined ? [] : elementsOf(body);
  if (!['Body', 'Header Body'].includes(names.join(' ')))
    return bodyFault(
      'Envelope',
      'De envelop heeft niet één Body, met ten hoogste één Header ervoor en niets erna (BP 1.1 R1011).',
      'The envelope does not have one Body, with one Header at most before it and nothing after it (BP 1.1 R1011).',
    );
  if (headers.some((block) => block.namespace === ''))
    return headerFault('Client', 'Een kopblok heeft geen namespace.', 'A header block has no namespace.');
  if ([root, ...children].some(hasSoapAttribute) || requests.some(hasEncodingStyle))
    return bodyFault(
      'Envelope',
      'De envelop heeft een attribuut van SOAP, zoals encodingStyle (BP 1.1 R1005, R1006). Laat het weg.',
      'The envelope has an attribute of SOAP, such as encodingStyle (BP 1.1 R1005, R1006). Leave it out.',
    );
  if (requests.length !== 1) return emptyBody();
  if (requests[0]?.namespace === '')
    return bodyFault(
      requests[0].name,
      `${requests[0].name} in de Body heeft geen namespace (BP 1.1 R1014).`,
      `${requests[0].name} in the Body has no namespace (BP 1.1 R1014).`,
    );
  return [root, ...children].some(hasText)
    ? bodyFault(
        'Envelope',
        'In de envelop staat losse tekst. Laat die weg.',
        'There is stray text in the envelope. Leave it out.',
      )
    : undefined;
};

const emptyBody = (): SoapFault =>
  bodyFault(
    'Body',
    'De Body heeft niet precies één element. Zet er één verzoek in.',
    'The Body does not have exactly one element. Put one request in it.',
  );

const hasSoapAttribute = ({ attributes }: XmlElement): boolean =>
  attributes.some(({ namespace }) => namespace === soapNamespace);

const hasEncodingStyle = (request: XmlElement): boolean =>
  attributeOf(request, 'encodingStyle', soapNamespace) !== undefined;

const hasText = (parent: XmlElement): boolean =>
  parent.children.some((child) => typeof child === 'string' && /[^ \t\r\n]/.test(child));
