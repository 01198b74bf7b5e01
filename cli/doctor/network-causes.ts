import type { HostSeen } from '#endpoint/probe/resolve-host';
import { type PortSeen, shownSpot, spotOf } from '#endpoint/probe/reach-port';
import type { HandshakeSeen, ShownCertificate } from '#endpoint/probe/shake-hands';
import type { RunProxy } from '#harness/run-config';
import { type Cause, cause } from './causes.ts';
import { proxyCause } from './proxy-causes.ts';

/** What is known before anything is seen. */
export interface Surroundings {
  readonly url: URL;
  /** What carries TLS on the way, where it is not we. */
  readonly via?: string | undefined;
  /** What it is reached through; undefined for the direct way. */
  readonly proxy: RunProxy | undefined;
  readonly now: Date;
  /** Whether a client certificate is offered. */
  readonly hasIdentity: boolean;
  /** Of the key of that certificate, in Node's words; undefined where there is none. */
  /** As Node calls it; `ec, ` and the curve where TLS 1.3 has no signatures for that. */
  readonly keyType: string | undefined;
}

const spotText = (url: URL): string => shownSpot(spotOf(url));

/** Why a host has no address. */
export const hostCause = ({ url }: Surroundings, seen: HostSeen): Cause | undefined => {
  if (seen.kind === 'found') return undefined;
  const code = seen.kind === 'late' ? 'timeout' : seen.code;
  return code === 'ENOTFOUND' ? cause('host-unknown', url.hostname) : cause('dns-silent', url.hostname, code);
};

/** Why no connection came about. */
export const portCause = ({ url }: Surroundings, seen: PortSeen): Cause | undefined => {
  if (seen.kind === 'open') return undefined;
  const spot = spotText(url);
  const code = seen.kind === 'late' ? 'timeout' : seen.code;
  if (code === 'timeout' || code === 'ETIMEDOUT') return cause('port-silent', spot);
  return code === 'ECONNREFUSED' ? cause('port-refused', spot) : cause('host-unreachable', spot, code);
};

/** Why a handshake failed. */
export const handshakeCause = (around: Surroundings, seen: HandshakeSeen): Cause | undefined => {
  if (seen.kind === 'done') return undefined;
  if (seen.kind === 'late') return cause('tls-silent', spotText(around.url));
  if (around.proxy !== undefined && seen.code.startsWith('PROXY_')) return proxyCause(around.proxy, seen.code, '');
  if (seen.heard && around.hasIdentity && isReset(seen.code)) return cause('certificate-perhaps-refused', seen.code);
  return untrustedCause(around, seen.code, seen.shown) ?? brokenCause(around, seen.code, seen.schemes);
};

/** Why a server's certificate is not trusted, by the codes of OpenSSL's verification. */
const untrustedCause = (
  { url, now }: Surroundings,
  code: string,
  shown: ShownCertificate | undefined,
): Cause | undefined => {
  if (!isVerification(code)) return undefined;
  const { issuer, stranger, from, until, names } = shown ?? unseen;
  if (untrusted.has(code) && intercepting.test(issuer)) return cause('proxy-intercepts', issuer);
  if (stranger !== undefined && strange.has(code)) return cause('server-intermediate-wrong', stranger, issuer);
  const known: Readonly<Record<string, Cause>> = {
    CERT_HAS_EXPIRED: cause('server-expired', until, now.toISOString()),
    CERT_NOT_YET_VALID: cause('server-not-yet-valid', from, now.toISOString()),
    ERR_TLS_CERT_ALTNAME_INVALID: cause('server-name', url.hostname, names),
    DEPTH_ZERO_SELF_SIGNED_CERT: cause('server-self-signed', issuer),
    SELF_SIGNED_CERT_IN_CHAIN: cause('server-root-unknown', issuer),
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: cause('server-root-unknown', issuer),
    UNABLE_TO_GET_ISSUER_CERT: cause('server-root-unknown', issuer),
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: cause('server-chain-incomplete', issuer),
    CA_KEY_TOO_SMALL: cause('server-certificate-weak', code),
    EE_KEY_TOO_SMALL: cause('server-certificate-weak', code),
    CA_MD_TOO_WEAK: cause('server-certificate-weak', code),
  };
  return known[code] ?? cause('server-certificate-wrong', code);
};

