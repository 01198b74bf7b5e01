const blanks = /[ \t\r\n]+/g;

/** The bytes of an xs:base64Binary; undefined when the text is none (RFC 4648 section 4, white space allowed between). */
export const decodeBase64 = (text: string): Buffer | undefined => {
  const compact = text.replace(blanks, '');
  const bytes = Buffer.from(compact, 'base64');
  // Node skips what is no base64, so only what it writes in the same way was all of it.
  return bytes.toString('base64') === compact ? bytes : undefined;
};
