import { createHash, timingSafeEqual } from 'node:crypto';
import { defaultHeaderNames, type Carrier, type HeaderNames } from '../credentials.ts';
import type { Claim } from './soap/username-token.ts';

/** Who has access: a username, or anyone with a good certificate. */
export type Access = UsernameAccess | { readonly kind: 'certificate' };

/** The username that has access, and how it is carried. */
export interface UsernameAccess {
  readonly kind: 'username';
  readonly carrier: Carrier;
  readonly headerNames: HeaderNames | undefined;
  readonly username: string;
  /** Others that have access too. */
  readonly others?: readonly string[] | undefined;
  /** Undefined accepts any password, or none. */
  readonly password: string | undefined;
}

/** Whether a claim gives access, in constant time. With certificates no claim is needed. */
export const isLetIn = (access: Access, claim: Claim | undefined): boolean => {
  if (access.kind === 'certificate') return true;
  const { username, others = [], password } = access;
  const rightName = [username, ...others].filter((one) => equal(claim?.username ?? '', one)).length > 0;
  const rightPassword = password === undefined || equal(claim?.password ?? '', password);
  return claim !== undefined && rightName && rightPassword;
};

const equal = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The claim in the headers of a request, for carriers that use headers. */
export const claimInHeaders = (
  { carrier, headerNames = defaultHeaderNames }: UsernameAccess,
  headers: Readonly<Record<string, string>>,
): Claim | undefined => {
  if (carrier === 'basic') return basicClaim(headers['authorization'] ?? '');
  const username = headers[headerNames.username.toLowerCase()];
  return username === undefined ? undefined : { username, password: headers[headerNames.password.toLowerCase()] };
};

/** RFC 7617 section 2: the first colon ends the username. */
const basicClaim = (value: string): Claim | undefined => {
  const [, encoded] = /^basic +([A-Za-z0-9+/]+={0,2})\s*$/i.exec(value) ?? [];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
};
