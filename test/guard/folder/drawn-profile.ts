import fc from 'fast-check';
import { profileScopes } from '#profiles/profile';
import { someBodies } from './contract-yaml.ts';

/** The day of every run here, by the clock and really. */
export const runDay = '2026-11-23';

/** A profile of another machine, as it was drawn. */
export interface DrawnProfile {
  readonly host: string;
  readonly testHosts: readonly string[];
  /** What DROP_PRODUCTIE_URL names; undefined: it is not set. */
  readonly production: string | undefined;
  readonly bodies: typeof someBodies;
  readonly media: readonly string[];
  readonly permission: { readonly from: string; readonly until: string; readonly scope: readonly string[] } | undefined;
  readonly limits: { readonly requestsPerSecond?: number; readonly requests?: number; readonly accepted?: number };
}

/** A name with a mark of tests, and one without. */
const hosts = { marked: 'eto-proef.example', plain: 'bekend.example' };

/** Begin and end of permissions: within a year; over, not begun, or too long. */
const days = {
  good: [
    ['2026-11-01', '2027-10-31'],
    ['2026-11-23', '2026-11-23'],
  ],
  any: [
    ['2026-11-24', '2027-01-01'],
    ['2026-01-01', '2026-11-22'],
    ['2026-11-01', '2027-11-02'],
  ],
} as const;

const permissions = (spans: readonly (readonly [from: string, until: string])[]) =>
  fc.option(
    fc
      .record({ span: fc.constantFrom(...spans), scope: fc.subarray([...profileScopes]) })
      .map(({ span: [from, until], scope }) => ({ from, until, scope })),
    { nil: undefined },
  );

/** Values to draw from for each limit; a limit may be left out unless it is kept. */
interface Limits {
  readonly requestsPerSecond: readonly number[];
  readonly requests: readonly number[];
  readonly accepted: readonly number[];
}

const limitsOf = (of: Limits, kept: readonly 'requests'[] = []): fc.Arbitrary<DrawnProfile['limits']> =>
  fc.record(
    {
      requestsPerSecond: fc.constantFrom(...of.requestsPerSecond),
      requests: fc.constantFrom(...of.requests),
      accepted: fc.constantFrom(...of.accepted),
    },
    { requiredKeys: [...kept] },
  );

const naming = {
  bodies: fc.subarray<DrawnProfile['bodies'][number]>([...someBodies], { minLength: 1, maxLength: 2 }),
  media: fc.oneof(fc.constant<readonly string[]>([]), fc.subarray(['Gemeenteblad', 'Nieuwsbrief'])),
};

/** Where a delivery may leave for. */
const places = fc.constantFrom<Pick<DrawnProfile, 'host' | 'testHosts' | 'production'>>(
  { host: hosts.marked, testHosts: [], production: undefined },
  { host: hosts.marked, testHosts: [], production: 'https://drop.example/' },
  { host: hosts.plain, testHosts: [hosts.plain], production: 'https://drop.example/ https://x.example/' },
);

const good: fc.Arbitrary<DrawnProfile> = fc
  .record({
    ...naming,
    place: places,
    permission: permissions(days.good),
    limits: limitsOf({ requestsPerSecond: [1, 5], requests: [12, 40], accepted: [1, 3, 20] }, ['requests']),
  })
  .map(({ place, ...rest }) => ({ ...place, ...rest }));

const doubtful: fc.Arbitrary<DrawnProfile> = fc.record({
  ...naming,
  host: fc.constantFrom(hosts.marked, hosts.plain),
  testHosts: fc.constantFrom<(readonly string[])[]>([], [hosts.plain], ['elders.example']),
  production: fc.constantFrom(undefined, `https://${hosts.marked}/x`, 'drop.example'),
  permission: permissions([...days.good, ...days.any]),
  limits: limitsOf({ requestsPerSecond: [5, 5, 6], requests: [40, 40, 5001], accepted: [10, 10, 501] }),
});

/** Profiles that a delivery may leave under, and some that it must not. */
export const drawnProfile: fc.Arbitrary<DrawnProfile> = fc.oneof(
  { weight: 3, arbitrary: good },
  { weight: 1, arbitrary: doubtful },
);

/** What a profile leaves open when it says nothing of it. */
export const politely = { requests: 500, accepted: 100 };

/** The file of a drawn profile, for an endpoint that listens here. */
export const profileYaml = (drawn: DrawnProfile, port: number): string =>
  JSON.stringify({
    ...{ profile: 'drawn', title: 'Drawn', phase: 1, endpoint: { url: `http://${drawn.host}:${String(port)}/` } },
    ...{ testHosts: drawn.testHosts, limits: { timeoutMs: 2000, ...drawn.limits } },
    ...{ bevoegdGezag: drawn.bodies, media: drawn.media },
    ...(drawn.permission === undefined ? {} : { toestemming: written(drawn.permission) }),
  });

const written = ({ from, until, scope }: NonNullable<DrawnProfile['permission']>) => ({
  ...{ door: 'niemand', datum: from, tot: until, omvang: scope },
});

/** What may be sent besides valid deliveries, by the permission that covers the day. */
export const scopeOf = ({ permission: given }: DrawnProfile): readonly string[] =>
  given === undefined || given.from > runDay || given.until < runDay ? [] : given.scope;
