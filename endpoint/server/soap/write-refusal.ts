import { deliveriesOf } from '#contract/deliveries';
import type { Contract, FailurePaths, Operation } from '#contract/contract';
import { errorCodeOf, type ErrorCase, type ErrorCode } from '#contract/error-cases';
import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { ConfigurationError } from '../../configuration-error.ts';
import { namesIn, pathIn } from './answer-path.ts';
import type { Complaint } from './complaint.ts';
import { refusingFlags } from './refusing-flags.ts';
import { sampleElement, textAt, type Values } from './sample.ts';
import { type Language, refusalValues } from './write-fault.ts';

/** Schema errors of an answer. */
export type ProblemFinder = (answer: XmlElement) => string | undefined;

/** A refusal for each case that the contract has a code for, at an element, with the name of the case. */
export const eachRefusal = (contract: Contract, at: string): readonly (readonly [string, Complaint])[] => [
  ...occasionsOf(contract).map(
    (one) => [one, { case: one, id: undefined, at, text: contract.errorCodes[one].text }] as const,
  ),
  ...contract.ownErrors.map(({ name, of: [id], text }) => [`own.${name}`, { case: 'rule', id, at, text }] as const),
];

const occasionsOf = ({ errorCodes }: Contract): readonly ErrorCase[] => Object.keys(errorCodes) as ErrorCase[];

type RefusalWriter = (complaints: readonly Complaint[], language: Language) => XmlElement;

/** Gives the writer of the response that refuses a delivery; undefined for a contract without. Throws `ConfigurationError` where none is valid. */
export const refusalWriters = (
  contract: Contract,
  model: SchemaModel,
  problem: ProblemFinder,
): ((operation: Operation) => RefusalWriter) | undefined => {
  const { failure } = contract.service.answer;
  if (failure === undefined) return undefined;
  const writerFor = (operation: Operation): RefusalWriter =>
    refusalWriter({ contract, failure, model, problem }, operation);
  const writers = new Map(deliveriesOf(contract.service).map((one) => [one.name, writerFor(one)]));
  return (operation) => writers.get(operation.name) ?? writerFor(operation);
};

interface Refusing {
  readonly contract: Contract;
  readonly failure: FailurePaths;
  readonly model: SchemaModel;
  readonly problem: ProblemFinder;
}

const refusalWriter = ({ contract, failure, model, problem }: Refusing, operation: Operation): RefusalWriter => {
  const { answer } = contract.service;
  const root = operation.response;
  const at = (path: string): string => pathIn(contract, model, { root, at: path });
  const paths = { code: at(failure.code), text: at(failure.text), element: failure.element && at(failure.element) };
  const valuesOf = refusalValues(contract, { model, root, paths });
  const number = namesIn(at(answer.dossierNumber));
  const refusals = eachRefusal(contract, operation.request.name);
  const [first] = refusals.map(([, complaint]) => valuesOf([complaint], 'nl'));
  const make = (values: Values): XmlElement => {
    const made = sampleElement(model, root, values);
    if (made === undefined) throw new ConfigurationError(`${model.entry} does not declare ${root.name}.`);
    return made;
  };
  const { flag } = failure;
  const { outcome } = answer;
  const flags = flag === undefined ? [] : refusingFlags(flag, { model, root, path: at(flag.at), outcome });
  const isTaken = (flag: Values): boolean => problem(make(new Map([...flag, ...(first ?? [])]))) === undefined;
  const flagged = flags.find(isTaken) ?? flags[0] ?? new Map();
  const write = (values: Values, extra: Values): XmlElement => make(new Map([...extra, ...flagged, ...values]));
  const extra = withoutNumber({ path: number, none: answer.numbers?.none }, (values) =>
    write(first ?? new Map(), values),
  );
  for (const [name, complaint] of refusals) {
    const found = problem(write(valuesOf([complaint], 'nl'), extra));
    if (found !== undefined) throw untellable(name, errorCodeOf(contract, complaint), found);
  }
  return (complaints, language) => write(valuesOf(complaints, language), extra);
};

interface NumberPlace {
  readonly path: string;
  readonly none: string | undefined;
}

/** Values for a response without a dossier number: nothing, an empty text, or what the contract has for none where a number is required, zero unless said. */
const withoutNumber = ({ path, none = '0' }: NumberPlace, write: (values: Values) => XmlElement): Values =>
  /^0*$/.test(textAt(write(new Map()), path.split('/'))) ? new Map() : new Map([[path, none]]);

/** Why a refusal can't be written as the contract describes it. */
export const untellable = (name: string, { code }: Pick<ErrorCode, 'code'>, problem: string): ConfigurationError =>
  new ConfigurationError(
    `The endpoint can't refuse with errorCodes.${name}.code "${code}": ${problem} Let contract.yaml name a code that the schema takes, and every value that the answer needs.`,
  );
