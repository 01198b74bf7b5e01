import type { FaultPaths, Operation, Service } from '../contract.ts';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { readAnswerPaths, refusalPaths } from './answer.ts';
import { type Description, type KeyPath } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { readHeaders } from './headers.ts';
import { expand } from '../folder/qname.ts';

/** The service of `contract.yaml`, its names expanded and its expressions checked; throws `ContractError`. */
export const readService = (description: Description): Service => {
  const { service } = description.entries;
  const deliver = operation(service.deliver, 'deliver', description);
  return {
    wsdl: service.wsdl,
    deliver,
    alive: service.alive === undefined ? undefined : connectionTest(service.alive, deliver, description),
    headers: readHeaders(description),
    answer: readAnswerPaths(description),
    fault: fault(description),
  };
};

type OperationEntries = Description['entries']['service']['deliver'];

const operation = (entries: OperationEntries, key: 'deliver' | 'alive', description: Description): Operation => {
  const at = (...path: KeyPath): Place => description.placeOf('service', key, ...path);
  const { namespaces } = description.entries;
  // Visible ASCII but the quotes that go around it (RFC 9110 section 5.5); none at all is a value too (SOAP 1.1 section 6.1.1).
  if (!/^[!#-~]*$/.test(entries.action))
    throw new ContractError(
      at('action'),
      `service.${key}.action can't stand in the header SOAPAction; write it in ASCII, without spaces and quotes`,
    );
  return {
    name: entries.name,
    action: entries.action,
    request: expand(entries.request, namespaces, at('request')),
    response: expand(entries.response, namespaces, at('response')),
    ...toGrounding(entries.ground, entries.source, at('ground')),
  };
};

/** Production gets the connection test: a delivery must not pass for it, by its element or by its action. */
const connectionTest = (entries: OperationEntries, deliver: Operation, description: Description): Operation => {
  const alive = operation(entries, 'alive', description);
  const isSameElement =
    alive.request.name === deliver.request.name && alive.request.namespace === deliver.request.namespace;
  const shared = isSameElement
    ? 'request'
    : alive.action !== '' && alive.action === deliver.action
      ? 'action'
      : undefined;
  if (shared === undefined) return alive;
  throw new ContractError(
    description.placeOf('service', 'alive', shared),
    `service.alive.${shared} is that of service.deliver; give the one of the connection test, or leave alive out`,
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
