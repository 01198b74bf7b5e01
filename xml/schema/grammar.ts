import { attributeOf, elementsOf, type XmlElement } from '../tree.ts';
import { lexicals, note, rules, type Rule } from './grammar-table.ts';
import type { Place } from '../place.ts';
import { xmlNamespace, xsd } from './names.ts';
import { SchemaError } from './schema-error.ts';

/** Checks that a schema document is written as the schema for schemas has it (part 1, appendix A); throws `SchemaError`. */
export const checkGrammar = (root: XmlElement, file: string): void => {
  const ids = new Set<string>();
  const visit = (element: XmlElement, parent: XmlElement | undefined): void => {
    const place = { file, line: element.line ?? 0 };
    checkElement(element, parent, place);
    const id = attributeOf(element, 'id')?.trim();
    if (id !== undefined && ids.has(id)) throw refusal(element, place, `the id '${id}' is given twice`);
    if (id !== undefined) ids.add(id);
    for (const child of elementsOf(element))
      if (element.name === 'annotation') checkNote(child, file);
      else visit(child, element);
  };
  visit(root, undefined);
};

const refusal = (element: XmlElement, place: Place, reason: string): SchemaError => {
  const name = attributeOf(element, 'name') ?? attributeOf(element, 'ref');
  return new SchemaError(`xs:${element.name}${name === undefined ? '' : ` '${name}'`}`, place, reason);
};

const checkElement = (element: XmlElement, parent: XmlElement | undefined, place: Place): void => {
  const rule = ruleFor(element, parent);
  if (rule === undefined) throw refusal(element, place, `it may not stand in xs:${parent?.name ?? 'schema'}`);
  checkAttributes(element, rule, place);
  if (isNameless(element)) throw refusal(element, place, 'it has neither public nor system (part 1, 3.12.1)');
  if (element.children.some((child) => typeof child === 'string' && child.trim() !== ''))
    throw refusal(element, place, 'it holds text, which belongs in xs:documentation');
  const tags = elementsOf(element).map((child) => `${child.namespace === xsd ? child.name : '?'} `);
  if (!contentOf(rule).test(tags.join('')))
    throw refusal(element, place, 'what stands in it is not what may, or not in that order');
  const other = exclusions.find(({ breaks }) => breaks(element, parent));
  if (other !== undefined) throw refusal(element, place, other.reason);
};

/** What stands in a note is free; what it names as its source and language is not. */
const checkNote = (element: XmlElement, file: string): void => {
  const place = { file, line: element.line ?? 0 };
  checkAttributes(element, note, place);
  const language = element.name === 'documentation' ? attributeOf(element, 'lang', xmlNamespace) : undefined;
  if (language !== undefined && lexicals['language']?.test(language.trim()) !== true)
    throw refusal(element, place, `its xml:lang is '${language}'`);
};

const ruleFor = (element: XmlElement, parent: XmlElement | undefined): Rule | undefined => {
  const global = parent?.name === 'schema' || parent?.name === 'redefine';
  const inGlobalGroup = parent?.name === 'group' && attributeOf(parent, 'ref') === undefined;
  const keys = [
    ...(global ? [`global ${element.name}`] : []),
    ...(parent !== undefined && (parent.name !== 'group' || inGlobalGroup)
      ? [`${element.name} in ${parent.name}`]
      : []),
    element.name,
  ];
  const key = keys.find((one) => Object.hasOwn(rules, one));
  return key === undefined ? undefined : rules[key];
};

interface Allowed {
  readonly kind: string;
  readonly required: boolean;
}

const allowed = new Map<Rule, ReadonlyMap<string, Allowed>>();

const allowedBy = (rule: Rule): ReadonlyMap<string, Allowed> => {
  const entries = `${rule === note ? '' : 'id:name'} ${rule.attributes}`.trim().split(' ');
  const known =
    allowed.get(rule) ??
    new Map(
      entries.map((one) => {
        const [name = '', kind = 'text'] = one.split(':');
        return [name.replace('!', ''), { kind, required: name.endsWith('!') }] as const;
      }),
    );
  allowed.set(rule, known);
  return known;
};

