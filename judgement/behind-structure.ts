import type { Contract } from '#contract/contract';
import { nearest } from '#contract/texts/nearest';
import type { OpenElement } from '#xml/document';
import { toTree } from '#xml/parse';
import { absentIn } from '#xml/schema/absent';
import { declaredIn } from '#xml/schema/declarations';
import { looseFiles } from '#xml/schema/loose-files';
import type { SchemaModel } from '#xml/schema/model';
import { type Judged, type NamedMessage, nameMessages, pathText } from '#xml/schema/naming';
import { type Stranger, strangersIn } from '#xml/schema/strangers';
import { elementsOf } from '#xml/tree';
import { compileSchema, type Validator } from '#xml/validator';
import { XmlError, type XmlMessage } from '#xml/xml-error';

/** What is wrong with an element whose children are not those that its schema asks for. */
export interface Behind {
  readonly named: readonly NamedMessage[];
  /** Whether a part of it was not looked at. */
  readonly isHidden: boolean;
}

/** Looks at what a validator passes over: behind the first child that is out of place it looks at none. */
export interface BehindReader {
  readonly read: (
    element: OpenElement,
    standing: { readonly messages: readonly XmlMessage[]; readonly depth: number; readonly most: number },
  ) => Behind;
  readonly dispose: () => void;
}

/** Whether a message is about which children an element has, so that those after it were not looked at. */
export const isOfChildren = ({ message }: XmlMessage): boolean =>
  /: (?:This element is not expected|Missing child element)/.test(message);

/** Compiles the schema once more, without order and number, when that is first asked for. */
export const behindReader = ({ files }: Contract, schema: string, model: SchemaModel): BehindReader => {
  let compiled: { readonly validator: Validator | undefined } | undefined;
  const loose = (): Validator | undefined => (compiled ??= { validator: compileLoose(files, schema) }).validator;
  return {
    read: (element, { messages, depth, most }) => {
      const judged = { tree: toTree(element), depth };
      const behind = loose()?.validateElement(element, most);
      const known = new Set(messages.map(keyOf));
      const more = (behind ?? []).filter((one) => !isOfChildren(one) && !known.has(keyOf(one)));
      const named = [messages, more].flatMap((some) => nameMessages(model, judged, some));
      const told = new Set(named.map(({ at }) => at));
      const others = strangers(model, judged, most).filter(({ at }) => !told.has(at));
      return {
        named: [...named.flatMap((one) => withAbsent(one, judged, model)), ...others].toSorted(
          (one, other) => one.message.line - other.message.line,
        ),
        isHidden: behind === undefined || behind.length >= most || behind.some(isOfChildren),
      };
    },
    dispose: () => compiled?.validator?.dispose(),
  };
};

/** Undefined where the schema does not compile like that, such as one that names an element twice. */
const compileLoose = (files: Contract['files'], schema: string): Validator | undefined => {
  try {
    return compileSchema(looseFiles(files), schema);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

/** The elements whose names are not known where they stand: a validator tells the first of them. */
const strangers = (model: SchemaModel, { tree }: Judged, most: number): readonly NamedMessage[] =>
  strangersIn(model, tree, most).map((one) => ({
    ...{ constraint: one.constraint, path: one.path, type: undefined, at: pathText(tree, one.path) },
    message: { message: unexpected(one), line: one.element.line ?? 0, file: undefined, xpath: undefined },
  }));

/** Worded as libxml2 would, with the name alone that it comes near to. */
const unexpected = ({ element: { namespace, name }, known }: Stranger): string => {
  const written = (one: { readonly namespace: string; readonly name: string }): string =>
    one.namespace === '' ? one.name : `{${one.namespace}}${one.name}`;
  const names = known.map((one) => one.name);
  const near = nearest(
    name,
    names.map((one) => one.name),
  );
  const meant = names.find((one) => one.name === name) ?? names.find((one) => one.name === near);
  const due = meant === undefined ? '' : ` Expected is ( ${written(meant)} ).`;
  return `Element '${written({ namespace, name })}': This element is not expected.${due}`;
};

const keyOf = ({ xpath, message }: XmlMessage): string => `${xpath ?? ''} ${message}`;

/** The children that lack in place of the one that is met too early, and beside one that is out of place all the same. */
const withAbsent = (one: NamedMessage, judged: Judged, model: SchemaModel): readonly NamedMessage[] => {
  if (!isOfChildren(one.message)) return [one];
  const path = one.message.message.includes('Missing child') ? one.path : one.path.slice(0, -1);
  const type = declaredIn(model, judged.tree, path)?.type;
  const parent = path.reduce((node, index) => elementsOf(node)[index] ?? node, judged.tree);
  if (type?.kind !== 'complex') return [one];
  const { constraints, isAll } = absentIn(type, parent, model);
  const message = `Element '${parent.name}': Missing child element(s).`;
  const absent = constraints
    .filter((constraint) => constraint !== one.constraint)
    .map((constraint) => ({
      ...{ constraint, path, type: undefined, at: pathText(judged.tree, path) },
      message: { ...one.message, message },
    }));
  return isAll && !constraints.includes(one.constraint) ? absent : [one, ...absent];
};
