/** Unpacks gzip with what both Node and browsers have; undefined where it comes to more or less than was said, or is none. */
export const gunzipAtMost = async (
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const all = new Uint8Array(length);
    let at = 0;
    for await (const chunk of stream) {
      if (at + chunk.length > length) return undefined;
      all.set(chunk, at);
      at += chunk.length;
    }
    return at === length ? all : undefined;
  } catch {
    return undefined;
  }
};
