import type { Grounding } from '../grounds/ground.ts';
import { groundNamespace } from '../grounds/grounding.ts';
import { escaped } from './escaped.ts';
import { type Editable, partsOf, withContent, withPart } from './editable.ts';
import type { DescriptionRow } from './rows.ts';

/** A ground that is noted in a schema, and the row that says what rests on it. */
export interface Noted {
  readonly grounding: Grounding;
  readonly row: DescriptionRow;
  /** What rests on it; undefined for all. */
  readonly aspects?: string;
}

/** The text of the ground of a row, as `xs:appinfo` holds it. */
const groundText = (prefix: string, { grounding, row, aspects }: Noted): string => {
  const source = [grounding.source, row.section].filter((one) => one !== undefined && one !== '').join(', ');
  const attributes = Object.entries({ standing: grounding.ground, source, aspects }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [` ${name}="${escaped(value)}"`],
  );
  return `<${prefix}appinfo><g:ground xmlns:g="${groundNamespace}"${attributes.join('')}/></${prefix}appinfo>`;
};

/** An annotation with the ground of a row. */
export const annotation = (prefix: string, noted: Noted): string =>
  `<${prefix}annotation>${groundText(prefix, noted)}</${prefix}annotation>`;

/** The declaration with the ground of a row in its annotation. */
export const withGround = (element: Editable, noted: Noted): Editable => {
  const prefix = prefixOf(element);
  const note = partsOf(element).find(({ name }) => name === 'annotation');
  if (note === undefined) return withContent(element, annotation(prefix, noted), 'first');
  return withPart(element, note, withContent(note, groundText(prefix, noted), 'last'));
};

/** The prefix of XSD in a file, with its colon; empty for the default namespace. */
export const prefixOf = ({ tag, name }: Editable): string => tag.slice(0, tag.length - name.length);
