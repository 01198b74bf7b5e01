import type { ConstraintKind } from '#xml/schema/constraints';
import type { SchemaModel } from '#xml/schema/model';
import { nameMessages } from '#xml/schema/naming';
import { allComponents, type Node } from '#xml/schema/walk';
import type { XmlElement } from '#xml/tree';
import { compileSchema, type Validator } from '#xml/validator';
import { XmlError, XmlGaveUp, type XmlMessage } from '#xml/xml-error';
import type { EditedTree } from '../violation/edited-tree.ts';
import { explainedAlarm } from './known-errors.ts';
import { isFixedName } from './fixed-names.ts';
import { isForgottenKey } from './forgotten-keys.ts';
import { isMiscounted } from './miscounted.ts';
import { isTypedStranger } from './typed-stranger.ts';
import { withPlainLocations } from './plain-locations.ts';
import type { SchemaFiles } from '../load/schema-files.ts';
import { isUnseenEntity } from './unseen-entities.ts';

/** The opinion of an independent validator on a document, with a reason where it can't tell or is known to be wrong. */
export type Opinion =
  | { readonly verdict: 'valid' }
  | { readonly verdict: 'invalid'; readonly messages: readonly XmlMessage[] }
  | { readonly verdict: 'unjudgeable'; readonly reason: string };

/** libxml2 with the schema; `refusal` is why it does not take the schema at all. */
export interface Judge {
  readonly refusal: string | undefined;
  readonly judge: (bytes: Uint8Array) => Opinion;
  /** Frees what it holds outside the reach of the garbage collector. */
  readonly dispose: () => void;
}

/** Compiles a schema for libxml2. */
export const createJudge = (schema: SchemaFiles): Judge => {
  const compiled = compile(schema);
  if (typeof compiled === 'string') return silentJudge(compiled);
  return { refusal: undefined, judge: (bytes) => opinionOf(compiled, bytes), dispose: compiled.dispose };
};

/** A judge for whom every document is unjudgeable, for one reason. */
export const silentJudge = (reason: string): Judge => ({
  refusal: reason,
  judge: () => ({ verdict: 'unjudgeable', reason }),
  dispose: () => undefined,
});

const compile = (schema: SchemaFiles): Validator | string => {
  try {
    return compileSchema(withPlainLocations(schema), schema.entry);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return `libxml2 does not take the schema: ${oneLine(error.message)}`;
  }
};

const opinionOf = (validator: Validator, bytes: Uint8Array): Opinion => {
  try {
    const messages = validator.validate(bytes);
    return messages.length === 0 ? { verdict: 'valid' } : { verdict: 'invalid', messages };
  } catch (error) {
    if (error instanceof XmlGaveUp)
      return { verdict: 'unjudgeable', reason: `libxml2 gives up: ${oneLine(error.message)}` };
    if (error instanceof XmlError) return { verdict: 'invalid', messages: error.messages };
    throw error;
  }
};

/** A message on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Turns an opinion on a document that is meant to be valid into unjudgeable where it is a known mistake of libxml2. */
export const pardoned = (model: SchemaModel, tree: XmlElement, opinion: Opinion): Opinion => {
  if (opinion.verdict !== 'invalid') return opinion;
  const { messages } = opinion;
  const reason = misread(model, tree, messages) ?? explainedAlarm(messages);
  if (reason === undefined) return opinion;
  return { verdict: 'unjudgeable', reason: `libxml2 says "${oneLine(messages[0]?.message ?? '')}", but ${reason}` };
};

/** An opinion without what libxml2 wrongly holds against fixed names: it goes on behind them, so that the rest of what it says counts. */
export const withoutFixedNames = (model: SchemaModel, tree: XmlElement, opinion: Opinion): Opinion => {
  if (opinion.verdict !== 'invalid') return opinion;
  const messages = opinion.messages.filter((message) => !isFixedName(model, tree, message));
  return messages.length === 0 ? { verdict: 'valid' } : { verdict: 'invalid', messages };
};

/** Mistakes of libxml2 that show only beside the document. */
const misread = (model: SchemaModel, tree: XmlElement, messages: readonly XmlMessage[]): string | undefined => {
  if (messages.every((message) => isMiscounted(model, tree, message)))
    return 'it counts wrongly where a group that repeats holds parts that repeat or may be left out (part 1, 3.8.4)';
  if (messages.every((message) => isTypedStranger(tree, message)))
    return 'a strict wildcard takes an element that names its type (part 1, 5.2)';
  if (messages.every((message) => isForgottenKey(model, tree, message)))
    return 'of several elements that share a key it forgets other keys too (part 1, 3.11.5)';
  if (messages.every((message) => isUnseenEntity(model, tree, message)))
    return 'it does not find the unparsed entities that a document declares (part 1, 3.15.4)';
  if (messages.every((message) => isFixedName(model, tree, message)))
    return 'it compares a fixed name by its text, whatever its prefix means (part 1, 3.3.4)';
  return undefined;
};

/** Tells whether everything that is held against an edited document lies at the edit; ties reach further than the edited node. */
export const liesAtEdit = (
  model: SchemaModel,
  { tree, path, implied }: Pick<EditedTree, 'tree' | 'path' | 'implied'>,
  { messages, kind }: { readonly messages: readonly XmlMessage[]; readonly kind: ConstraintKind },
): boolean =>
  farReaching.has(kind) ||
  nameMessages(model, { tree }, messages).every(
    ({ at, constraint }) => implied.includes(constraint) || isNear(at, path) || identitiesIn(model).has(constraint),
  );

/** Identity constraints that messages are about: who changes a value may break them far from it. */
export const identitiesBroken = (
  model: SchemaModel,
  { tree }: Pick<EditedTree, 'tree'>,
  messages: readonly XmlMessage[],
): readonly string[] => {
  const known = identitiesIn(model);
  if (known.size === 0) return [];
  const named = nameMessages(model, { tree }, messages).map(({ constraint }) => constraint);
  return [...new Set(named.filter((one) => known.has(one)))];
};

const identitiesIn = (model: SchemaModel): ReadonlySet<string> => {
  const found = identities.get(model) ?? new Set([...allComponents(model)].flatMap(identitiesOf));
  identities.set(model, found);
  return found;
};

const identities = new WeakMap<SchemaModel, ReadonlySet<string>>();

const identitiesOf = (node: Node): readonly string[] =>
  node.kind === 'element' ? node.identities.map(({ id }) => id) : [];

const farReaching: ReadonlySet<ConstraintKind> = new Set(['key', 'keyref', 'unique', 'id', 'idref', 'root']);

/** At the edited node, below it, or at its parent. */
const isNear = (at: string, edited: string): boolean =>
  at === edited || at.startsWith(`${edited}/`) || at === edited.slice(0, edited.lastIndexOf('/'));
