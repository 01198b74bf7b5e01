import { createPrivateKey } from 'node:crypto';
import forge from 'node-forge';
import { type Asn1, binaryOf, childrenOf, derOf, octetsIn, oidIn, parseAsn1 } from './asn1.ts';
import { decryptPbes2, isPbes2 } from './pbes2.ts';
import { decryptTwoKeyDes, isTwoKeyDes } from './two-key-des.ts';

const { create, Class, Type, oidToDer } = forge.asn1;
const { data = '', encryptedData = '', certBag = '', keyBag = '', pkcs8ShroudedKeyBag = '' } = forge.pki.oids;

/**
 * A PKCS#12 file (RFC 7292) without its MAC and what is neither certificate nor key, in which nothing is encrypted by PBES2 or with two keys any more:
 * node-forge knows few of its algorithms, and opens what is encrypted otherwise. Throws for an algorithm that Node does not know, and for a password that does not fit.
 */
export const decryptedPkcs12 = (root: Asn1 | undefined, password: string): Asn1 => {
  const [version, safe] = childrenOf(root);
  const contents = childrenOf(parseAsn1(contentOf(safe)));
  const opened = contents.map((one) => openContent(one, password));
  return sequence([...(version === undefined ? [] : [version]), dataOf(derOf(sequence(opened)))]);
};

const sequence = (parts: readonly Asn1[]): Asn1 => create(Class.UNIVERSAL, Type.SEQUENCE, true, [...parts]);
const explicit = (part: Asn1): Asn1 => create(Class.CONTEXT_SPECIFIC, 0, true, [part]);
const oidNode = (oid: string): Asn1 => create(Class.UNIVERSAL, Type.OID, false, oidToDer(oid).getBytes());

/** ContentInfo that is data. */
const dataOf = (der: Buffer): Asn1 =>
  sequence([oidNode(data), explicit(create(Class.UNIVERSAL, Type.OCTETSTRING, false, binaryOf(der)))]);

/** The octets of ContentInfo that is data. */
const contentOf = (info: Asn1 | undefined): Buffer => octetsIn(childrenOf(childrenOf(info)[1])[0]);

const openContent = (info: Asn1, password: string): Asn1 => {
  const [type, content] = childrenOf(info);
  if (oidIn(type) === data) return withOpenBags(contentOf(info), password);
  const [, encrypted] = childrenOf(childrenOf(content)[0]);
  const [, algorithm, octets] = childrenOf(encrypted);
  if (oidIn(type) !== encryptedData || !isOpenedHere(algorithm)) return info;
  const decrypt = isPbes2(algorithm) ? decryptPbes2 : decryptTwoKeyDes;
  return withOpenBags(decrypt(algorithm, octetsIn(octets), password), password);
};

/** Tells whether node-forge lacks an algorithm, or some of what comes with it. */
const isOpenedHere = (algorithm: Asn1 | undefined): boolean => isPbes2(algorithm) || isTwoKeyDes(algorithm);

const withOpenBags = (safeContents: Buffer, password: string): Asn1 =>
  dataOf(
    derOf(
      sequence(
        childrenOf(parseAsn1(safeContents))
          .filter(isOfUse)
          .map((bag) => openBag(bag, password)),
      ),
    ),
  );

/** Java keeps secrets of other kinds in the same file, which node-forge stumbles over. */
const isOfUse = (bag: Asn1): boolean =>
  [certBag, keyBag, pkcs8ShroudedKeyBag].includes(oidIn(childrenOf(bag)[0]) ?? '');

const openBag = (bag: Asn1, password: string): Asn1 => {
  const [type, value, ...attributes] = childrenOf(bag);
  const key = childrenOf(value)[0];
  if (oidIn(type) !== pkcs8ShroudedKeyBag || key === undefined || !isOpenedHere(childrenOf(key)[0])) return bag;
  const open = createPrivateKey({ key: derOf(key), format: 'der', type: 'pkcs8', passphrase: password });
  const plain = parseAsn1(open.export({ type: 'pkcs8', format: 'der' }));
  return plain === undefined ? bag : sequence([oidNode(keyBag), explicit(plain), ...attributes]);
};
