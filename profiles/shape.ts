import { keys, oneOf, positive, text } from '#contract/description/description-values';
import { isDay } from '#contract/texts/is-day';
import { certificateFaults, hierarchies } from '#contract/wire/certificate-faults';
import * as v from 'valibot';
import { profileScopes } from './profile.ts';

const date = v.pipe(text, v.check(isDay, 'must be a date, YYYY-MM-DD'));

/** A number that timers and pools can be given. */
const upTo = (most: number) => v.pipe(positive, v.maxValue(most, `must be at most ${String(most)}`));

/** RFC 9110 section 5.6.2; those that frame a message are not for credentials. */
const headerName = v.pipe(
  text,
  v.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'must be the name of a header'),
  v.check((name) => !framing.has(name.toLowerCase()), 'must not be a header that HTTP itself uses'),
);

const framing: ReadonlySet<string> = new Set(
  'connection content-length content-type expect host keep-alive soapaction te trailer transfer-encoding upgrade'.split(
    ' ',
  ),
);

/** A value as it stands, or the name of the environment variable that holds it. */
const fromEnvironment = v.union(
  [text, keys({ env: text, optional: v.optional(v.boolean('must be true or false')) })],
  'must be a text, or a mapping { env: NAME }',
);

const authorities = v.union(
  [v.array(keys({ soort: text, naam: text })), keys({ env: text })],
  'must be a list of { soort, naam }, or a mapping { env: NAME }',
);

/** A certificate in files: PEM, DER or PKCS#12, its key and chain where they are files of their own. */
const certificateFiles = keys({
  file: fromEnvironment,
  key: v.optional(fromEnvironment),
  chain: v.optional(fromEnvironment),
  password: v.optional(fromEnvironment),
});

const mustBeOin = 'must be an OIN, 20 digits in quotes';

const oin = v.pipe(
  v.string(({ received }) =>
    /^\d/.test(received)
      ? `${mustBeOin}; without them YAML reads the number ${received}`
      : `${mustBeOin}, not ${received}`,
  ),
  v.regex(/^\d{20}$/, mustBeOin),
);

/** The keys of a profile. */
export const profileShape = keys({
  profile: text,
  title: text,
  phase: v.picklist([1, 2, 3, 4], 'must be 1, 2, 3 or 4'),
  endpoint: v.union(
    [keys({ mock: v.literal(true, 'must be true') }), keys({ url: fromEnvironment, via: v.optional(fromEnvironment) })],
    'must be { mock: true } or { url: … }',
  ),
  testHosts: v.optional(v.array(fromEnvironment, 'must be a list of hosts')),
  credentials: v.optional(
    keys({
      carrier: v.optional(oneOf(['basic', 'wsse', 'header']), 'basic'),
      headers: v.optional(keys({ username: headerName, password: headerName })),
      username: fromEnvironment,
      password: v.optional(fromEnvironment),
    }),
  ),
  certificate: v.optional(
    v.union(
      [keys({ mock: oneOf(hierarchies) }), certificateFiles],
      'must be { file: …, key: …, chain: …, password: … }, or { mock: koop }, { mock: g1 } or { mock: g4 } at the embedded endpoint',
    ),
  ),
  proxy: v.optional(
    v.union(
      [
        v.literal('none'),
        keys({ url: fromEnvironment, username: v.optional(fromEnvironment), password: v.optional(fromEnvironment) }),
      ],
      'must be none, or { url: …, username: { env: NAME }, password: { env: NAME } }',
    ),
  ),
  serverRoots: v.optional(v.array(fromEnvironment, 'must be a list of files')),
  machtigingen: v.optional(
    v.array(keys({ oin, bevoegdGezag: authorities }), 'must be a list of { oin, bevoegdGezag }'),
  ),
  wrongCertificates: v.optional(v.record(oneOf(certificateFaults), certificateFiles, 'must be a mapping')),
  contract: v.optional(text),
  corpus: v.optional(text),
  limits: v.optional(
    keys({
      requestsPerSecond: v.optional(positive),
      requests: v.optional(positive),
      perDay: v.optional(positive),
      accepted: v.optional(positive),
      connections: v.optional(upTo(64)),
      timeoutMs: v.optional(upTo(600_000)),
    }),
    {},
  ),
  bevoegdGezag: v.optional(authorities),
  media: v.optional(v.array(text, 'must be a list')),
  toestemming: v.optional(
    v.pipe(
      keys({ door: text, datum: date, tot: date, omvang: v.array(oneOf(profileScopes), 'must be a list') }),
      v.check(({ datum, tot }) => datum <= tot, 'ends (tot) before it begins (datum)'),
    ),
  ),
});

/** What a profile says, as it is written. */
export type ProfileEntries = v.InferOutput<typeof profileShape>;
