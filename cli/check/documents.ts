import { decodeBase64 } from '#judgement/base64';
import type { Finding } from '#judgement/finding';
import { readZip } from '#judgement/zip';
import { placesIn } from '#xml/places';
import type { AsMessage } from './as-message.ts';
import { sourceText } from './source-text.ts';

/** A document that findings are in: the file itself, or one in a payload of it. */
export interface Document {
  /** What comes behind the name of the file: `!inhoud.xml`; empty for the file itself. */
  readonly name: string;
  readonly text: string;
}

/** A document, and the path of a finding in it. */
export interface Target {
  readonly document: Document;
  readonly path: string;
  /** A path in it that is closer. */
  readonly at: string | undefined;
}

/** Tells which document each finding is in. */
export const targetsOf = (file: AsMessage, findings: readonly Finding[]): ReadonlyMap<Finding, Target> => {
  const own: Document = { name: '', text: file.kind === 'zip' ? '' : file.source.text };
  const inside = file.kind === 'content' ? new Map([[contentKey(file), own]]) : payloadsIn(file, findings, own);
  return new Map(findings.map((finding) => [finding, targetOf(file, finding, { own, inside })]));
};

/** What stands before the paths in a document that is the file itself. */
const contentKey = ({ holder = '', inZip }: AsMessage): string => `${holder}!${inZip ?? ''}`;

interface Documents {
  readonly own: Document;
  /** By what their findings have before their paths: `…/InhoudZip!inhoud.xml`. */
  readonly inside: ReadonlyMap<string, Document>;
}

const targetOf = (file: AsMessage, { path, at }: Finding, { own, inside }: Documents): Target => {
  const [key, document] = [...inside]
    .filter(([one]) => path.startsWith(one))
    .reduce<readonly [string, Document]>((best, one) => (one[0].length > best[0].length ? one : best), ['', own]);
  const inDocument = (one: string): string => (key === '' ? ownPath(file, one) : one.slice(key.length));
  const isHere = at !== undefined && at.startsWith(key) && (key !== '' || !at.includes('!'));
  if (document.text === '' && key !== '' && own.text !== '')
    return { document: own, path: ownPath(file, key.slice(0, key.indexOf('!'))), at: undefined };
  return { document, path: inDocument(path), at: isHere ? inDocument(at) : undefined };
};

/** The path of a node of the message in a file that holds the message or a part of it. */
export const ownPath = ({ kind }: AsMessage, path: string): string => {
  if (path === '/') return '';
  if (kind === 'part') return path.replace(/^\/[^/]*/, '');
  return kind === 'envelope' ? `/Envelope/Body${path}` : path;
};

const payloadsIn = (file: AsMessage, findings: readonly Finding[], own: Document): ReadonlyMap<string, Document> => {
  const all = findings.flatMap(({ path }) => (path.includes('!') ? [path.slice(0, path.indexOf('!'))] : []));
  const holders = [...new Set(all)];
  if (holders.length === 0) return new Map();
  const places = placesIn(own.text, new Set(holders.map((holder) => ownPath(file, holder))));
  return new Map(
    holders.flatMap((holder) => {
      const span = places.get(ownPath(file, holder))?.text;
      const bytes = file.packed ?? (span && decodeBase64(own.text.slice(span.start, span.end)));
      return bytes === undefined ? [] : documentsIn(bytes, holder);
    }),
  );
};

/** The files of a zip; what is no zip is one document, named by what holds it. */
const documentsIn = (bytes: Uint8Array, holder: string): readonly (readonly [string, Document])[] => {
  const entries = readZip(bytes, mostBytes);
  if (typeof entries === 'string')
    return [[`${holder}!`, { name: `!${holder.slice(holder.lastIndexOf('/') + 1)}`, text: sourceText(bytes).text }]];
  return entries.map(({ name, content }) => [
    `${holder}!${name}`,
    { name: `!${name}`, text: typeof content === 'string' ? '' : sourceText(content).text },
  ]);
};

const mostBytes = 64 * 1024 * 1024;
