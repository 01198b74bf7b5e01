/** The reference under which a delivery of ours went, in whatever encoding; undefined for one that was made to have none. */
export const referenceIn = (message: Uint8Array): string | undefined => {
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength).toString('latin1');
  return ours.exec(text)?.[0] ?? ours.exec(text.replaceAll('\0', ''))?.[0];
};

const ours = /3PASTEST-[A-Za-z0-9-]{1,40}-\d{12}/;
