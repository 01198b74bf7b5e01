import { kindOfFile } from '#contract/roles/decodings';
import type { XmlElement, XmlNode } from '#xml/tree';

/** A file in a payload: XML that is still a tree, or bytes. */
export interface DraftFile {
  readonly name: string;
  readonly content: XmlElement | Uint8Array;
}

/** What stands behind the base64 of a node: a zip of files, or one file by itself. */
export interface Payload {
  readonly form: 'zip' | 'single';
  readonly files: readonly DraftFile[];
}

/** A delivery that is still open: a request tree in which holes stand for payloads, and the payloads by the hole's key. */
export interface Draft {
  readonly documentType: string;
  readonly request: XmlElement;
  readonly payloads: Readonly<Record<string, Payload>>;
}

/** A tree of a draft: the request itself, or a file of a payload. */
export type Part = 'request' | { readonly hole: string; readonly file: number };

/** No XML holds this character, so no text can be taken for a hole. */
const edge = '\u0000';
const holes = new RegExp(`${edge}([^${edge}]*)${edge}`, 'g');

/** The text that stands in a request where a payload's base64 will be. */
export const hole = (key: string): string => `${edge}${key}${edge}`;

const nameMark = 'name of ';
const typeMark = 'type of ';

/** The text that stands where the name of a payload's file will be. */
export const nameHole = (key: string): string => hole(nameMark + key);

/** The text that stands where the media type of a payload's file will be: one of those of XML, PDF and anything else. */
export const mediaTypeHole = (key: string, types: readonly [xml: string, pdf: string, other: string]): string =>
  hole(`${typeMark}${key}\n${types.join('\n')}`);

/** What is said of a file where a hole is not for the file itself; undefined where it is. */
export const saidOfFile = (payloads: Draft['payloads'], key: string): string | undefined => {
  const nameOf = (payload: string): string => payloads[payload]?.files[0]?.name ?? '';
  if (key.startsWith(nameMark)) return nameOf(key.slice(nameMark.length));
  if (!key.startsWith(typeMark)) return undefined;
  const [payload = '', ...types] = key.slice(typeMark.length).split('\n');
  return types[kindsOfFile.indexOf(kindOfFile(nameOf(payload), ''))];
};

const kindsOfFile = ['xml', 'pdf', 'anders'] as const;

/** Keys of the payloads that a text has holes for. */
export const holesIn = (text: string): readonly string[] =>
  text.includes(edge) ? [...text.matchAll(holes)].map((match) => match[1] ?? '') : [];

/** Fills the holes of a text. */
export const fillHoles = (text: string, fill: (key: string) => string): string =>
  text.includes(edge) ? text.replaceAll(holes, (_, key: string) => fill(key)) : text;

/** The tree of a part; undefined when it is a file that is not XML. */
export const treeOf = (draft: Draft, part: Part): XmlElement | undefined => {
  if (part === 'request') return draft.request;
  const content = draft.payloads[part.hole]?.files[part.file]?.content;
  return content instanceof Uint8Array ? undefined : content;
};

/** The draft with another tree as one of its parts. */
export const withTree = (draft: Draft, part: Part, tree: XmlElement): Draft => {
  if (part === 'request') return { ...draft, request: tree };
  return changePayload(draft, part.hole, (payload) => ({
    ...payload,
    files: payload.files.map((file, index) => (index === part.file ? { ...file, content: tree } : file)),
  }));
};

/** The draft with one payload changed. */
export const changePayload = (draft: Draft, key: string, change: (payload: Payload) => Payload): Draft => {
  const payload = draft.payloads[key];
  if (payload === undefined)
    throw new Error(`no payload '${key}': the draft has ${Object.keys(draft.payloads).join(', ') || 'none'}`);
  return { ...draft, payloads: { ...draft.payloads, [key]: change(payload) } };
};

/** The tree with every text and attribute value changed; what stays the same is shared. */
export const mapTexts = (tree: XmlElement, change: (text: string) => string): XmlElement => {
  const attributes = mapShared(tree.attributes, (one) => {
    const value = change(one.value);
    return value === one.value ? one : { ...one, value };
  });
  const children = mapShared<XmlNode>(tree.children, (child) =>
    typeof child === 'string' ? change(child) : mapTexts(child, change),
  );
  return attributes === tree.attributes && children === tree.children ? tree : { ...tree, attributes, children };
};

const mapShared = <T>(items: readonly T[], change: (item: T) => T): readonly T[] => {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
};
