import type { Contract } from '#contract/contract';
import { deliveriesOf } from '#contract/deliveries';
import { foreignEncoding } from '#contract/texts/xml-problem';
import { payloadsOf } from '#contract/roles/payloads';
import { partsOf } from '#judgement/request-parts';
import { readZipDirectory } from '#judgement/zip-directory';
import type { QName } from '#xml/qname';
import { messageIn } from './http-text.ts';
import { sourceText } from './source-text.ts';

/** What a file holds of a delivery: the message, with its HTTP head or as MIME, its request, a part of that, a document of its content, or the content packed. */
export type FileKind = 'envelope' | 'request' | 'part' | 'content' | 'zip' | 'mime' | 'http';

/** Tells what files hold, by the name of their root; undefined for what is none of these. */
export type KindOf = (bytes: Uint8Array) => FileKind | undefined;

/** The kinds of file by the names in a contract. */
export const kindsOf = (contract: Contract): KindOf => {
  const { alive } = contract.service;
  const requests = new Set(
    [...deliveriesOf(contract.service), alive].flatMap((one) => (one === undefined ? [] : [one.request.name])),
  );
  const parts = new Set(deliveriesOf(contract.service).flatMap(({ request }) => partsOf(contract, request)));
  const contents = new Set(payloadsOf(contract.roles).map(({ root }) => root.name));
  return (bytes) => {
    if (isZip(bytes)) return 'zip';
    if (messageIn(bytes).start.startsWith('POST ')) return 'http';
    // What it holds can't be read, and that is what is to be told of it.
    if (foreignEncoding(bytes) !== undefined) return 'envelope';
    const { text } = sourceText(bytes);
    if (/^(?:MIME-Version:|Content-Type:\s*multipart|--\S+\r?\nContent-)/i.test(text.trimStart())) return 'mime';
    const root = rootIn(text)?.name;
    if (root?.toLowerCase() === 'envelope') return 'envelope';
    if (root === undefined) return undefined;
    if (requests.has(root)) return 'request';
    if (parts.has(root)) return 'part';
    return contents.has(root) ? 'content' : undefined;
  };
};

/** Whether bytes begin as a zip does, or hold the directory of one. */
const isZip = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) || typeof readZipDirectory(bytes, 1) !== 'string';

/** The request that an element is a part of; that of the common operation where it is of none. */
export const requestAround = (contract: Contract, part = ''): QName => {
  const all = deliveriesOf(contract.service).map(({ request }) => request);
  return all.find((request) => partsOf(contract, request).includes(part)) ?? contract.service.deliver.request;
};

/** The first element, where a text begins as XML does: its local name, and where it stands. */
export const rootIn = (text: string): { readonly name: string; readonly at: number } | undefined => {
  let at = 0;
  for (let length = skipped(text, at); length > 0; length = skipped(text, at)) at += length;
  const name = /^<(?:[^\s:/>]+:)?([^\s:/>!?]+)/.exec(text.slice(at, at + longestName))?.[1];
  return name === undefined ? undefined : { name, at };
};

const longestName = 1000;

const prolog = /(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/y;

/** Characters of what may stand before the root, from an offset on. */
const skipped = (text: string, at: number): number => {
  prolog.lastIndex = at;
  return prolog.exec(text)?.[0].length ?? 0;
};
