import { boundTo } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import { soapNamespace } from '#judgement/answer';
import { readZip } from '#judgement/zip';
import type { ZipFlaw } from '#judgement/zip-flaws';
import { OpenElement, withDocument } from '#xml/document';
import { plainStyle, serialize } from '#xml/serialize';
import { parseTree } from '#xml/parse';
import { element } from '#xml/tree';
import { withHeader } from './messages.ts';
import { flawedBase64 } from './payload/flawed-zip.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A message with one more header block, behind a document type declaration; `reference` stands in the block. */
const declaring = (message: Uint8Array, { subset, reference }: { subset: string; reference: string }): Uint8Array => {
  const mark = '3pas-conformance-entity';
  const root = parseTree(message);
  const block = element('urn:3pas-conformance', 'Onbekend', [mark]);
  const text = serialize(withHeader(root, block), plainStyle({ soap: soapNamespace }));
  return encoder.encode(`<!DOCTYPE soap:Envelope [${subset}]>${text.replace(mark, reference)}`);
};

/** A document type declaration that declares nothing. */
export const documentTypeDeclaration = (message: Uint8Array): Uint8Array =>
  declaring(message, { subset: '', reference: 'leeg' });

/** Nine levels of ten references each: a thousand million characters when expanded. */
export const entityExpansion = (message: Uint8Array): Uint8Array => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const references = level === 0 ? 'x'.repeat(10) : `&e${String(level - 1)};`.repeat(10);
    return `<!ENTITY e${String(level)} "${references}">`;
  });
  return declaring(message, { subset: levels.join(''), reference: '&e8;' });
};

/** An entity that stands for a file of the machine that reads it; every Unix has this one, and it holds `root:`. */
export const externalEntity = (message: Uint8Array): Uint8Array =>
  declaring(message, { subset: '<!ENTITY e SYSTEM "file:///etc/passwd">', reference: '&e;' });

const depth = 10_000;

/** The same message with thousands of nested elements in its body in place of the delivery. */
export const deepNesting = (message: Uint8Array): Uint8Array => {
  const mark = '3pas-conformance-depth';
  const root = parseTree(message);
  const children = root.children.map((child) =>
    typeof child !== 'string' && child.name === 'Body' ? { ...child, children: [mark] } : child,
  );
  const text = serialize({ ...root, children }, plainStyle({ soap: soapNamespace }));
  return encoder.encode(text.replace(mark, '<a>'.repeat(depth) + '</a>'.repeat(depth)));
};

/** The same message with another zip as its content; undefined for a message without a zip. */
export const withZip = (contract: Contract, message: Uint8Array, zip: Uint8Array): Uint8Array | undefined =>
  withContent(contract, message, Buffer.from(zip).toString('base64'));

const withContent = (contract: Contract, message: Uint8Array, base64: string): Uint8Array | undefined => {
  const content = contentOf(contract, message);
  if (content === undefined) return undefined;
  return encoder.encode(decoder.decode(message).replace(content, () => base64));
};

/** The zip that a message has as its content, packed anew with a flaw; undefined for a message without one. */
export const withFlawedZip = (contract: Contract, message: Uint8Array, flaw: ZipFlaw): Uint8Array | undefined => {
  const entries = readZip(Buffer.from(contentOf(contract, message) ?? '', 'base64'), contract.limits.contentBytes);
  if (typeof entries === 'string') return undefined;
  const files = entries.flatMap(({ name, content: bytes }) => (typeof bytes === 'string' ? [] : [{ name, bytes }]));
  return files.length === 0 ? undefined : withContent(contract, message, flawedBase64(files, flaw));
};

const contentOf = (contract: Contract, message: Uint8Array): string | undefined => {
  const roles = boundTo(contract, 'content')?.roles ?? [];
  if (roles.at(-1)?.decode !== 'zip') return undefined;
  return withDocument(message, (document) => {
    const request = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
    const holder = roles.reduce(
      (within, { at }) => (within instanceof OpenElement ? within.get(at, { ...contract.namespaces }) : null),
      request,
    );
    return holder?.content === '' ? undefined : holder?.content;
  });
};
