import * as v from 'valibot';
import type { Place } from '#xml/place';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { descriptionShape, type DescriptionEntries } from './description-shape.ts';
import { unknownKey } from './description-values.ts';
import { readYaml, type YamlDocument } from '../folder/yaml-document.ts';

/** A path of keys and positions in `contract.yaml`. */
export type KeyPath = readonly (string | number)[];

/** What a YAML file says, with the place of each key. */
export interface Shaped<Entries> {
  readonly entries: Entries;
  readonly placeOf: (...path: KeyPath) => Place;
}

/** What `contract.yaml` says, with the place of each key. */
export type Description = Shaped<DescriptionEntries>;

/** Reads `contract.yaml`; throws `ContractError` with the line of what is wrong in its keys or values. */
export const readDescription = (file: string, bytes: Uint8Array): Description =>
  readShaped(descriptionShape, file, bytes);

/** Reads a YAML file of a given shape; throws `ContractError` with the line of what is wrong in its keys or values. */
export const readShaped = <Entries>(
  shape: v.GenericSchema<unknown, Entries>,
  file: string,
  bytes: Uint8Array,
): Shaped<Entries> => {
  const document = readYaml(file, bytes);
  const placeOf = (...path: KeyPath): Place => ({ file, line: document.lineOf(path) });
  // A list is an object to valibot.
  const result = v.safeParse(shape, Array.isArray(document.value) ? null : document.value);
  if (result.success) return { entries: result.output, placeOf };
  attemptEach(inOrder(result.issues, document), (issue) => {
    const path = pathOf(issue);
    throw new ContractError(placeOf(...path), sentence(issue, path));
  });
  throw new TypeError('valibot refused without an issue');
};

/** A key with a typo is missing and unknown at once; the second says more, and stands for both. */
const inOrder = (issues: readonly v.BaseIssue<unknown>[], document: YamlDocument): readonly v.BaseIssue<unknown>[] => {
  const byLine = issues.toSorted((one, other) => document.lineOf(pathOf(one)) - document.lineOf(pathOf(other)));
  const unknown = byLine.filter(isUnknownKey);
  const around = (issue: v.BaseIssue<unknown>): string => dotted(pathOf(issue).slice(0, -1));
  const mistyped = new Set(unknown.map(around));
  return [...unknown, ...byLine.filter((issue) => !isUnknownKey(issue) && !mistyped.has(around(issue)))];
};

const isUnknownKey = (issue: v.BaseIssue<unknown>): boolean => issue.message.startsWith(unknownKey);

const sentence = (issue: v.BaseIssue<unknown>, path: KeyPath): string => {
  const aboutKey = isUnknownKey(issue) || issue.message.startsWith('key ');
  const subject = dotted(aboutKey ? path.slice(0, -1) : path);
  if (aboutKey)
    return subject === '' ? issue.message : issue.message.replace(/"[^"]*"/, (key) => `${key} in ${subject}`);
  const remedy = /[;?]/.test(issue.message) ? '' : '; correct it';
  return `${subject === '' ? 'the file' : subject} ${issue.message}${remedy}`;
};

const pathOf = (issue: v.BaseIssue<unknown>): KeyPath =>
  (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));

/** A path as people write it: `documentTypes[0].name`. */
export const dotted = (path: KeyPath): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${String(step + 1)}]` : `.${step}`))
    .join('')
    .slice(1);
