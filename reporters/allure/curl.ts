import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { ExchangeRecorded } from '#evidence/event';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What holds curl to the version of TLS that an exchange went over. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'TLSv1.2': ['--tlsv1.2 --tls-max 1.2'],
  'TLSv1.3': ['--tlsv1.3'],
};

const ownHeaders: ReadonlySet<string> = new Set(['content-type', 'soapaction']);

/** A shell line, run in the output folder, that sends a recorded request again; credentials, certificate and roots come from the environment. */
export const curlLine = (exchange: ExchangeRecorded, proxy: string | undefined): string => {
  const { method, url, requestHeaders, request, requestBytes, tls, identity } = exchange;
  const headers = Object.entries(requestHeaders)
    .filter(([name]) => ownHeaders.has(name))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const user = requestHeaders['authorization']?.startsWith('Basic ') ? ['-u "$GEBRUIKERSNAAM:$WACHTWOORD"'] : [];
  const roots = url.startsWith('https:') ? ['${ROOTS:+--cacert "$ROOTS"}'] : [];
  const own = identity === undefined ? [] : ['--cert "$CERTIFICAAT" --key "$SLEUTEL"'];
  const version = tls === undefined ? [] : (versions[tls.version] ?? []);
  const way = proxy === undefined ? [] : [throughProxy(proxy)];
  const send = ['curl -sS -i', `-X ${method}`, ...way, ...user, ...roots, ...own, ...version, ...headers];
  if (requestBytes === 0) return [...send, quote(url)].join(' ');
  if (request === undefined)
    return 'De bytes van dit verzoek zijn niet bewaard. / The bytes of this request were not kept.';
  return [...fromPack(request), [...send, '--data-binary @-', quote(url)].join(' ')].join(' | ');
};

/** Shell commands that write kept bytes; the last member of a pack has no end when its writer was killed. */
const fromPack = ({ pack, member, at, bytes }: KeptBytes): readonly string[] => [
  `tail -c +${String(member + 1)} exchanges/${String(pack)}.gz`,
  'gunzip -c 2>/dev/null',
  `tail -c +${String(at + 1)}`,
  `head -c ${String(bytes)}`,
];

/** By CONNECT, as the client goes, and whatever NO_PROXY says where the profile names the proxy. */
const throughProxy = (url: string): string =>
  `-p -x ${quote(url)} --noproxy '' \${PROXY_GEBRUIKERSNAAM:+--proxy-user "$PROXY_GEBRUIKERSNAAM:$PROXY_WACHTWOORD"}`;
