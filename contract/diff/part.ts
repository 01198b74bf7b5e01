/** What parts of an interface are about. */
export const topics = [
  'folder',
  'service',
  'answers',
  'document-types',
  'elements',
  'lists',
  'roles',
  'rules',
  'errors',
] as const;
export type Topic = (typeof topics)[number];

/** What can be said of a part. */
export type Fact =
  | 'title'
  | 'standing'
  | 'authority'
  | 'action'
  | 'request'
  | 'response'
  | 'path'
  | 'value'
  | 'fills'
  | 'bytes'
  | 'label'
  | 'content'
  | 'needs'
  | 'file'
  | 'beside'
  | 'key'
  | 'unless'
  | 'of'
  | 'ground'
  | 'namespace'
  | 'occurs'
  | 'choice'
  | 'order'
  | 'nillable'
  | 'type'
  | 'types'
  | 'list'
  | 'length'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'bounds'
  | 'digits'
  | 'space'
  | 'fixed'
  | 'default'
  | 'decoding'
  | 'codes'
  | 'use'
  | 'severity'
  | 'test'
  | 'text'
  | 'code'
  | 'date';

/** One thing that a contract speaks of, by a name that it keeps from one version to the next. */
export interface Part {
  readonly topic: Topic;
  readonly at: string;
  readonly facts: Readonly<Partial<Record<Fact, string>>>;
  /** Of a list its values, each with what is said of it. */
  readonly values?: ReadonlyMap<string, string> | undefined;
  /** Other parts that hang on it. */
  readonly users?: readonly string[] | undefined;
}

/** Facts without those that are not there. */
export const factsOf = (facts: Readonly<Partial<Record<Fact, string | undefined>>>): Part['facts'] =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));
