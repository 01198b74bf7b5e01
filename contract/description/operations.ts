import type { AnswerPaths, FaultPaths, Operation, Service } from '../contract.ts';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { type Description, type KeyPath } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { expand } from '../folder/qname.ts';
import { checkPlaced } from '../xpath/placed.ts';

/** The service of `contract.yaml`, its names expanded and its expressions checked; throws `ContractError`. */
export const readService = (description: Description): Service => {
  const { service } = description.entries;
  const deliver = operation(service.deliver, 'deliver', description);
  return {
    wsdl: service.wsdl,
    deliver,
    alive: service.alive === undefined ? undefined : connectionTest(service.alive, deliver, description),
    answer: answer(description),
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

const answer = (description: Description): AnswerPaths => {
  const { dossierNumber, status, statuses } = description.entries.service.answer;
  checked(description, dossierNumber, ['answer', 'dossierNumber']);
  if (status !== undefined && statuses !== undefined) {
    checked(description, status, ['answer', 'status']);
    mustDiffer(description, statuses);
    return { dossierNumber, outcome: { status, statuses } };
  }
  const [there, lacks] = status === undefined ? ['statuses', 'status'] : ['status', 'statuses'];
  if (status === undefined && statuses === undefined) return { dossierNumber, outcome: undefined };
  throw new ContractError(
    description.placeOf('service', 'answer', there),
    `service.answer has ${there} but no ${lacks}; add it, or leave out both`,
  );
};

const mustDiffer = ({ placeOf }: Description, statuses: Readonly<Record<string, string>>): void => {
  const all = Object.entries(statuses);
  const twice = all.find(([, said], index) => all.slice(0, index).some(([, earlier]) => earlier === said));
  if (twice === undefined) return;
  throw new ContractError(
    placeOf('service', 'answer', 'statuses', twice[0]),
    `status "${twice[1]}" stands for two outcomes; give each its own`,
  );
};

const fault = (description: Description): FaultPaths | undefined => {
  const entries = description.entries.service.fault;
  if (entries === undefined) return undefined;
  const { detail, code, text, element, ground, source } = entries;
  const at = (key: string): Place => description.placeOf('service', 'fault', key);
  for (const key of ['code', 'text', 'element'] as const) checked(description, entries[key], ['fault', key]);
  return {
    detail: expand(detail, description.entries.namespaces, at('detail')),
    ...{ code, text, element },
    ...toGrounding(ground, source, at('ground')),
  };
};

const checked = (description: Description, source: string, path: readonly [string, string]): void => {
  const scope = { prefixes: Object.keys(description.entries.namespaces), variables: new Map<string, never>() };
  checkPlaced(source, scope, description.placeOf('service', ...path));
};
