import { createHash } from 'node:crypto';
import type { Contract } from '#contract/contract';
import { decodeBase64 } from '#judgement/base64';
import { type ZipEntry, readZip } from '#judgement/zip';
import { parseTree } from '#xml/parse';
import { plainStyle, serialize } from '#xml/serialize';
import { type XmlElement, type XmlNode, element } from '#xml/tree';
import { XmlError } from '#xml/xml-error';

/**
 * A message with one element a line, for people to compare: what stands packed in it is unpacked, and what no person reads is named by
 * its size and hash. Bytes that are no XML are shown as they are.
 */
export const readableMessage = ({ namespaces, limits }: Contract, message: Uint8Array): string => {
  const tree = treeOf(message);
  if (tree === undefined) return Buffer.from(message).toString('utf8');
  const whole = unpackedIn(tree, limits.contentBytes);
  return serialize(whole, { ...plainStyle({ ...namespaces }), between: () => '\n' });
};

const treeOf = (bytes: Uint8Array): XmlElement | undefined => {
  try {
    return parseTree(bytes);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

const unpackedIn = (node: XmlElement, limit: number): XmlElement => ({
  ...node,
  children: node.children.flatMap((child): readonly XmlNode[] =>
    typeof child === 'string' ? unpacked(child, limit) : [unpackedIn(child, limit)],
  ),
});

/** How a zip and a PDF begin, in base64. */
const packed = /^\s*(?:UEsD|JVBER)/;

const unpacked = (text: string, limit: number): readonly XmlNode[] => {
  const bytes = packed.test(text) ? decodeBase64(text) : undefined;
  if (bytes === undefined) return [text];
  const entries = readZip(bytes, limit);
  return typeof entries === 'string' ? [named(bytes)] : entries.map(entryOf);
};

const entryOf = ({ name, content }: ZipEntry): XmlElement => {
  const attributes = [{ name: 'name', namespace: '', value: name }];
  if (typeof content === 'string') return element('', 'entry', [content], attributes);
  return element('', 'entry', [treeOf(content) ?? named(content)], attributes);
};

const named = (bytes: Uint8Array): string =>
  `${String(bytes.length)} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}…`;
