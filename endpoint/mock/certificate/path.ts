import 'reflect-metadata';
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension } from '@peculiar/x509';
import { type Certificate, isSignedBy, names } from './presented.ts';

/** The way from the certificate of a client up, and how it ends. */
export interface Path {
  /** Leaf first, the accepted root last where it was reached. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly end: PathEnd;
  /** Whether the mock can ask if its certificates were taken back: under a root of one's own it can't. */
  readonly canBeAsked: boolean;
}

/** What a walk up the chain comes to. */
type Walked = Omit<Path, 'canBeAsked'>;

/**
 * An accepted root; a name of an accepted root that signed nothing here; a leaf that signed itself; or an issuer that was
 * neither sent nor accepted.
 */
export type PathEnd = 'accepted-root' | 'other-root' | 'self-signed' | 'issuer-missing';

/**
 * Walks up from the leaf through what was sent, and nothing else, to a root that is accepted: one of the test PKI, or one that whoever
 * started the mock trusts besides.
 */
export const pathOf = (
  sent: readonly [Certificate, ...Certificate[]],
  roots: readonly Certificate[],
  own: readonly Certificate[] = [],
): Path => {
  const walked = walk(sent, [...roots, ...own]);
  return { ...walked, canBeAsked: !own.some((root) => walked.certificates.includes(root)) };
};

const walk = (sent: readonly [Certificate, ...Certificate[]], roots: readonly Certificate[]): Walked => {
  const [leaf, ...others] = sent;
  if (names(leaf, leaf)) return { certificates: [leaf], end: 'self-signed' };
  return climb({ certificates: [leaf], others, roots });
};

interface Climb {
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly others: readonly Certificate[];
  readonly roots: readonly Certificate[];
}

const climb = ({ certificates, others, roots }: Climb): Walked => {
  const top = certificates.at(-1) ?? certificates[0];
  const named = roots.filter((root) => names(top, root));
  const root = named.find((one) => isSignedBy(top, one));
  if (root !== undefined) return { certificates: [...certificates, root], end: 'accepted-root' };
  const issuer = others.find((one) => !names(one, one) && mayIssue(one, certificates.length - 1) && isLink(top, one));
  if (issuer === undefined)
    return { certificates, end: named.length > 0 || endsInOwnRoot(top, others) ? 'other-root' : 'issuer-missing' };
  return climb({
    certificates: [...certificates, issuer],
    others: others.filter((one) => one !== issuer),
    roots,
  });
};

const isLink = (certificate: Certificate, issuer: Certificate): boolean =>
  names(certificate, issuer) && isSignedBy(certificate, issuer);

/** A client that sends its own root as well tells that nothing is missing. */
const endsInOwnRoot = (top: Certificate, others: readonly Certificate[]): boolean =>
  others.some((one) => names(one, one) && isLink(top, one));

/** Whether it is the certificate of a CA that may have so many CAs below it (RFC 5280 section 6.1.4). */
const mayIssue = ({ says }: Certificate, below: number): boolean => {
  const constraints = says.getExtension(BasicConstraintsExtension);
  const usage = says.getExtension(KeyUsagesExtension);
  return (
    constraints?.ca === true &&
    below <= (constraints.pathLength ?? Infinity) &&
    (usage === null || (usage.usages & KeyUsageFlags.keyCertSign) !== 0)
  );
};
