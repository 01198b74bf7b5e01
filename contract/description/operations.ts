import type { FaultPaths, Operation, Service } from '../contract.ts';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { attempt, together } from '../folder/attempt.ts';
import { deliveriesOf } from '../deliveries.ts';
import { sameName } from '#xml/qname';
import { readAnswerPaths, refusalPaths } from './answer.ts';
import { type Description, type KeyPath } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { aliveFilled, readHeaders } from './headers.ts';
import { expand } from '../folder/qname.ts';

/** The service of `contract.yaml`, its names expanded and its expressions checked; throws `ContractError`. */
export const readService = (description: Description): Service => {
  const { service } = description.entries;
  const deliver = attempt(() => operation(service.deliver, ['service', 'deliver'], description));
  const deliverOf = attempt(() => ownOperations(deliver(), description));
  const alive = attempt(() =>
    service.alive === undefined
      ? undefined
      : connectionTest(service.alive, deliveriesOf({ deliver: deliver(), deliverOf: deliverOf() }), description),
  );
  const [headers, answer, faults] = [
    attempt(() => readHeaders(description)),
    attempt(() => readAnswerPaths(description)),
    attempt(() => fault(description)),
  ];
  return together<Service>({ wsdl: () => service.wsdl, deliver, deliverOf, alive, headers, answer, fault: faults });
};

type OperationEntries = Description['entries']['service']['deliver'];
type AliveEntries = NonNullable<Description['entries']['service']['alive']>;

const operation = (entries: OperationEntries, keys: KeyPath, description: Description): Operation => {
  const at = (...path: KeyPath): Place => description.placeOf(...keys, ...path);
  const { namespaces } = description.entries;
  // Visible ASCII but the quotes that go around it (RFC 9110 section 5.5); none at all is a value too (SOAP 1.1 section 6.1.1).
  if (!/^[!#-~]*$/.test(entries.action))
    throw new ContractError(
      at('action'),
      `${keys.join('.')}.action can't stand in the header SOAPAction; write it in ASCII, without spaces and quotes`,
    );
  return {
    name: entries.name,
    action: entries.action,
    request: expand(entries.request, namespaces, at('request')),
    response: expand(entries.response, namespaces, at('response')),
    ...toGrounding(entries.ground, entries.source, at('ground')),
  };
};

/** The operations of document types that have one of their own; what is sent must tell them apart by its element. */
const ownOperations = (deliver: Operation, description: Description): Service['deliverOf'] => {
  const own = description.entries.documentTypes.flatMap((type, index) => {
    if (type.deliver === undefined) return [];
    const keys = ['documentTypes', index, 'deliver'];
    return [{ type: type.name, keys, operation: operation(type.deliver, keys, description) }];
  });
  for (const { operation: one, keys, type } of own) {
    const other = [deliver, ...own.map((each) => each.operation)].find(
      ({ name, request }) => name !== one.name && sameName(request, one.request),
    );
    if (other !== undefined)
      throw new ContractError(
        description.placeOf(...keys, 'request'),
        `${one.name} of ${type} and ${other.name} have one request element, so nothing in a message tells which is meant; document types that SOAPAction alone tells apart can't be taken`,
      );
  }
  return Object.fromEntries(own.map((one) => [one.type, one.operation]));
};

/** Production gets the connection test: a delivery must not pass for it, by its element or by its action. */
const connectionTest = (
  entries: AliveEntries,
  deliveries: readonly Operation[],
  description: Description,
): NonNullable<Service['alive']> => {
  const alive = operation(entries, ['service', 'alive'], description);
  const filled = aliveFilled(alive.request, entries, description);
  const shared = deliveries.some(({ request }) => sameName(request, alive.request))
    ? 'request'
    : alive.action !== '' && deliveries.some(({ action }) => action === alive.action)
      ? 'action'
      : undefined;
  if (shared === undefined) return { ...alive, filled };
  throw new ContractError(
    description.placeOf('service', 'alive', shared),
    `service.alive.${shared} is that of a delivery; give the one of the connection test, or leave alive out`,
  );
};

const fault = (description: Description): FaultPaths | undefined => {
  const entries = description.entries.service.fault;
  if (entries === undefined) return undefined;
  const { detail, ground, source } = entries;
  const at = (key: string): Place => description.placeOf('service', 'fault', key);
  return {
    detail: expand(detail, description.entries.namespaces, at('detail')),
    ...refusalPaths(description, entries, ['fault']),
    ...toGrounding(ground, source, at('ground')),
  };
};
