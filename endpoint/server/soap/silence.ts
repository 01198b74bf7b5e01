import type { Contract } from '#contract/contract';
import { allErrors } from '#contract/error-cases';
import type { QName } from '#xml/qname';
import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { ConfigurationError } from '../../configuration-error.ts';
import { listedAt, textAt, type Values } from './sample.ts';
import type { ProblemFinder } from './write-refusal.ts';

interface Silenced {
  readonly contract: Contract;
  readonly model: SchemaModel;
  /** The response. */
  readonly root: QName;
  /** The names of a path of the contract in that response. */
  readonly at: (path: string) => string;
  readonly problem: ProblemFinder;
}

/**
 * What an acceptance has where a response that refuses says what is wrong: nothing, an empty text or nil, else a text that
 * is no error code of the contract. Throws `ConfigurationError` where the code alone tells a refusal and must be there.
 */
export const silence = (silenced: Silenced, write: (values: Values) => XmlElement): Values => {
  const { contract, model, root, at, problem } = silenced;
  const { failure } = contract.service.answer;
  if (failure === undefined) return new Map();
  const isSilent = (answer: XmlElement, path: string): boolean => textAt(answer, path.split('/')) === '';
  let silent: Values = new Map();
  for (const [key, path] of [
    ['code', at(failure.code)],
    ['text', at(failure.text)],
    ['element', failure.element === undefined ? undefined : at(failure.element)],
  ] as const) {
    if (path === undefined || isSilent(write(silent), path)) continue;
    const others = key === 'code' ? ['0', ...noErrors(contract, listedAt(model, root, path))] : [];
    const found = ['', null, ...others]
      .map((value): Values => new Map([...silent, [path, value]]))
      .find((values) => problem(write(values)) === undefined);
    silent = found ?? silent;
    if (key === 'code' && failure.flag === undefined && !isSilent(write(silent), path)) throw alwaysCoded(failure.code);
  }
  return silent;
};

const noErrors = (contract: Contract, values: readonly string[]): readonly string[] => {
  const codes = new Set(allErrors(contract).map(([, { code }]) => code));
  return values.filter((value) => !codes.has(value));
};

const alwaysCoded = (code: string): ConfigurationError =>
  new ConfigurationError(
    `An acceptance can't be told from a refusal: the schema demands a code at ${code}, and service.answer.failure has no flag. Let contract.yaml name the flag.`,
  );
