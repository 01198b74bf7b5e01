/** Characters of a text that are remembered. */
const longest = 200;

/** The beginning of a text, with an ellipsis where it goes on. */
export const clipped = (text: string, most = longest): string =>
  text.length <= most ? text : `${ownCopy(text.slice(0, most))}…`;

/** Whether a text was clipped. */
export const isClipped = (text: string): boolean => text.length > longest;

/** V8 makes a slice a view on the whole text, which then stays in memory. */
const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
