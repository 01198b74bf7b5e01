import { zipFlaws } from './zip-flaws.ts';

/** What an exchange is for in its case. A judge finds the exchanges of a case by these words, which stand in every journal. */
export const purposes = [
  // Connection
  'alive',
  'alive-later',
  'reachable',
  'wsdl',
  'wsdl-schema',
  'wrong-username',
  'wrong-password',
  'no-username',
  'pinned',
  'older',
  'wrong-certificate',
  // Deliveries
  'control',
  'valid',
  'variant',
  'violation',
  'warning',
  'without-medium',
  'mended',
  'again',
  'lost',
  'last',
  'later',
  'filler',
  'sibling',
  'alone',
  'attack',
  'tried',
  ...zipFlaws.damaged,
  ...zipFlaws.misnamed,
  ...zipFlaws.ambiguous,
  ...zipFlaws.miscoded,
  'afterwards',
  // Recordings: what a vendor's system sent by itself
  'received',
  // and as it went on to the endpoint that it is meant for
  'forwarded',
  // Protocol
  'other-root',
  'other-version',
  'header',
  'header-behind',
  'alive-header',
  'two-requests',
  'two-headers',
  'after-body',
  'empty-body',
  'no-body',
  'optional-header',
  'other-actor',
  'addressing',
  'put',
  'patch',
  'delete',
  'media-type',
  'malformed',
  'unknown-operation',
  'unknown-request',
  'unknown-version',
  'unquoted',
  'declared-latin',
  'declared-utf-16',
] as const;

export type Purpose = (typeof purposes)[number];

/** Exchanges that cases got after others of their requirement: a record of an earlier version lacks them. */
export type AddedLater = Extract<
  Purpose,
  | 'last'
  | 'patch'
  | 'delete'
  | 'header-behind'
  | 'alive-header'
  | 'addressing'
  | 'empty-body'
  | 'no-body'
  | 'unknown-request'
  | 'unknown-version'
>;
