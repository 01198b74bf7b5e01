const digitsOnly = /^[A-Za-z0-9+/]*$/;
const lastGroup = /^(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)$/;

/** Decodes xs:base64Binary: white space anywhere, full padding, no stray bits; undefined for anything else. */
export const decodeBase64 = (text: string): Uint8Array | undefined => {
  const characters = text.replace(/[ \t\r\n]+/g, '');
  if (characters === '') return new Uint8Array();
  const valid =
    characters.length % 4 === 0 && digitsOnly.test(characters.slice(0, -4)) && lastGroup.test(characters.slice(-4));
  return valid ? Buffer.from(characters, 'base64') : undefined;
};
