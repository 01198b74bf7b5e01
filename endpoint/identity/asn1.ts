import forge from 'node-forge';

/** A node of DER, with its children where it has any. */
export type Asn1 = forge.asn1.Asn1;

const { Type, Class } = forge.asn1;

/** The tree of a DER or BER document; undefined when the bytes are none. */
export const parseAsn1 = (der: Uint8Array): Asn1 | undefined => {
  try {
    return forge.asn1.fromDer(binaryOf(der), true);
  } catch {
    return undefined;
  }
};

/** A DER document without what was put behind it, such as the line end of an editor or the zeros of a block device. */
export const withoutTail = (der: Buffer): Buffer => {
  const width = (der.at(1) ?? 0) - 0x80;
  if (width < 1 || width > 4 || der.length < 2 + width) return der;
  return der.subarray(0, 2 + width + der.readUIntBE(2, width));
};

/** The DER of a node. */
export const derOf = (node: Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary');

/** What node-forge takes for bytes. */
export const binaryOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('binary');

/** The children of a node; none for a primitive one. */
export const childrenOf = (node: Asn1 | undefined): readonly Asn1[] =>
  node !== undefined && typeof node.value !== 'string' ? node.value : [];

/** The OID that a node holds, if it holds one. */
export const oidIn = (node: Asn1 | undefined): string | undefined =>
  node?.type === Type.OID && typeof node.value === 'string' ? forge.asn1.derToOid(node.value) : undefined;

/** The octets that a node holds, in one piece or, in BER, in several. */
export const octetsIn = (node: Asn1 | undefined): Buffer =>
  node !== undefined && typeof node.value === 'string'
    ? Buffer.from(node.value, 'binary')
    : Buffer.concat(childrenOf(node).map(octetsIn));

/** The number that a node holds. */
export const numberIn = (node: Asn1 | undefined): number => Number(`0x${octetsIn(node).toString('hex') || '0'}`);

/** The tags of the children in words: `seq`, `int`, `bits`, `octets`, `time`, `oid`, `[0]`, else `other`. */
export const shapeOf = (node: Asn1 | undefined): string => childrenOf(node).map(tagOf).join(' ');

const tags = new Map<number, string>([
  [Type.SEQUENCE, 'seq'],
  [Type.INTEGER, 'int'],
  [Type.BITSTRING, 'bits'],
  [Type.OCTETSTRING, 'octets'],
  [Type.UTCTIME, 'time'],
  [Type.GENERALIZEDTIME, 'time'],
  [Type.OID, 'oid'],
]);

const tagOf = ({ tagClass, type }: Asn1): string =>
  tagClass === Class.UNIVERSAL ? (tags.get(type) ?? 'other') : `[${String(type)}]`;
