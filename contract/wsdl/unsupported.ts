import { type QName, sameName } from '#xml/qname';
import type { Place } from '#xml/place';
import { shown } from '../folder/qname.ts';
import { descendants, type Node, placeOf } from './nodes.ts';
import { demandsOf } from './policies.ts';
import type { Port, PortOperation } from './wsdl.ts';

/** Why an operation can't be taken, and what its author can do where that is anything. */
export interface Unsupported {
  readonly place: Place;
  readonly reason: string;
  readonly remedy: string | undefined;
}

/**
 * The first thing of an operation that no contract can say, but for the header blocks that are filled, all of those with an
 * element unless said; undefined where all can be said.
 */
export const unsupportedIn = (
  port: Port,
  operation: PortOperation,
  filled?: readonly QName[],
): Unsupported | undefined =>
  inBinding(port, operation) ?? inMessages(operation) ?? inHeaders(operation, filled) ?? inPolicies(operation);

const inBinding = (port: Port, { style, encoded, multipart, place }: PortOperation): Unsupported | undefined => {
  if (port.protocol !== 'SOAP 1.1')
    return because(
      port.place,
      `port ${port.name} is of ${port.protocol === 'other' ? 'another protocol' : port.protocol}, and only SOAP 1.1 is supported`,
    );
  if (style.value === 'rpc')
    return because(style.place, 'the style is rpc, and only document is supported', 'make it document');
  if (encoded !== undefined)
    return because(encoded, 'the use is encoded, and only literal is supported', 'make it literal');
  if (multipart !== undefined)
    return because(multipart, 'a message is in several parts of MIME, and only XML by itself is supported');
  if (port.transport !== undefined && !/\/http\/?$/.test(port.transport))
    return because(place, `the transport is ${port.transport}, and only HTTP is supported`);
  return undefined;
};

const inMessages = ({ name, input, output, place }: PortOperation): Unsupported | undefined => {
  if (input === undefined)
    return because(place, `operation ${name} takes no message, so nothing can be delivered by it`);
  if (output === undefined)
    return because(place, `operation ${name} is one-way: it gives no answer, and only what is answered can be tested`);
  for (const [direction, body] of [
    ['input', input],
    ['output', output],
  ] as const) {
    const [first, second] = body.parts;
    if (second !== undefined)
      return because(
        second.place,
        `the ${direction} of ${name} has ${String(body.parts.length)} parts in its Body, and only one is supported`,
      );
    if (first !== undefined && first.element === undefined)
      return because(
        first.place,
        `the ${direction} of ${name} has a part that names a type, and only an element is supported`,
        'name an element',
      );
  }
  return undefined;
};

const inHeaders = ({ name, headers }: PortOperation, filled: readonly QName[] | undefined): Unsupported | undefined => {
  const isFilled = ({ value }: PortOperation['headers'][number]): boolean =>
    value !== undefined && (filled === undefined || filled.some((one) => sameName(one, value)));
  const header = headers.find((one) => !isFilled(one));
  return header && unfilled(name, header);
};

const unfilled = (name: string, header: PortOperation['headers'][number]): Unsupported =>
  because(
    header.place,
    `operation ${name} asks for the SOAP header ${header.value === undefined ? 'of this message' : shown(header.value)}, and nothing fills it`,
    'say under service.headers what stands in it',
  );

const inPolicies = ({ name, policies }: PortOperation): Unsupported | undefined => {
  for (const assertion of policies.flatMap(demandsOf)) {
    const demand = demandOf(assertion);
    if (demand !== undefined)
      return because(placeOf(assertion), `the policy of ${name} demands ${demand}, which is not supported`);
  }
  return undefined;
};

const mtom: ReadonlySet<string> = new Set(['OptimizedMimeSerialization', 'MTOM']);
const addressing: ReadonlySet<string> = new Set(['UsingAddressing', 'Addressing']);
const reliable: ReadonlySet<string> = new Set(['RMAssertion']);
const security = /\/ws-securitypolicy\/|\/securitypolicy$|wss-wssecurity/i;
/** The username in the envelope, which a profile can ask for. */
const username: ReadonlySet<string> = new Set(['SupportingTokens', 'SignedSupportingTokens']);

const demandOf = (assertion: Node): string | undefined => {
  const { name, namespace } = assertion.element;
  if (mtom.has(name)) return 'MTOM (attachments beside the envelope)';
  if (addressing.has(name)) return 'WS-Addressing';
  if (reliable.has(name)) return 'WS-ReliableMessaging';
  if (!security.test(namespace) || /^(Wss1\d|Trust1\d)$/.test(name)) return undefined;
  const names = descendants(assertion).map(({ element }) => element.name);
  if (name === 'TransportBinding') return names.includes('IncludeTimestamp') ? 'a timestamp of WS-Security' : undefined;
  const tokens = names.filter((one) => one.endsWith('Token'));
  if (username.has(name) && tokens.every((one) => one === 'UsernameToken')) return undefined;
  return `WS-Security (${name})`;
};

const because = (place: Place, reason: string, remedy?: string): Unsupported => ({ place, reason, remedy });
