/** The text of a message in UTF-8. */
export const textIn = (message: Uint8Array): string => Buffer.from(message).toString('utf8');
