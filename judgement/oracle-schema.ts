import type { Contract } from '#contract/contract';
import type { Ground } from '#contract/grounds/ground';
import { aspectOf } from '#contract/schema-texts/schema-fault';
import { schemaText } from '#contract/schema-texts/schema-text';
import { dateWhy } from '#contract/schema-texts/date-text';
import { geometryWhy } from '#contract/schema-texts/geometry-text';
import { patternIn } from '#contract/schema-texts/pattern-beginnings';
import { listedValues } from '#contract/schema-texts/listed-values';
import { valueLike } from '#contract/schema-texts/nearest-values';
import { formOf, isList } from '#contract/schema-texts/type-forms';
import { valueIn } from '#contract/schema-texts/value-texts';
import type { OpenElement } from '#xml/document';
import type { QName } from '#xml/qname';
import { toTree } from '#xml/parse';
import { compileXPath, nodesOf } from '#xml/xpath';
import type { SchemaModel, SimpleType } from '#xml/schema/model';
import { type NamedMessage, nameMessages } from '#xml/schema/naming';
import { readSchema } from '#xml/schema/read';
import { compileSchema } from '#xml/validator';
import type { XmlMessage } from '#xml/xml-error';
import { behindReader, isOfChildren } from './behind-structure.ts';
import type { Finding, Why } from './finding.ts';

/** Where an element stands that is judged as the root of its own document. */
export interface Standing {
  /** Path in front of the element's own. */
  readonly prefix: string;
  /** Elements above it in its document. */
  readonly depth: number;
  /** Ground of what the contract lists no constraint for. */
  readonly otherwise: Ground;
  /** Whether what stands behind a child that is out of place is looked at as well. */
  readonly isClose?: boolean | undefined;
}

/** What a schema finds wrong with an element. */
export interface SchemaFound {
  readonly findings: readonly Finding[];
  /** Whether there was so much of it that what stands behind the last finding is no longer in the document. */
  readonly isCut: boolean;
}

/** A schema that judges elements and names what they break by the contract's constraints. */
export interface SchemaJudge {
  /** Throws `XmlGaveUp` when the library can't tell. */
  readonly judge: (element: OpenElement, standing: Standing) => SchemaFound;
  /** The same in one word, which takes a part of the time. */
  readonly isValid: (element: OpenElement) => boolean;
  /** The finding that an element is not the root it must be. */
  readonly wrongRoot: (element: OpenElement, expected: QName, standing: Standing) => Finding;
  readonly dispose: () => void;
}

/** Messages about one document after which the rest is not looked at: each costs time, and nobody reads so many. */
const mostMessages = 1000;

/** Compiles a schema of a contract; throws `XmlError` or `SchemaError`. */
export const schemaJudge = (contract: Contract, schema: string): SchemaJudge => {
  const validator = compileSchema(contract.files, schema);
  const model = readSchema(contract.files, schema);
  const behind = behindReader(contract, schema, model);
  const escaped = compileXPath("descendant-or-self::*[text()[contains(., '</') and contains(., '>')]]");
  const grounds = new Map(contract.constraints.map(({ id, ground }) => [id, ground]));
  const finding = (named: Named, { prefix, otherwise }: Standing): Finding => ({
    constraint: named.constraint,
    severity: 'error',
    ground: grounds.get(named.constraint) ?? otherwise,
    path: prefix + named.at,
    line: named.message.line,
    text: schemaText(named),
    ...aboutOf(named),
  });
  const judgeStructure: SchemaJudge['judge'] = (element, standing) => {
    const messages = validator.validateElement(element, mostMessages);
    if (messages.length === 0) return { findings: [], isCut: false };
    const isCut = messages.length >= mostMessages;
    const { depth, isClose } = standing;
    if (isClose !== true || !messages.some(isOfChildren))
      return { findings: namesOf(model, element, { messages, depth }).map((one) => finding(one, standing)), isCut };
    const { named, isHidden } = behind.read(element, { messages, depth, most: mostMessages });
    return { findings: named.map((one) => ({ ...finding(one, standing), ...hidesOf(one, isHidden) })), isCut };
  };
  return {
    judge: (element, standing) => {
      const found = judgeStructure(element, standing);
      const holders = found.findings.some(isOfText) ? nodesOf(escaped.evaluate(element)) : [];
      const lines = new Set(holders.map(({ line }) => line));
      return {
        ...found,
        findings: found.findings.map((one) => (isOfText(one) && lines.has(one.line) ? asEscaped(one) : one)),
      };
    },
    isValid: (element) => validator.validateElement(element).length === 0,
    wrongRoot: (element, expected, standing) => finding(rootFault(model, element, expected), standing),
    dispose: () => {
      validator.dispose();
      escaped.dispose();
      behind.dispose();
    },
  };
};

