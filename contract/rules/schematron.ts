import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { Bilingual } from '../texts/bilingual.ts';
import type { Rule, RuleVariable } from '../contract.ts';
import type { Place } from '#xml/place';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { readDiagnostics } from './diagnostics.ts';
import { groundNamespace, toGrounding } from '../grounds/grounding.ts';
import { parseUtf8File } from '../folder/parse-file.ts';
import { type Namespaces } from '../folder/qname.ts';
import { mustBeInSubset, required } from './schematron-subset.ts';
import { checkPlaced } from '../xpath/placed.ts';
import { type XPathType } from '../xpath/functions.ts';

/** What a Schematron file says: its rules, and the namespaces that their expressions use. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly namespaces: Namespaces;
}

/** The lets that are in scope, with the types of their values. */
interface Scope {
  readonly file: string;
  readonly namespaces: Namespaces;
  readonly lets: readonly RuleVariable[];
  readonly types: ReadonlyMap<string, XPathType>;
  readonly texts: ReadonlyMap<string, Bilingual>;
}

/** Reads the Schematron subset of the design; throws `ContractError` with the line of what is outside it. */
export const readRules = (file: string, bytes: Uint8Array): RuleBook => rulesIn(parseUtf8File(file, bytes), file);

/** Reads rules from a tree; throws `ContractError` with the line of what is outside the subset. */
export const rulesIn = (schema: XmlElement, file: string): RuleBook => {
  mustBeInSubset(schema, file);
  const namespaces = namespacesOf(schema, file);
  const empty: Scope = {
    file,
    namespaces,
    lets: [],
    types: new Map(),
    texts: readDiagnostics(schema, mustBeUnique(schema, file), file),
  };
  const scope = withLets(empty, schema, 'document');
  const rules = attemptEach(named(schema, 'pattern'), (pattern) => rulesOf(pattern, scope)).flat();
  return { rules, namespaces };
};

const namespacesOf = (schema: XmlElement, file: string): Namespaces =>
  Object.fromEntries(
    named(schema, 'ns').map((ns) => [required(ns, 'prefix', file), required(ns, 'uri', file)] as const),
  );

const rulesOf = (pattern: XmlElement, outer: Scope): readonly Rule[] => {
  const scope = withLets(outer, pattern, 'document');
  const rules = named(pattern, 'rule');
  const contexts = attemptEach(rules, (rule) => contextOf(rule, scope));
  const read = attemptEach(rules, (rule, index) => {
    const inner = withLets(scope, rule, 'context');
    const selects = { context: contexts[index] ?? '', unless: contexts.slice(0, index) };
    return attemptEach(named(rule, 'assert'), (assert) => toRule(assert, selects, inner));
  });
  return read.flat();
};

const contextOf = (rule: XmlElement, { file, namespaces }: Scope): string => {
  const context = required(rule, 'context', file);
  const place = placeOf(rule, file);
  const { absolute } = checkPlaced(context, { prefixes: Object.keys(namespaces), variables: new Map() }, place);
  if (absolute) return context;
  throw new ContractError(place, `context "${context}" does not begin at the root; begin it with / or //`);
};

const toRule = (assert: XmlElement, selects: Pick<Rule, 'context' | 'unless'>, scope: Scope): Rule => {
  const { file, lets } = scope;
  const place = placeOf(assert, file);
  const id = required(assert, 'id', file);
  const test = required(assert, 'test', file);
  checkPlaced(test, { prefixes: Object.keys(scope.namespaces), variables: scope.types }, place);
  const text = textOf(assert, id, scope);
  const grounding = groundOf(assert, id, place);
  return { id, severity: severityOf(assert, id, place), ...selects, test, lets, text, place, ...grounding };
};

const severityOf = (assert: XmlElement, id: string, place: Place): Rule['severity'] => {
  const role = attributeOf(assert, 'role');
  if (role === 'error' || role === 'warning') return role;
  const what = role === undefined ? 'no role' : `role "${role}"`;
  throw new ContractError(place, `rule ${id} has ${what}; give it error or warning`);
};

const groundOf = (assert: XmlElement, id: string, place: Place): ReturnType<typeof toGrounding> => {
  const standing = attributeOf(assert, 'standing', groundNamespace);
  if (standing === undefined) throw new ContractError(place, `rule ${id} has no ground; add g:standing and g:source`);
  return toGrounding(standing, attributeOf(assert, 'source', groundNamespace), place);
};

const textOf = (assert: XmlElement, id: string, scope: Scope): Bilingual => {
  const place = placeOf(assert, scope.file);
  const given = (attributeOf(assert, 'diagnostics') ?? '').split(/\s+/).filter((name) => name !== '');
  const missing = [`${id}.nl`, `${id}.en`].find((name) => !given.includes(name));
  if (missing !== undefined)
    throw new ContractError(place, `rule ${id} does not name the diagnostic "${missing}"; add it to diagnostics`);
  const text = scope.texts.get(id);
  if (text === undefined)
    throw new ContractError(place, `rule ${id} has no text; add the diagnostics ${given.join(' and ')}`);
  return text;
};

const withLets = (scope: Scope, parent: XmlElement, at: RuleVariable['at']): Scope =>
  named(parent, 'let').reduce((inner, one) => withLet(inner, one, at), scope);

const withLet = (scope: Scope, node: XmlElement, at: RuleVariable['at']): Scope => {
  const { file, lets, namespaces, types } = scope;
  const [name, value] = [required(node, 'name', file), required(node, 'value', file)];
  const place = placeOf(node, file);
  if (types.has(name)) throw new ContractError(place, `variable "${name}" is defined twice; rename one`);
  const { type } = checkPlaced(value, { prefixes: Object.keys(namespaces), variables: types }, place);
  return { ...scope, lets: [...lets, { name, value, at }], types: new Map([...types, [name, type]]) };
};

/** Held against the asserts before they are read one by one, since the second of two has no text of its own. */
const mustBeUnique = (schema: XmlElement, file: string): readonly string[] => {
  const seen = new Set<string>();
  const asserts = named(schema, 'pattern').flatMap((pattern) =>
    named(pattern, 'rule').flatMap((rule) => named(rule, 'assert')),
  );
  attemptEach(asserts, (assert) => {
    const id = required(assert, 'id', file);
    if (seen.has(id)) throw new ContractError(placeOf(assert, file), `rule id "${id}" is used twice; rename one`);
    seen.add(id);
  });
  return [...seen];
};

const named = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.name === name);

const placeOf = (node: XmlElement, file: string): Place => ({ file, line: node.line ?? 0 });
