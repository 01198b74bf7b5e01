import { createHash } from 'node:crypto';
import type { Bilingual } from '#contract/texts/bilingual';
import { oinIn, organisationIn } from './oin.ts';
import { type Path, pathOf } from './path.ts';
import { type Certificate, readCertificate } from './presented.ts';
import type { Revocation } from './revocation.ts';
import { type CertificateSteps, certificateSteps, type StepName } from './steps.ts';

/** Whom a certificate names: its OIN, and its organisation (O). */
export interface Holder {
  readonly oin: string | undefined;
  readonly organisation: string | undefined;
}

/** Whether a client is let in: with whom its certificate names, or not, with the step that refused. */
export type ClientVerdict =
  | ({ readonly kind: 'let-in' } & Holder)
  | { readonly kind: 'refused'; readonly step: StepName; readonly text: Bilingual };

/** What a client is judged by. */
export interface ClientJudge {
  /** Finds the way from a leaf to the roots that are accepted; undefined when nothing legible was sent. */
  readonly pathOf: (chain: readonly Uint8Array[]) => Path | undefined;
  readonly revocation: Revocation;
}

/** Roots whose clients are let in, PEM: those of the test PKI, and others, of which revocation is not asked. */
export interface ClientRoots {
  readonly test: readonly string[];
  readonly own: readonly string[];
}

/** Judges clients by the roots that are accepted. */
export const createClientJudge = ({ test, own }: ClientRoots, revocation: Revocation): ClientJudge => {
  const roots = [readAll(test), readAll(own)] as const;
  const known = new Map<string, Path | undefined>();
  return {
    revocation,
    pathOf: (chain) => {
      const hash = createHash('sha256');
      for (const der of chain) hash.update(der);
      const key = hash.digest('hex');
      if (!known.has(key)) known.set(key, read(chain, ...roots));
      const [oldest] = known.keys();
      if (known.size > mostPaths && oldest !== undefined) known.delete(oldest);
      return known.get(key);
    },
  };
};

const readAll = (pems: readonly string[]): readonly Certificate[] =>
  pems.map(readCertificate).filter((one) => one !== undefined);

/** A client sends the same chain with each request; more clients than this are read again. */
const mostPaths = 100;

const read = (
  chain: readonly Uint8Array[],
  roots: readonly Certificate[],
  own: readonly Certificate[],
): Path | undefined => {
  const [leaf, ...others] = chain.map(readCertificate);
  if (leaf === undefined) return undefined;
  return pathOf([leaf, ...others.filter((one) => one !== undefined)], roots, own);
};

/** One chain at one moment. */
export interface Showing {
  readonly chain: readonly Uint8Array[];
  readonly now: number;
}

/** Without a certificate nobody is named. */
export const nobody: Holder = { oin: undefined, organisation: undefined };

/** Takes the steps one by one, until one refuses. */
export const judgeClient = async (
  { pathOf: find, revocation }: ClientJudge,
  steps: CertificateSteps,
  { chain, now }: Showing,
): Promise<ClientVerdict> => {
  const path = find(chain);
  if (path === undefined) {
    const text = steps.present();
    return text === undefined ? { kind: 'let-in', ...nobody } : { kind: 'refused', step: 'present', text };
  }
  const [leaf] = path.certificates;
  const oin = oinIn(leaf);
  const presented = { path, leaf, oin, now, revocation };
  for (const step of order) {
    const text = await steps[step](presented);
    if (text !== undefined) return { kind: 'refused', step, text };
  }
  return { kind: 'let-in', oin: oin.at === 'nowhere' ? undefined : oin.text, organisation: organisationIn(leaf) };
};

const order = (Object.keys(certificateSteps) as StepName[]).filter((step) => step !== 'present');
