import { bareHost, isLoopback } from '#contract/wire/host';
import type { ProfileGuard, ProfileProxy } from './profile.ts';
import { isProduction, otherHosts } from './production.ts';
import { bearsTestMark } from './test-mark.ts';

/**
 * What an address is to a delivery: production; this machine; a test host by the mark in its name or since the profile lists
 * it; or a host of which nothing says what it is. Deliveries leave for the three in the middle.
 */
export type Destination = 'production' | 'loopback' | 'marked' | 'listed' | 'unknown';

/** What an address is to a delivery. */
export const destinationOf = (url: string, guard: ProfileGuard): Destination => {
  if (isProduction(url, guard)) return 'production';
  const host = bareHost(new URL(url).hostname);
  if (isLoopback(host)) return 'loopback';
  if (guard.testHosts.includes(host)) return 'listed';
  return bearsTestMark(host) ? 'marked' : 'unknown';
};

/** Whether deliveries may leave for it. */
export const isForTests = (url: string, guard: ProfileGuard): boolean =>
  !['production', 'unknown'].includes(destinationOf(url, guard));

/** What a run says of where it sends. */
interface Way {
  readonly url: string;
  readonly guard: ProfileGuard;
  readonly proxy?: ProfileProxy | undefined;
}

/**
 * The hosts of production that a delivery to this address must share no address with. A profile that lists its host answers for
 * it, and behind a proxy the name alone counts, since it is resolved there.
 */
export const avoidedBy = ({ url, guard, proxy }: Way): readonly string[] =>
  proxy === undefined && destinationOf(url, guard) === 'marked' ? otherHosts(url, guard.production) : [];
