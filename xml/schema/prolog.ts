/** Line of the document type declaration before the root element, from 1; undefined when there is none. */
export const doctypeLine = (bytes: Uint8Array): number | undefined => {
  const text = decode(bytes);
  const prolog = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE/.exec(text);
  return prolog === null ? undefined : prolog[0].split('\n').length;
};

/** Good enough to find markup: every encoding that libxml2 takes without help is ASCII there, or UTF-16. */
const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
};
