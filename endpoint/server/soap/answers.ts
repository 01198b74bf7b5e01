import type { Contract, Operation } from '#contract/contract';
import { errorCodeOf } from '#contract/error-cases';
import { deliveriesOf } from '#contract/deliveries';
import type { QName } from '#xml/qname';
import { withDocument } from '#xml/document';
import type { SchemaModel } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { serialize } from '#xml/serialize';
import { element, elementsOf, type XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';
import { ConfigurationError } from '../../configuration-error.ts';
import { namesIn, pathIn } from './answer-path.ts';
import type { Complaint } from './complaint.ts';
import { sampleAt, sampleElement, type Values } from './sample.ts';
import { silence } from './silence.ts';
import type { SoapFault } from './soap-fault.ts';
import { writeEnvelope } from './write-envelope.ts';
import { type FaultWriter, faultWriter, type Language } from './write-fault.ts';
import { eachRefusal, type ProblemFinder, refusalWriters, untellable } from './write-refusal.ts';

/** Answers of the service, as its contract describes them. */
export interface Answers {
  /** A dossier number for a count from 1; never the same one for two counts. */
  readonly dossierNumber: (count: number) => string;
  /** Of the common operation unless said. */
  readonly delivered: (dossierNumber: string, status: string, operation?: Operation) => Uint8Array;
  readonly alive: () => Uint8Array;
  readonly fault: (fault: SoapFault, language: Language) => Uint8Array;
  /** The response that refuses a delivery; undefined for a service that does so with a Fault. */
  readonly refused:
    | ((complaints: readonly Complaint[], language: Language, operation?: Operation) => Uint8Array)
    | undefined;
}

/** Read once for all servers of a contract. */
const models = new WeakMap<Contract, SchemaModel>();

const modelOf = (contract: Contract): SchemaModel => {
  const model = models.get(contract) ?? readSchema(contract.files, contract.schemas.message);
  models.set(contract, model);
  return model;
};

/** Throws `ConfigurationError` when the contract's answer paths make no answer that is valid by its schema. */
export const createAnswers = (contract: Contract): Answers => {
  const { service } = contract;
  const model = modelOf(contract);
  const { outcome } = service.answer;
  const problem = problemFinder(contract);
  const silences = new Map<QName, Values>();
  const delivered = (number: string, status: string, { response }: Operation): XmlElement => {
    const at = (path: string): string => namesIn(pathIn(contract, model, { root: response, at: path }));
    const told: Values = new Map([
      ...successFlag(contract, at),
      [at(service.answer.dossierNumber), number],
      ...(outcome === undefined ? [] : [[at(outcome.status), status] as const]),
    ]);
    const write = (values: Values): XmlElement => declared(model, response, new Map([...values, ...told]));
    const known = silences.get(response) ?? silence({ contract, model, root: response, at, problem }, write);
    silences.set(response, known);
    return write(known);
  };
  const alive = service.alive === undefined ? undefined : declared(model, service.alive.response, new Map());
  const fault = faultWriter(contract, model);
  const { published = '', scheduled = '', prepared = '' } = outcome?.statuses ?? {};
  const deliveries = deliveriesOf(service);
  const refusals = refusalWriters(contract, model, problem);
  const number = countedFrom(service.answer.numbers?.first ?? firstNumber(contract, model));
  const samples = [published, scheduled, prepared].flatMap((status) =>
    deliveries.flatMap((operation) => [1, most].map((count) => delivered(number(count), status, operation))),
  );
  for (const sample of [...samples, ...(alive ? [alive] : [])]) refuseUnless(sample, problem);
  mustTellAll(contract, fault, problem);
  return {
    dossierNumber: number,
    delivered: (dossierNumber, status, operation = service.deliver) =>
      writeEnvelope(delivered(dossierNumber, status, operation)),
    alive: () => writeEnvelope(alive ?? element('', 'none')),
    fault: (told, language) => writeEnvelope(fault(told, language)),
    refused:
      refusals &&
      ((complaints, language, operation = service.deliver) => writeEnvelope(refusals(operation)(complaints, language))),
  };
};

const declared = (model: SchemaModel, name: QName, values: Values): XmlElement => {
  const found = sampleElement(model, name, values);
  if (found !== undefined) return found;
  throw new ConfigurationError(
    `The endpoint can't answer with ${name.name}: ${model.entry} does not declare it. Correct the contract's service.`,
  );
};

/** A value that tells an acceptance from a refusal, where the status does not. */
const successFlag = (
  { service: { answer } }: Contract,
  at: (path: string) => string,
): readonly (readonly [string, string])[] => {
  const { at: path = '', succeeded: [said] = [] } = answer.failure?.flag ?? {};
  return said === undefined ? [] : [[at(path), said]];
};

/** Throws `ConfigurationError` for an error code that the detail of a Fault does not take. */
const mustTellAll = (contract: Contract, write: FaultWriter, problem: ProblemFinder): void => {
  const { fault, deliver } = contract.service;
  if (fault === undefined) return;
  for (const [name, complaint] of eachRefusal(contract, deliver.request.name)) {
    const { text } = complaint;
    const told = elementsOf(write({ code: 'Client', text, complaints: [complaint] }, 'nl'));
    const [entry] = told.flatMap((one) => (one.name === 'detail' ? elementsOf(one) : []));
    const found = entry && problem(entry);
    if (found !== undefined) throw untellable(name, errorCodeOf(contract, complaint), found);
  }
};

const problemFinder = ({ files, schemas }: Contract): ProblemFinder => {
  const validator = compileSchema(files, schemas.message);
  return (answer) =>
    withDocument(Buffer.from(serialize(answer), 'utf8'), ({ root }) => validator.validateElement(root)[0]?.message);
};

const refuseUnless = (answer: XmlElement, problem: ProblemFinder): void => {
  const found = problem(answer);
  if (found === undefined) return;
  throw new ConfigurationError(
    `The endpoint can't make a valid ${answer.name}: ${found} Let contract.yaml name every value that the answer needs.`,
  );
};

/** Numbers that have to be valid: the first, and one far on. */
const most = 99_999;

/** Counts on in the last row of digits, which keeps its length. */
const countedFrom = (first: string): ((count: number) => string) => {
  const [, before = '', digits = '0', after = ''] = /^(.*?)(\d+)(\D*)$/s.exec(first) ?? [];
  return (count) => `${before}${String(BigInt(digits) + BigInt(count - 1)).padStart(digits.length, '0')}${after}`;
};

/** A number that the schema takes, where the contract says nothing of it; zero and no number are none. */
const firstNumber = (contract: Contract, model: SchemaModel): string => {
  const { answer, deliver } = contract.service;
  const root = deliver.response;
  const sampled = sampleAt(model, root, namesIn(pathIn(contract, model, { root, at: answer.dossierNumber })));
  return /[1-9]/.test(sampled) || !/^\D*0*$/.test(sampled) ? sampled : sampled.replace(/0?$/, '1');
};
