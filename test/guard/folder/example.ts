import { zipSync } from 'fflate';
import type { Field, Part } from './drawn-fields.ts';
import type { DrawnFolder } from './drawn-folder.ts';
import { namespacesOf, prefixAt } from './names.ts';
import { type Tree, treeOf } from './tree.ts';

/** A delivery of a document type that has every field. */
export const exampleOf = (folder: DrawnFolder, type: string): string => {
  const { message, parts } = namespacesOf(folder);
  const values = valuesOf(folder, type);
  const inner = inside(treeOf(folder, 'message'), { folder, place: 'message', values }, 0);
  const attributes = attributesOf(treeOf(folder, 'message'), values);
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${folder.request} xmlns:m="${message}" xmlns:t="${parts}"${attributes}>${inner}</m:${folder.request}></s:Body></s:Envelope>`;
};

interface Writing {
  readonly folder: DrawnFolder;
  readonly place: Field['in'];
  readonly values: Readonly<Record<Part, string>>;
}

const valuesOf = (folder: DrawnFolder, documentType: string): Readonly<Record<Part, string>> => {
  const values = {
    ...{ documentType, reference: 'Z-2026-1', title: 'Kap eik', medium: folder.media?.[0] ?? 'Gemeenteblad' },
    ...{ authority: 'Woerden', authorityKind: 'gemeente', publisher: 'Zeist', publisherKind: 'gemeente' },
    ...{ publicationDate: '2026-12-01', rectifies: 'gmb-2026-1', notice: 'Een alinea.', text: 'Tekst.', content: '' },
  };
  return { ...values, content: contentOf(folder, values) };
};

const contentOf = (folder: DrawnFolder, values: Readonly<Record<Part, string>>): string => {
  const { content } = namespacesOf(folder);
  const tree = treeOf(folder, 'content');
  const [prefix, declared] = content === undefined ? ['', ''] : ['c:', ` xmlns:c="${content}"`];
  const inner = inside(tree, { folder, place: 'content', values }, 0);
  const text = `<${prefix}${folder.root}${declared}${attributesOf(tree, values)}>${inner}</${prefix}${folder.root}>`;
  const bytes = Buffer.from(text);
  return Buffer.from(folder.decode === 'xml' ? bytes : zipSync({ 'inhoud.xml': bytes })).toString('base64');
};

const inside = ({ part, children }: Tree, writing: Writing, depth: number): string =>
  part === undefined ? children.map((child) => elementOf(child, writing, depth)).join('') : writing.values[part];

const elementOf = (tree: Tree, writing: Writing, depth: number): string => {
  const name = prefixAt(writing.folder, writing.place, depth) + tree.name;
  return `<${name}${attributesOf(tree, writing.values)}>${inside(tree, writing, depth + 1)}</${name}>`;
};

const attributesOf = ({ attributes }: Tree, values: Writing['values']): string =>
  attributes.map(({ name, part }) => ` ${name}="${values[part]}"`).join('');