const checkAttributes = (element: XmlElement, rule: Rule, place: Place): void => {
  const known = allowedBy(rule);
  for (const { name, namespace, value } of element.attributes) {
    const own = known.get(name);
    if (namespace === xsd || (namespace === '' && own === undefined))
      throw refusal(element, place, `it has an attribute '${name}', which may not stand there`);
    if (namespace === '' && own !== undefined && lexicals[own.kind]?.test(trimmed(own.kind, value)) !== true)
      throw refusal(element, place, `its ${name} is '${value}'`);
  }
  for (const [name, { required }] of known)
    if (required && attributeOf(element, name) === undefined) throw refusal(element, place, `it has no '${name}'`);
};

/** A notation that nothing identifies. */
const isNameless = (element: XmlElement): boolean =>
  element.name === 'notation' && ['public', 'system'].every((name) => attributeOf(element, name) === undefined);

const trimmed = (kind: string, value: string): string => (kind === 'text' ? value : value.trim());

const contents = new Map<Rule, RegExp>();

const contentOf = (rule: Rule): RegExp => {
  const known =
    contents.get(rule) ?? new RegExp(`^(?:${rule.content.replace(/\w+/g, '(?:$& )').replace(/ (?!\))/g, '')})$`);
  contents.set(rule, known);
  return known;
};

interface Exclusion {
  readonly breaks: (element: XmlElement, parent: XmlElement | undefined) => boolean;
  readonly reason: string;
}

const has = (element: XmlElement, ...names: readonly string[]): boolean =>
  names.some((name) => attributeOf(element, name) !== undefined);

const holds = (element: XmlElement, ...tags: readonly string[]): boolean =>
  elementsOf(element).some(({ name }) => tags.includes(name));

/** What the schema for schemas can't say (part 1, 3.2.3, 3.3.3, 3.14.3 and others). */
const exclusions: readonly Exclusion[] = [
  {
    breaks: (one) => (one.name === 'element' || one.name === 'attribute') && has(one, 'default') && has(one, 'fixed'),
    reason: "it has both 'default' and 'fixed'",
  },
  {
    breaks: (one) => (one.name === 'element' || one.name === 'attribute') && has(one, 'name') === has(one, 'ref'),
    reason: "it needs either 'name' or 'ref'",
  },
  {
    breaks: (one) =>
      has(one, 'ref') &&
      (has(one, 'type', 'nillable', 'form', 'block') ||
        (one.name === 'element' && has(one, 'default', 'fixed')) ||
        holds(one, 'simpleType', 'complexType', 'key', 'unique', 'keyref')),
    reason: "beside 'ref' it says what the declaration must say",
  },
  {
    breaks: (one) => has(one, 'type') && holds(one, 'simpleType', 'complexType'),
    reason: "it has both 'type' and a type of its own",
  },
  {
    breaks: (one) =>
      one.name === 'attribute' && has(one, 'default') && (attributeOf(one, 'use') ?? 'optional').trim() !== 'optional',
    reason: "an attribute with a 'default' is optional",
  },
  {
    breaks: (one, parent) =>
      one.name === 'restriction' && parent?.name === 'simpleType' && has(one, 'base') === holds(one, 'simpleType'),
    reason: "it needs either 'base' or an xs:simpleType",
  },
  {
    breaks: (one) => one.name === 'list' && has(one, 'itemType') === holds(one, 'simpleType'),
    reason: "it needs either 'itemType' or an xs:simpleType",
  },
  {
    breaks: (one) =>
      one.name === 'union' && !holds(one, 'simpleType') && (attributeOf(one, 'memberTypes') ?? '').trim() === '',
    reason: 'it has no member types',
  },
  {
    breaks: (one) => one.name === 'attribute' && attributeOf(one, 'name')?.trim() === 'xmlns',
    reason: "no attribute is called 'xmlns' (part 1, 3.2.6)",
  },
  {
    breaks: (one) => one.name === 'schema' && attributeOf(one, 'targetNamespace')?.trim() === '',
    reason: 'its targetNamespace is empty; leave it out',
  },
];
