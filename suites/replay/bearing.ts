import { usernamePlaceholder } from '#contract/wire/placeholders';
import { losslessText } from '#endpoint/encoding';
import { disguised } from '#endpoint/secrets/pattern';
import { inHeader } from '#endpoint/server/soap/in-header';
import { serialize } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';

/**
 * The message with the header blocks that the credentials of this profile need, and without those of another profile: what is
 * recorded bears placeholders, which the client fills in. Blocks of a contract's own stay.
 */
export const bearing = (message: Uint8Array, blocks: readonly XmlElement[]): Uint8Array => {
  const { text, inline, toBytes } = losslessText(message);
  const block = blockIn(text);
  if ((block !== undefined) === blocks.length > 0) return message;
  const changed =
    block === undefined
      ? inHeader(text, inline(blocks.map((one) => serialize(one)).join('')))
      : text.slice(0, block.from) + text.slice(block.to);
  return toBytes(changed);
};

/** Where the block of WS-Security with our placeholder stands. */
const blockIn = (text: string): { readonly from: number; readonly to: number } | undefined => {
  const at = text.search(placeholder);
  if (at === -1) return undefined;
  const open = [...text.slice(0, at).matchAll(/<([\w.-]+:)?Security(?=[\s>])/g)].at(-1);
  if (open === undefined) return undefined;
  const close = `</${open[1] ?? ''}Security>`;
  const end = text.indexOf(close, at);
  return end === -1 ? undefined : { from: open.index, to: end + close.length };
};

const placeholder = new RegExp(disguised(usernamePlaceholder), 'u');