const unseen: ShownCertificate = { issuer: '?', stranger: undefined, from: '?', until: '?', names: '?' };

const isVerification = (code: string): boolean =>
  code === 'ERR_TLS_CERT_ALTNAME_INVALID' ||
  /^(?:CERT|CRL|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|CA_|EE_)/.test(code);

const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What OpenSSL says where something else was sent than the certificate that signed. */
const strange: ReadonlySet<string> = new Set([...untrusted, 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_SIGNATURE_FAILURE']);

/** Names that products give to the root which they open TLS with. */
const intercepting =
  /proxy|inspect|intercept|decrypt|zscaler|netskope|blue ?coat|fortinet|fortigate|palo ?alto|sophos|mcafee|skyhigh|forcepoint|websense|umbrella|check ?point|watchguard|sonicwall|barracuda|squid|mitm|charles|fiddler|portswigger|burp|kaspersky|avast|eset|bitdefender/i;

/** Why a handshake broke off before a certificate was judged. */
const brokenCause = (around: Surroundings, code: string, schemes: readonly string[] = []): Cause => {
  const { url, hasIdentity } = around;
  const spot = spotText(url);
  const missed = missedCause(around, code, schemes);
  if (missed !== undefined) return missed;
  if (hasIdentity && certificateAlert.test(code)) return cause('certificate-refused', code);
  const known = brokenBy.find(([pattern]) => pattern.test(code))?.[1];
  if (known !== undefined) return known === 'server-certificate-weak' ? cause(known, code) : cause(known, spot);
  return isReset(code) ? cause('tls-closed', spot) : cause('tls-failed', spot, code);
};

/** A server that misses a certificate: it has a word of its own for that under TLS 1.3 only. */
const missedCause = (around: Surroundings, code: string, schemes: readonly string[]): Cause | undefined => {
  const notSent = around.hasIdentity ? notSentCause(around, schemes) : undefined;
  if (code.includes('CERTIFICATE_REQUIRED'))
    return notSent ?? cause(around.hasIdentity ? 'certificate-not-seen' : 'certificate-demanded');
  return code.includes('ALERT_HANDSHAKE_FAILURE') ? notSent : undefined;
};

/** Words of OpenSSL, and what they come from. */
const brokenBy = [
  [/ALERT_HANDSHAKE_FAILURE|NO_SHARED_CIPHER/, 'tls-cipher'],
  [/ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/, 'tls-version'],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE/, 'tls-not-spoken'],
  [/KEY_TOO_SMALL|MD_TOO_WEAK|DH_KEY/, 'server-certificate-weak'],
] as const;

/** Tells whether a key lies on a curve that TLS 1.3 has no signatures for: its schemes name their curve, and OpenSSL's words for them do not. */
export const hasUnusualCurve = (keyType: string | undefined): boolean => keyType?.startsWith('ec, ') === true;

/** Why a client had no certificate to send: its key can't sign as the server asks. */
export const notSentCause = ({ keyType = '' }: Surroundings, schemes: readonly string[]): Cause | undefined => {
  const fitting = signatures[keyType];
  const fits = fitting === undefined || schemes.some((one) => fitting.test(one));
  const isAble = schemes.length === 0 || (fits && !hasUnusualCurve(keyType));
  return isAble ? undefined : cause('certificate-not-sent', schemes.join(', '), keyType);
};

/** OpenSSL's words for signatures, by Node's for keys; RSA keys sign with PSS under TLS 1.3. */
const signatures: Readonly<Record<string, RegExp>> = {
  rsa: /^RSA/,
  'rsa-pss': /^RSA-PSS/,
  ec: /^ECDSA/,
  ed25519: /^Ed25519/,
  ed448: /^Ed448/,
};

const isReset = (code: string): boolean => /^(?:ECONNRESET|EPIPE|ECONNABORTED)$/.test(code);

const certificateAlert =
  /ALERT_(?:BAD_CERTIFICATE|NO_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_\w+|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR)/;
/** What a TLS failure during an exchange means. */
export const exchangeTlsCause = (around: Surroundings, code: string): Cause =>
  code === 'TLS_REQUIRED'
    ? cause('tls-required', spotText(around.url))
    : (untrustedCause(around, code, undefined) ?? brokenCause(around, code));
