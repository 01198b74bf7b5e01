import { deliveriesOf } from '#contract/deliveries';
import type { Contract, ErrorCase, FailurePaths, Operation } from '#contract/contract';
import type { SchemaModel } from '#xml/schema/model';
import { attributeOf, elementsOf, textOf, type XmlElement } from '#xml/tree';
import { ConfigurationError } from '../../configuration-error.ts';
import { namesIn, pathIn } from './answer-path.ts';
import type { Complaint } from './complaint.ts';
import { sampleElement, type Values } from './sample.ts';
import { type Language, refusalValues } from './write-fault.ts';

/** Schema errors of an answer. */
export type ProblemFinder = (answer: XmlElement) => string | undefined;

/** Every occasion that has an error code. */
export const errorCases = ['schema', 'content', 'rule', 'duplicate', 'credentials', 'size', 'internal'] as const;

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
  const { flag } = failure;
  const root = operation.response;
  const at = (path: string): string => pathIn(contract, model, { root, at: path });
  const paths = { code: at(failure.code), text: at(failure.text), element: failure.element && at(failure.element) };
  const valuesOf = refusalValues(contract, { model, root, paths });
  const flagged: readonly (readonly [string, string])[] =
    flag === undefined ? [] : [[namesIn(at(flag.at)), flag.failed]];
  const number = namesIn(at(answer.dossierNumber));
  const write = (values: Values, extra: Values): XmlElement => {
    const made = sampleElement(model, root, new Map([...extra, ...flagged, ...values]));
    if (made === undefined) throw new ConfigurationError(`${model.entry} does not declare ${root.name}.`);
    return made;
  };
  const valuesFor = (occasion: ErrorCase): Values => {
    const { text } = contract.errorCodes[occasion];
    return valuesOf([{ case: occasion, id: undefined, at: operation.request.name, text }], 'nl');
  };
  const extra = withoutNumber({ path: number, none: answer.numbers?.none }, (values) =>
    write(valuesFor('schema'), values),
  );
  for (const occasion of errorCases) {
    const found = problem(write(valuesFor(occasion), extra));
    if (found !== undefined) throw untellable(contract, occasion, found);
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

/** The text at a path of names; empty where there is none. */
const textAt = (around: XmlElement, [first = '', ...rest]: readonly string[]): string => {
  if (first === '') return textOf(around);
  if (first.startsWith('@')) return attributeOf(around, first.slice(1)) ?? '';
  const child = elementsOf(around).find(({ name }) => name === first);
  return child === undefined ? '' : textAt(child, rest);
};

/** Why a refusal can't be written as the contract describes it. */
export const untellable = ({ errorCodes }: Contract, occasion: ErrorCase, problem: string): ConfigurationError =>
  new ConfigurationError(
    `The endpoint can't refuse with errorCodes.${occasion}.code "${errorCodes[occasion].code}": ${problem} Let contract.yaml name a code that the schema takes, and every value that the answer needs.`,
  );
