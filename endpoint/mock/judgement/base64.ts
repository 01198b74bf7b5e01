const blanks = /[ \t\r\n]+/g;
const shape = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of an xs:base64Binary; undefined when the text is none (RFC 4648 section 4, white space allowed between). */
export const decodeBase64 = (text: string): Buffer | undefined => {
  const compact = text.replace(blanks, '');
  if (!shape.test(compact)) return undefined;
  const bytes = Buffer.from(compact, 'base64');
  return bytes.toString('base64') === compact ? bytes : undefined;
};
