import { createHash } from 'node:crypto';
import { claimInHeaders } from '../server/authenticate.ts';
import type { HttpRequest } from '../server/http-message.ts';
import type { Claim } from '../server/soap/username-token.ts';
import type { MockParts } from './parts.ts';

/** Hexadecimal digits of the digest of a certificate: enough to tell those of some vendors apart. */
const digits = 16;

/** Tells who sent a request: a username that has access, or the digest of a certificate; a name that has none is a secret of another place. */
export const senderOf = (
  { access, isLetIn }: Pick<MockParts, 'access' | 'isLetIn'>,
  { client, headers }: Pick<HttpRequest, 'client' | 'headers'>,
  token?: Claim,
): string | undefined => {
  if (access.kind === 'certificate') return client?.chain[0] && digestOf(client.chain[0]);
  const claim = access.carrier === 'wsse' ? token : claimInHeaders(access, headers);
  return claim !== undefined && isLetIn(claim) ? claim.username : undefined;
};

/** The username that has access and is named without its password; undefined where it is named with it, and for any other. */
export const claimedBy = (
  { access, isLetIn }: Pick<MockParts, 'access' | 'isLetIn'>,
  { headers }: Pick<HttpRequest, 'headers'>,
  token?: Claim,
): string | undefined => {
  if (access.kind === 'certificate') return undefined;
  const claim = access.carrier === 'wsse' ? token : claimInHeaders(access, headers);
  const names = [access.username, ...(access.others ?? [])];
  return claim !== undefined && names.includes(claim.username) && !isLetIn(claim) ? claim.username : undefined;
};

const digestOf = (leaf: Uint8Array): string =>
  `sha256:${createHash('sha256').update(leaf).digest('hex').slice(0, digits)}`;
