import { isLoopback } from '#contract/wire/host';
import { crlStatus } from './crl.ts';
import type { Link, Status } from './link.ts';
import { ocspStatus } from './ocsp.ts';

/** Asks whether certificates were taken back; what it heard it keeps for a while. */
export interface Revocation {
  readonly onList: (link: Link, url: string, now: number) => Promise<Status>;
  readonly whenAsked: (link: Link, url: string, now: number) => Promise<Status>;
}

/** Milliseconds that an answer is kept, and that one is waited for. */
const kept = 60_000;
const patience = 2_000;
/** Answers kept at most; what is oldest makes way. */
const most = 100;

/** Gets bytes; anything but a good answer from this machine throws. */
export type Get = (url: string, body?: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Over plain HTTP and to this machine only: a certificate must not make the mock call others. */
export const createRevocation = (get: Get = getFromLoopback): Revocation => {
  const cache = new Map<string, { readonly at: number; readonly status: Promise<Status> }>();
  const cached = (key: string, now: number, ask: () => Promise<Status>): Promise<Status> => {
    const found = cache.get(key);
    if (found !== undefined && now - found.at < kept && now >= found.at) return found.status;
    const status = ask().catch((error: unknown): Status => {
      cache.delete(key);
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    });
    cache.delete(key);
    cache.set(key, { at: now, status });
    const [oldest] = cache.keys();
    if (cache.size > most && oldest !== undefined) cache.delete(oldest);
    return status;
  };
  const keyOf = ({ certificate }: Link, url: string): string => `${url} ${certificate.native.fingerprint256}`;
  return {
    onList: (link, url, now) => cached(keyOf(link, url), now, async () => crlStatus(link, await get(url), now)),
    whenAsked: (link, url, now) => cached(keyOf(link, url), now, () => ocspStatus(link, (body) => get(url, body), now)),
  };
};

/**
 * Gets from this machine, and from no other.
 *
 * @internal
 */
export const getFromLoopback: Get = async (url, body) => {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' || !isLoopback(hostname)) throw new Error(`${url} is not on this machine`);
  const response = await fetch(url, {
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
    ...(body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/ocsp-request' } }),
  });
  if (!response.ok) throw new Error(`${url} answers ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
};
