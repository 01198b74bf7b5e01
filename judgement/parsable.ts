import { markupOf } from '#xml/markup';
import { XmlGaveUp } from '#xml/xml-error';

/** Throws `XmlGaveUp` for markup beyond what any delivery has: a parser that is given it may be busy for minutes. */
export const demandParsable = (bytes: Uint8Array): void => {
  const { buffer, byteOffset, byteLength } = bytes;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1').replaceAll('\0', '');
  const { excess } = markupOf(text);
  if (excess !== undefined) throw XmlGaveUp.of(excess);
};