const isOfText = ({ constraint }: Finding): boolean => aspectOf(constraint) === 'text';

/** Of stray text that is markup itself. */
const asEscaped = (finding: Finding): Finding => {
  const name = finding.path.slice(finding.path.lastIndexOf('/') + 1);
  return {
    ...finding,
    why: 'escaped',
    text: {
      nl: `Wat in ${name} hoort, staat er als tekst in: geëscapet (&lt;) of in CDATA. Zet het er als elementen in.`,
      en: `What belongs in ${name} stands in it as text: escaped (&lt;) or in CDATA. Put it there as elements.`,
    },
  };
};

const hidesOf = ({ message }: Named, isHidden: boolean): Pick<Finding, 'hides'> =>
  isHidden && isOfChildren(message) ? { hides: true } : {};

type Named = Pick<NamedMessage, 'constraint' | 'at' | 'message' | 'type'>;

interface Messages {
  readonly messages: readonly XmlMessage[];
  readonly depth: number;
}

const namesOf = (model: SchemaModel, element: OpenElement, { messages, depth }: Messages): readonly NamedMessage[] =>
  nameMessages(model, { tree: toTree(element), depth }, messages);

/** A value of a list or a date is told apart: other requirements ask for those. */
const aboutOf = (named: Named): About => {
  const { constraint, type, message } = named;
  const aspect = aspectOf(constraint);
  if (aspect === 'content' && message.message.includes('not expected')) return { why: 'misplaced' };
  if (type === undefined) return {};
  const value = valueIn(named);
  if (aspect === 'minLength' && value.trim() === '') return { why: 'no-value' };
  if (!/^(?:enumeration|type|pattern)$/.test(aspect)) return {};
  const listed = listedValues(type);
  return listed.values.length > 0
    ? { about: 'list', ...whyUnlisted(value, listed) }
    : aboutForm(value, { aspect, type, message: message.message });
};

type About = Pick<Finding, 'about' | 'why' | 'mark'>;

interface OfForm {
  readonly aspect: string;
  readonly type: SimpleType;
  readonly message: string;
}

const aboutForm = (value: string, { aspect, type, message }: OfForm): About => {
  const { name } = formOf(type, message);
  if (name === 'date') return { about: 'date', why: unlessEmpty(value, dateWhy(value)) };
  const drawn = geometryWhy(value, patternIn(message));
  if (drawn !== undefined) return drawn;
  const mark = isList(type) && aspect === 'type' ? { mark: value } : {};
  return { ...mark, ...(isNumber(name) ? { why: unlessEmpty(value, 'number') } : {}) };
};

const whyUnlisted = (value: string, { values, list }: ReturnType<typeof listedValues>): Pick<Finding, 'why'> => {
  if (valueLike(value, list) !== undefined) return { why: 'look-alike' };
  return isCode(value) && !values.some(isCode) ? { why: 'code' } : {};
};

/** A number or identification, such as that of a municipality by CBS or TOOI. */
const isCode = (value: string): boolean => /^\s*(?:[a-z]{0,3}\d+|https?:\/\/\S+)\s*$/i.test(value);

/** What is empty has no form that could be wrong. */
const unlessEmpty = (value: string, why: Why): Why => (value.trim() === '' ? 'no-value' : why);

const isNumber = (name: string): boolean =>
  /^(?:decimal|double|float)$|[iI]nteger$|^unsigned|^(?:long|int|short|byte)$/.test(name);

/** Worded as libxml2 would, with what is expected. */
const rootFault = (model: SchemaModel, { name, namespaceUri, line }: OpenElement, expected: QName): Named => {
  const written = (one: QName): string => (one.namespace === '' ? one.name : `{${one.namespace}}${one.name}`);
  return {
    constraint: model.root,
    at: `/${name}`,
    message: {
      message: `Element '${written({ name, namespace: namespaceUri })}': This is not the root. Expected is ( ${written(expected)} ).`,
      ...{ line, file: undefined, xpath: undefined },
    },
    type: undefined,
  };
};
