import { attributeOf, elementsOf, textOf, type XmlAttribute, type XmlElement, type XmlNode } from '#xml/tree';
import { xpathTokens } from '#xml/xpath-tokens';
import { XPathError } from '#xml/xpath-error';
import { groundNamespace } from '../grounds/grounding.ts';
import { parseFile } from '../folder/parse-file.ts';
import { rulesIn, type RuleBook } from './schematron.ts';
import { schematronNamespace } from './schematron-subset.ts';

/**
 * Reads the rules of anybody: ISO Schematron without what a contract asks for on top. Ids, roles, grounds and texts in both
 * languages are filled in, contexts are looked for anywhere, `report` is an `assert` the other way round. Throws `ContractError`
 * with the line of what is outside the subset all the same.
 */
export const readPlainRules = (file: string, bytes: Uint8Array): RuleBook =>
  rulesIn(completed(parseFile(file, bytes)), file);

const completed = (schema: XmlElement): XmlElement => {
  if (schema.name !== 'schema' || schema.namespace !== schematronNamespace) return schema;
  const known = diagnosticsIn(schema);
  const made: XmlElement[] = [];
  let count = 0;
  const complete = (node: XmlElement): XmlElement => {
    if (node.name === 'diagnostics') return { ...node, children: [] };
    if (node.name !== 'assert' && node.name !== 'report') return withChildren(plain(node), complete);
    count += 1;
    const id = attributeOf(node, 'id')?.trim() ?? `assert-${String(count)}`;
    made.push(...languages.map((language) => known.get(`${id}.${language}`) ?? diagnostic(node, id, language)));
    return assertOf(node, id);
  };
  const whole = withAttributes(withChildren(plain(schema), complete), {
    queryBinding: attributeOf(schema, 'queryBinding') ?? 'xslt',
  });
  const others = whole.children.filter((child) => typeof child === 'string' || child.name !== 'diagnostics');
  const diagnostics: XmlElement = { ...emptied(schema), name: 'diagnostics', children: made };
  return { ...whole, children: [...others, diagnostics] };
};

const languages = ['nl', 'en'] as const;

const diagnosticsIn = (schema: XmlElement): ReadonlyMap<string, XmlElement> =>
  new Map(
    elementsOf(schema)
      .filter(({ name }) => name === 'diagnostics')
      .flatMap(elementsOf)
      .filter((one) => xmlLang(one) !== undefined && textOf(one).trim() !== '')
      .map((one) => [attributeOf(one, 'id') ?? '', one]),
  );

const xml = 'http://www.w3.org/XML/1998/namespace';
const xmlLang = (node: XmlElement): string | undefined => attributeOf(node, 'lang', xml);

/** An element of the same line, with nothing in it. */
const emptied = ({ namespace, name, line }: XmlElement): XmlElement => ({
  namespace,
  name,
  attributes: [],
  children: [],
  ...(line === undefined ? {} : { line }),
});

const diagnostic = (assert: XmlElement, id: string, language: string): XmlElement => ({
  ...emptied(assert),
  name: 'diagnostic',
  attributes: [
    { namespace: '', name: 'id', value: `${id}.${language}` },
    { namespace: xml, name: 'lang', value: language },
  ],
  children: [said(assert) || id],
});

/** What an assert says, with the expressions that are to be filled in between braces. */
const said = (assert: XmlElement): string =>
  assert.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return textOf(child) || `{${attributeOf(child, 'select') ?? attributeOf(child, 'path') ?? child.name}}`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const assertOf = (node: XmlElement, id: string): XmlElement => {
  const test = attributeOf(node, 'test');
  const others = node.children.filter((child) => typeof child !== 'string' && !insideText.has(child.name));
  return withAttributes(
    { ...plain(node), name: 'assert', children: [said(node), ...others] },
    {
      id,
      role: roleOf(attributeOf(node, 'role')),
      diagnostics: languages.map((language) => `${id}.${language}`).join(' '),
      ...(node.name === 'report' && test !== undefined ? { test: `not(${test})` } : {}),
    },
    [
      {
        namespace: groundNamespace,
        name: 'standing',
        value: attributeOf(node, 'standing', groundNamespace) ?? 'assumed',
      },
    ],
  );
};

/** Elements that format the text of an assert. */
const insideText: ReadonlySet<string> = new Set(['name', 'value-of', 'emph', 'span', 'dir']);

const roleOf = (role: string | undefined): string => (/^(?:warn|info)/i.test(role ?? '') ? 'warning' : 'error');

/** Attributes that say nothing of what a rule demands. */
const notes: ReadonlySet<string> = new Set(['flag', 'see', 'icon', 'fpi']);

/** Without notes, and with a context that begins at the root. */
const plain = (node: XmlElement): XmlElement => ({
  ...node,
  attributes: node.attributes
    .filter(
      ({ namespace, name }) => namespace !== '' || (!notes.has(name) && !(node.name === 'rule' && name === 'role')),
    )
    .map((one) => (node.name === 'rule' && one.name === 'context' ? { ...one, value: anywhere(one.value) } : one)),
});

/** A pattern of XSLT as a path: what does not begin at the root is looked for everywhere. */
const anywhere = (context: string): string => {
  try {
    const bars = xpathTokens(context).filter(
      ({ text, depth, kind }) => kind === 'symbol' && text === '|' && depth === 0,
    );
    const ends = [...bars.map(({ offset }) => offset), context.length];
    const parts = ends.map((end, index) => context.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end).trim());
    return parts.map((part) => (part.startsWith('/') || part === '' ? part : `//${part}`)).join(' | ');
  } catch (error) {
    if (error instanceof XPathError) return context;
    throw error;
  }
};

const withChildren = (node: XmlElement, change: (child: XmlElement) => XmlElement): XmlElement => ({
  ...node,
  children: node.children.map((child): XmlNode => (typeof child === 'string' ? child : change(child))),
});

const withAttributes = (
  node: XmlElement,
  values: Readonly<Record<string, string>>,
  more: readonly XmlAttribute[] = [],
): XmlElement => {
  const set = Object.entries(values).map(([name, value]): XmlAttribute => ({ namespace: '', name, value }));
  const all = [...set, ...more];
  const others = node.attributes.filter(
    (one) => !all.some(({ namespace, name }) => namespace === one.namespace && name === one.name),
  );
  return { ...node, attributes: [...others, ...all] };
};
