import type { KeyObject } from 'node:crypto';
import { type Attribute, type Made, type Recipe, type Signing, make, newKey, oids } from './certificates.ts';

/** Keys that many certificates share, since making one takes long. */
export interface SampleKeys {
  readonly authority: KeyObject;
  readonly other: KeyObject;
  readonly leaf: KeyObject;
  readonly leaf2048: KeyObject;
  readonly weak: KeyObject;
  readonly curve: KeyObject;
}

/** New keys of each kind, made side by side. */
export const newSampleKeys = async (): Promise<SampleKeys> => {
  const [authority, other, leaf, leaf2048, weak, curve] = await Promise.all([
    newKey(2048),
    newKey(2048),
    newKey(3072),
    newKey(2048),
    newKey(1024),
    newKey('ec'),
  ]);
  return { authority, other, leaf, leaf2048, weak, curve };
};

/** Root, domain and TSP. */
export interface SampleHierarchy {
  readonly root: Made;
  readonly domain: Made;
  readonly tsp: Made;
}

/** Authorities of a hierarchy, in the shape of PKIoverheid's. */
export const sampleHierarchy = (name: string, key: KeyObject, signing: Signing = 'sha256'): SampleHierarchy => {
  const authority = (title: string, issuer?: Made): Made =>
    make({
      subject: [
        [oids.c, 'NL'],
        [oids.o, 'Test'],
        [oids.cn, `${name} ${title}`],
      ],
      key,
      signing,
      from: '2024-01-01T00:00:00Z',
      to: '2036-01-01T00:00:00Z',
      authority: true,
      ...(issuer === undefined ? {} : { issuer }),
    });
  const root = authority('Root');
  const domain = authority('Domain', root);
  return { root, domain, tsp: authority('TSP', domain) };
};

/** The OIN that the OIN-Stelsel gives as an example, of Gemeente Utrecht. */
export const sampleOin = '00000001002220647000';

/** The subject of a leaf, with some attributes put in the place of the usual ones; an undefined one is left out. */
export const holder = (changes: Readonly<Record<string, Attribute | undefined>> = {}): readonly Attribute[] =>
  Object.values<Attribute | undefined>({
    c: [oids.c, 'NL'],
    o: [oids.o, 'Gemeente Voorbeeld', 'utf8String'],
    cn: [oids.cn, 'zaken.voorbeeld.nl', 'utf8String'],
    oin: [oids.serialNumber, sampleOin],
    ...changes,
  }).filter((one) => one !== undefined);

/** A leaf that keeps every requirement of G1 in November 2026, but for what is changed. */
export const sampleLeaf = (issuer: Made, key: KeyObject, changes: Partial<Recipe> = {}): Made =>
  make({
    subject: holder(),
    key,
    issuer,
    from: '2026-06-01T10:00:00Z',
    to: '2028-06-01T10:00:00Z',
    policies: ['2.16.528.1.1003.1.2.8.6'],
    ...changes,
  });
