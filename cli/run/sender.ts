import type { Contract } from '#contract/contract';
import { takesAuthorityFromCertificate } from '#contract/roles/bindings';
import { type HeldBy, heldBy } from '#harness/client/held-by';
import type { RunConfig, RunIdentity } from '#harness/run-config';
import { namesBody } from '#judgement/certificate/body-of';
import type { Authority } from '#judgement/finding';
import type { Profile } from '#profiles/profile';

type Sender = Pick<RunConfig, 'oin' | 'mandates' | 'authorities'>;

/** Who delivers, and for whom that may be. */
export const senderOf = (
  { mandates, authorities }: Pick<Profile, 'mandates' | 'authorities'>,
  identity: RunIdentity | undefined,
  contract: Pick<Contract, 'uses'>,
): Sender => {
  const holder = identity && heldBy(identity);
  const own = mandates?.filter((one) => one.oin === holder?.oin).flatMap((one) => one.authorities);
  const allowed = own === undefined ? authorities : intersection(authorities, own);
  return { oin: holder?.oin, mandates: own ?? soleOf(contract, allowed, holder), authorities: allowed };
};

/** Bodies that deliveries may name and the sender has a mandate for; undefined means every body. */
const intersection = (
  authorities: readonly Authority[] | undefined,
  mandates: readonly Authority[],
): readonly Authority[] =>
  authorities?.filter(({ kind, name }) => mandates.some((one) => one.kind === kind && one.name === name)) ?? mandates;

/** The one body that the sender stands for, where no element says it: that of the username, or whose name the certificate bears. */
const soleOf = (
  contract: Pick<Contract, 'uses'>,
  allowed: readonly Authority[] | undefined,
  holder: HeldBy | undefined,
): readonly Authority[] | undefined => {
  const [one] = allowed ?? [];
  if (!takesAuthorityFromCertificate(contract) || one === undefined || allowed?.length !== 1) return undefined;
  return holder === undefined || namesBody(holder.organisation, one) ? [one] : undefined;
};
