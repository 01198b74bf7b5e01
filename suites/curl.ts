import type { KeptBytes } from '#contract/kept-bytes';
import type { RunConfig, RunProxy } from '#harness/run-config';
import type { Sent } from '#judgement/case';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What holds curl to the version of TLS that an exchange went over. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'TLSv1.2': ['--tlsv1.2 --tls-max 1.2'],
  'TLSv1.3': ['--tlsv1.3'],
};

const ownHeaders: ReadonlySet<string> = new Set(['content-type', 'soapaction']);

/** A shell line, run in the output folder, that sends a recorded request again; credentials, certificate and roots come from the environment. */
export const curlLine = (
  { credentials, carrier, tls, proxy }: RunConfig,
  { exchange: { request, tls: over, identity }, recorded }: Sent,
): string => {
  const headers = Object.entries(request.headers)
    .filter(([name]) => ownHeaders.has(name))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const user = credentials !== undefined && carrier === 'basic' ? ['-u "$GEBRUIKERSNAAM:$WACHTWOORD"'] : [];
  const roots = tls === undefined ? [] : ['--cacert "$ROOTS"'];
  const own = identity === undefined ? [] : ['--cert "$CERTIFICAAT" --key "$SLEUTEL"'];
  const version = over === undefined ? [] : (versions[over.version] ?? []);
  const way = proxy === undefined ? [] : proxyOptions(proxy);
  const send = ['curl -sS -i', `-X ${request.method}`, ...way, ...user, ...roots, ...own, ...version, ...headers];
  if (request.body.length === 0) return [...send, quote(request.url)].join(' ');
  if (recorded?.request === undefined)
    return 'De bytes van dit verzoek zijn niet bewaard. / The bytes of this request were not kept.';
  return [...fromPack(recorded.request), [...send, '--data-binary @-', quote(request.url)].join(' ')].join(' | ');
};

/** Shell commands that write kept bytes; the last member of a pack has no end when its writer was killed. */
const fromPack = ({ pack, member, at, bytes }: KeptBytes): readonly string[] => [
  `tail -c +${String(member + 1)} exchanges/${String(pack)}.gz`,
  'gunzip -c 2>/dev/null',
  `tail -c +${String(at + 1)}`,
  `head -c ${String(bytes)}`,
];

/** By CONNECT, as the client goes, and whatever NO_PROXY says where the profile names the proxy. */
const proxyOptions = ({ url, credentials }: RunProxy): readonly string[] => [
  `-p -x ${quote(url)} --noproxy ''`,
  ...(credentials === undefined ? [] : ['--proxy-user "$PROXY_GEBRUIKERSNAAM:$PROXY_WACHTWOORD"']),
];
