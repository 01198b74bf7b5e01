import { plainStyle, serialize } from '#xml/serialize';
import { element, type XmlElement } from '#xml/tree';
import { soapNamespace } from './envelope.ts';

/** The media type that goes with it. */
export const envelopeType = 'text/xml; charset=utf-8';

/** Bytes of an envelope around one element, in UTF-8. */
export const writeEnvelope = (content: XmlElement): Uint8Array => {
  const tree = element(soapNamespace, 'Envelope', [element(soapNamespace, 'Body', [content])]);
  const style = { ...plainStyle({ soap: soapNamespace }), declaration: '<?xml version="1.0" encoding="utf-8"?>\n' };
  return Buffer.from(serialize(tree, style), 'utf8');
};
