import type fc from 'fast-check';
import { pathOf } from '#contract/roles/bindings';
import { type Delivery, deliveryOf } from './delivery.ts';
import { type Draft, changePayload } from './draft/draft.ts';
import { noWishes, validDrafts } from './drafts.ts';
import type { Generation } from './generation.ts';
import { openNumber } from './marks.ts';
import { plainPacking } from './pack.ts';

/** A valid delivery whose message has this many bytes and at most a paragraph more: its content is long and not compressed. */
export const longDelivery = (
  generation: Generation,
  documentType: string,
  leastBytes: number,
): fc.Arbitrary<Delivery> => {
  return validDrafts(generation, documentType, noWishes)
    .filter(hasContent(generation, documentType))
    .map((draft) => madeLong(generation, draft, leastBytes));
};

/** The delivery of a draft, valid or not, with its content as long; as it is where it has none. */
export const madeLong = (generation: Generation, draft: Draft, leastBytes: number): Delivery => {
  const packing = { ...plainPacking(generation.contract), compression: 'stored' as const };
  const packed = (one: Draft): Delivery => deliveryOf(generation, one, packing);
  const lacks: Lacks = (one) => leastBytes + base64Step - packed(one).message(openNumber).length;
  return packed(lengthened(generation, draft, lacks));
};

/** A content that need not be there can't be long where it is not. */
const hasContent = ({ contract, workshop: { roles } }: Generation, documentType: string) => {
  const role = pathOf(contract, 'content');
  const isNone = contract.documentTypes.find(({ name }) => name === documentType)?.content === 'none';
  return (draft: Draft): boolean => role === undefined || isNone || roles.count(draft, role) > 0;
};

/** Characters that base64 grows by; it holds three bytes in them. */
const base64Step = 4;

/** Bytes that a message lacks of its length; below zero for one that is longer. */
type Lacks = (draft: Draft) => number;

/** Repeats the paragraphs of the content until it is long enough; a PDF gets a comment behind its end. */
const lengthened = ({ contract, workshop: { roles } }: Generation, draft: Draft, lacks: Lacks): Draft => {
  const notice = pathOf(contract, 'notice');
  const paragraphs = notice === undefined ? [] : roles.all(draft, notice);
  if (notice === undefined || paragraphs.length === 0) return withPadding(draft, bytesFor(lacks(draft)));
  const lengths = paragraphs.map((text) => text.length);
  const shortest = `${notice}[${String(lengths.indexOf(Math.min(...lengths)) + 1)}]`;
  const repeated = (open: Draft, role: string, round: (copies: number) => number): Draft => {
    const three = lacks(open) - lacks(roles.repeat(open, role, 3));
    return roles.repeat(open, role, round(Math.max(0, (3 * lacks(open)) / three)));
  };
  return repeated(repeated(draft, notice, Math.floor), shortest, Math.ceil);
};

const bytesFor = (base64: number): number => Math.max(0, Math.ceil((base64 * 3) / base64Step));

const withPadding = (draft: Draft, bytes: number): Draft =>
  Object.keys(draft.payloads).reduce(
    (open, key) =>
      changePayload(open, key, (payload) => ({
        ...payload,
        files: payload.files.map((file) =>
          file.content instanceof Uint8Array ? { ...file, content: padded(file.content, bytes) } : file,
        ),
      })),
    draft,
  );

const padded = (content: Uint8Array, bytes: number): Uint8Array =>
  Buffer.concat([content, Buffer.from(`\n%${'x'.repeat(bytes)}\n`)]);
