import type { Contract } from '#contract/contract';
import { readFolder } from '#contract/folder/folder';
import { unmetClaim } from '#contract/grounds/claim';
import { shippedPolicy, signatureFile } from '#contract/grounds/policy';
import type { Bilingual } from '#contract/texts/bilingual';

/** Why a folder that claims to be confirmed by KOOP is not; undefined where nothing is claimed, or it is. */
export const claimIn = ({ directory, digest, provenance }: Contract): Bilingual | undefined =>
  unmetClaim(shippedPolicy(), { digest, provenance, signature: readFolder(directory).get(signatureFile) });
