import type { Field } from './drawn-fields.ts';
import type { DrawnFolder } from './drawn-folder.ts';

/** The namespaces of a drawn contract; the content has none where there is one only. */
export const namespacesOf = ({ namespaces }: Pick<DrawnFolder, 'namespaces'>) =>
  namespaces === 1
    ? { message: 'urn:drawn:message', parts: 'urn:drawn:message', content: undefined }
    : { message: 'urn:drawn:message', parts: 'urn:drawn:parts', content: 'urn:drawn:content' };

/** The prefix that an element has in paths and examples, by how deep it stands: 0 for one right below the root. */
export const prefixAt = (folder: DrawnFolder, place: Field['in'], depth: number): '' | 'm:' | 't:' | 'c:' => {
  if (place === 'content') return folder.namespaces === 2 ? 'c:' : '';
  if (!folder.isQualified) return '';
  return folder.namespaces === 2 && depth > 0 ? 't:' : 'm:';
};

/** The XPath of some steps of a field, from one that stands so deep. */
export const xpathOf = (folder: DrawnFolder, field: Field, [from, to]: readonly [number, number]): string => {
  const elements = field.path.map((name, depth) => prefixAt(folder, field.in, depth) + name);
  const all = field.attribute === undefined ? elements : [...elements, `@${field.attribute}`];
  return all.slice(from, to).join('/');
};
