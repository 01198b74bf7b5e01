import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { ContractError } from '../folder/contract-error.ts';

/** The namespace of ISO Schematron. */
export const schematronNamespace = 'http://purl.oclc.org/dsdl/schematron';

/** Which elements may stand in which, and their attributes; those in a foreign namespace are free on any element. */
const subset: Readonly<
  Record<string, { readonly children: readonly string[]; readonly attributes: readonly string[] }>
> = {
  schema: {
    children: ['title', 'ns', 'p', 'let', 'pattern', 'diagnostics'],
    attributes: ['queryBinding', 'id', 'schemaVersion'],
  },
  title: { children: [], attributes: [] },
  p: { children: [], attributes: ['id', 'class'] },
  ns: { children: [], attributes: ['prefix', 'uri'] },
  let: { children: [], attributes: ['name', 'value'] },
  pattern: { children: ['title', 'p', 'let', 'rule'], attributes: ['id'] },
  rule: { children: ['let', 'p', 'assert'], attributes: ['context', 'id'] },
  assert: { children: [], attributes: ['id', 'role', 'test', 'diagnostics'] },
  diagnostics: { children: ['diagnostic'], attributes: [] },
  diagnostic: { children: [], attributes: ['id'] },
};

/** Throws `ContractError` with the line of the first thing that the subset does not have. */
export const mustBeInSubset = (schema: XmlElement, file: string): void => {
  if (!isSchematron(schema) || schema.name !== 'schema')
    throw refusal(schema, file, `the root is not sch:schema in ${schematronNamespace}; make it so`);
  const binding = attributeOf(schema, 'queryBinding');
  if (binding !== 'xslt')
    throw refusal(
      schema,
      file,
      `queryBinding is ${binding === undefined ? 'absent' : `"${binding}"`}; only "xslt" is read`,
    );
  mustFit(schema, file);
};

const mustFit = (node: XmlElement, file: string): void => {
  const allowed = subset[node.name] ?? { children: [], attributes: [] };
  const extra = node.attributes.find((one) => one.namespace === '' && !allowed.attributes.includes(one.name));
  if (extra !== undefined)
    throw refusal(node, file, `attribute ${extra.name} of sch:${node.name} is outside the subset; remove it`);
  for (const child of elementsOf(node)) {
    if (!isSchematron(child) || !allowed.children.includes(child.name))
      throw refusal(child, file, `${nameOf(child)} in sch:${node.name} is outside the subset; say it without`);
    mustFit(child, file);
  }
};

/** The value of an attribute; throws `ContractError` when it is absent or blank. */
export const required = (node: XmlElement, name: string, file: string): string => {
  const value = attributeOf(node, name)?.trim() ?? '';
  if (value !== '') return value;
  throw refusal(node, file, `sch:${node.name} has no ${name}; add the attribute`);
};

const isSchematron = (node: XmlElement): boolean => node.namespace === schematronNamespace;

const nameOf = (node: XmlElement): string =>
  isSchematron(node) ? `sch:${node.name}` : `{${node.namespace}}${node.name}`;

const refusal = (node: XmlElement, file: string, sentence: string): ContractError =>
  new ContractError({ file, line: node.line ?? 0 }, sentence);
