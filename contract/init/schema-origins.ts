import { parseTree } from '#xml/parse';
import type { Place } from '#xml/place';
import { elementsOf, type XmlElement } from '#xml/tree';

/** A schema as it was written, with the tree that it was written from, whose lines are those of the document it was found in. */
export interface WrittenSchema {
  readonly file: string;
  readonly text: string;
  readonly tree: XmlElement;
  readonly source: Place;
}

/** Tells places of schemas that were written by where they stand in what was given; other text stays. */
export const bySource = (schemas: readonly WrittenSchema[], text: string): string =>
  schemas.reduce(
    (told, schema) =>
      told.replace(placesOf(schema.file), (_, before: string, line = '') => before + sourceOf(schema, Number(line))),
    text,
  );

/** Whether a sentence begins with the place of one of these schemas. */
export const isOfSchema = (schemas: readonly WrittenSchema[], text: string): boolean =>
  schemas.some(({ file }) => text.startsWith(`${file}:`));

const placesOf = (file: string): RegExp =>
  new RegExp(`(^|[\\s("])${file.replaceAll(/[^\w-]/g, String.raw`\$&`)}(?::(\\d+)|(?=: ))`, 'g');

const sourceOf = ({ text, tree, source }: WrittenSchema, line: number): string => {
  const [written, found] = [inOrder(parseTree(Buffer.from(text))), inOrder(tree)];
  const before = written.findLastIndex((one) => (one.line ?? 0) <= line);
  const known = found.slice(0, before + 1).findLast((one) => one.line !== undefined);
  return `${source.file}:${String(known?.line ?? source.line)}`;
};

const inOrder = (element: XmlElement): readonly XmlElement[] => [element, ...elementsOf(element).flatMap(inOrder)];
