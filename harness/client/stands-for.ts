import type { Contract } from '#contract/contract';
import { takesAuthorityFromCertificate } from '#contract/roles/bindings';
import type { RunConfig } from '../run-config.ts';
import { heldBy } from './held-by.ts';

/** What says for whom a run delivers. */
export type Standing = Pick<RunConfig, 'authorities'> & Partial<Pick<RunConfig, 'mandates' | 'tls'>>;

/**
 * Why nobody knows for whom a run would deliver under a contract whose deliveries do not say it; undefined where one body is
 * known, and where the profile names none at all, so that nothing is delivered.
 */
export const unknownSender = (
  contract: Pick<Contract, 'uses'>,
  { authorities = [], mandates, tls }: Standing,
): string | undefined => {
  const [one] = authorities;
  if (!takesAuthorityFromCertificate(contract) || one === undefined) return undefined;
  if (authorities.length > 1)
    return `uses.authority is certificate, so a sender stands for one authority, and the profile allows ${String(authorities.length)}; name in bevoegdGezag the one that it stands for`;
  const identity = tls?.identity;
  if (identity === undefined || mandates !== undefined) return undefined;
  const { oin, organisation } = heldBy(identity);
  return `uses.authority is certificate, and nothing says that the one of "${organisation ?? ''}" (OIN ${oin ?? '-'}) stands for ${one.kind} ${one.name}; if it does, say so in machtigingen of the profile`;
};
