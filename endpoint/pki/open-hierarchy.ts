import type { X509Certificate } from '@peculiar/x509';
import { authorityExtensions, authorityName, selfIssue, type Period } from './authority.ts';
import type { AuthorityPlan, HierarchyPlan } from './hierarchy.ts';
import { signer, type KeyPair } from './keys.ts';
import { openLedger, type Ledger } from './ledger.ts';
import type { RevocationServer } from './revocation-server.ts';

/** A hierarchy that can issue. */
export interface OpenHierarchy {
  readonly plan: HierarchyPlan;
  readonly period: Period;
  readonly root: X509Certificate;
  /** Below the root, the one that signs leaf certificates first: what a client sends after its own. */
  readonly intermediates: readonly X509Certificate[];
  /** Of the CA that signs leaf certificates. */
  readonly ledger: Ledger;
}

/** What a hierarchy is opened with. */
export interface Opening {
  readonly plan: HierarchyPlan;
  /** In the URLs of its revocation. */
  readonly name: string;
  /** One for each CA, from the root down. */
  readonly keys: readonly KeyPair[];
  readonly now: number;
  readonly server: RevocationServer;
}

const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

/** Makes the CAs of a hierarchy, from the root down. */
export const openHierarchy = async (opening: Opening): Promise<OpenHierarchy> => {
  const { plan } = opening;
  const period = periodOf(plan, opening.now);
  const [rootPlan, ...others] = plan.authorities;
  const root = await openRoot(opening, rootPlan, period);
  let ledger = root;
  const intermediates: X509Certificate[] = [];
  for (const [index, authority] of others.entries()) {
    ledger = await openBelow(opening, ledger, { authority, level: index + 1, period });
    intermediates.unshift(ledger.authority.certificate);
  }
  return { plan, period, root: root.authority.certificate, intermediates, ledger };
};

/** A hierarchy whose days are over lives on here: the tests of it do not end with it. */
const periodOf = ({ ends }: HierarchyPlan, now: number): Period => {
  const end = ends === undefined ? Infinity : Date.parse(ends);
  return { from: now - 3 * year, until: end > now + day ? Math.min(end, now + 5 * year) : now + 5 * year };
};

const openRoot = async (opening: Opening, plan: AuthorityPlan, period: Period): Promise<Ledger> => {
  const pair = keyAt(opening, 0);
  const own = await signer(pair, opening.plan.signing);
  const certificate = await selfIssue(own, {
    subject: authorityName(plan),
    open: pair.open,
    period,
    extensions: authorityExtensions(plan.policies, undefined),
  });
  return openAt(opening, 0, { certificate, signer: own });
};

interface Below {
  readonly authority: AuthorityPlan;
  /** 1 is right below the root. */
  readonly level: number;
  readonly period: Period;
}

const openBelow = async (opening: Opening, above: Ledger, { authority, level, period }: Below): Promise<Ledger> => {
  const pair = keyAt(opening, level);
  const isLast = level === opening.plan.authorities.length - 1;
  const certificate = await above.issue({
    subject: authorityName(authority),
    open: pair.open,
    period,
    extensions: authorityExtensions(authority.policies, isLast ? 0 : undefined),
  });
  return openAt(opening, level, { certificate, signer: await signer(pair, opening.plan.signing) });
};

const keyAt = ({ keys, name }: Opening, level: number): KeyPair => {
  const pair = keys[level];
  if (pair === undefined) throw new Error(`The hierarchy ${name} has no key for its CA ${String(level)}.`);
  return pair;
};

/** As G4 has it, the status of a CA is on the list only. */
const openAt = (
  { server, name, plan }: Opening,
  level: number,
  own: Omit<Ledger['authority'], 'revocation'>,
): Ledger => {
  const id = `${name}-${String(level)}`;
  const address = server.addressOf(id);
  const isLast = level === plan.authorities.length - 1;
  const ledger = openLedger({ ...own, revocation: isLast ? address : { ...address, ocsp: undefined } });
  server.serve(id, ledger);
  return ledger;
};
