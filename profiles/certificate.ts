import { dirname, resolve } from 'node:path';
import type { Place } from '#xml/place';
import type { Shaped } from '#contract/description/description';
import { type Lookup, authoritiesFrom, fillIn } from './environment.ts';
import type { CertificateFiles, Profile, ProfileCertificate, ProfileMandate } from './profile.ts';
import { Refusal, inProfileItself } from './refusal.ts';
import type { ProfileEntries } from './shape.ts';

type Shape = Shaped<ProfileEntries>;
type Files = Exclude<NonNullable<ProfileEntries['certificate']>, { readonly mock: unknown }>;

/** The certificate of a profile; throws `Refusal` where its phase asks for one and it has none, or has it in the wrong way. */
export const certificateOf = (
  shaped: Shape,
  at: Profile['endpoint'],
  environment: Lookup,
): ProfileCertificate | undefined => {
  const { certificate, endpoint, phase } = shaped.entries;
  const isMock = 'mock' in endpoint;
  if (at.kind === 'url' && at.via !== undefined) {
    demandNone(shaped);
    return undefined;
  }
  if (certificate === undefined) {
    if (phase === 1) return undefined;
    throw noCertificate(shaped.placeOf('phase'), phase, isMock);
  }
  const place = shaped.placeOf('certificate');
  if (phase === 1) throw inPhaseOne(place);
  if ('mock' in certificate) {
    if (isMock) return { kind: 'mock', issuer: certificate.mock };
    throw mockElsewhere(place);
  }
  if (isMock) throw ownOfMock(place);
  return { kind: 'files', ...filesOf(certificate, { shaped, environment, place }) };
};

/** What carries the certificate has it, and shows none of ours. */
const demandNone = ({ entries, placeOf }: Shape): void => {
  const own = (['certificate', 'wrongCertificates'] as const).find((key) => entries[key] !== undefined);
  if (own === undefined) return;
  throw new Refusal(
    { place: placeOf(own) },
    {
      nl: `wat op endpoint.via luistert, heeft het certificaat, en ${own} zou nooit getoond worden`,
      en: `what listens at endpoint.via carries the certificate, and ${own} would never be shown`,
    },
    { nl: 'haal een van de twee weg', en: 'take one of the two out' },
  );
};

const noCertificate = (place: Place, phase: number, isMock: boolean): Refusal => {
  const [nl, en] = isMock
    ? ['{ mock: koop }', '{ mock: koop }']
    : ['{ file: { env: NAAM } }', '{ file: { env: NAME } }'];
  return new Refusal(
    { place },
    {
      nl: `fase ${String(phase)} gebruikt een certificaat`,
      en: `phase ${String(phase)} connects with a certificate`,
    },
    { nl: `voeg toe: certificate: ${nl}`, en: `add certificate: ${en}` },
  );
};

const inPhaseOne = (place: Place): Refusal =>
  new Refusal(
    { place },
    { nl: 'fase 1 gebruikt een gebruikersnaam', en: 'phase 1 connects with a username' },
    { nl: 'haal certificate weg', en: 'take certificate out' },
  );

const mockElsewhere = (place: Place): Refusal =>
  new Refusal(
    { place },
    {
      nl: 'certificate.mock is alleen voor het ingebouwde endpoint',
      en: 'certificate.mock is for the embedded endpoint only',
    },
    { nl: 'schrijf file: { env: NAAM }', en: 'write file: { env: NAME }' },
  );

const ownOfMock = (place: Place): Refusal =>
  new Refusal(
    { place },
    {
      nl: 'het ingebouwde endpoint neemt zijn eigen certificaten',
      en: 'the embedded endpoint takes its own certificates',
    },
    { nl: 'schrijf { mock: koop }', en: 'write { mock: koop }' },
  );

interface Surroundings {
  readonly shaped: Shape;
  readonly environment: Lookup;
  readonly place: Place;
}

const filesOf = (files: Files, { shaped, environment, place }: Surroundings): CertificateFiles => {
  if (typeof files.password === 'string') {
    const named = { nl: 'het wachtwoord van een certificaat', en: 'the password of a certificate' };
    throw inProfileItself(place, 'password', named);
  }
  const path = (value: Files['key']): string | undefined => pathOf(shaped, value, environment);
  return {
    file: path(files.file) ?? '',
    key: path(files.key),
    chain: path(files.chain),
    password: files.password === undefined ? undefined : fillIn(files.password, environment),
  };
};

/** A path in the profile starts from its folder, one in the environment from the working directory. */
const pathOf = ({ placeOf }: Shape, value: Files['key'], environment: Lookup): string | undefined => {
  if (typeof value === 'string') return resolve(dirname(placeOf().file), value);
  const found = value === undefined ? undefined : fillIn(value, environment);
  return found === undefined ? undefined : resolve(found);
};

/** The files with extra roots for the server's certificate. */
export const serverRootsOf = (shaped: Shape, environment: Lookup): readonly string[] =>
  (shaped.entries.serverRoots ?? []).flatMap((root) => pathOf(shaped, root, environment) ?? []);

/** The certificates that are wrong in a known way. */
export const wrongCertificatesOf = (shaped: Shape, environment: Lookup): Profile['wrongCertificates'] =>
  Object.fromEntries(
    Object.entries(shaped.entries.wrongCertificates ?? {}).map(([fault, files]) => {
      const place = shaped.placeOf('wrongCertificates', fault);
      return [fault, filesOf(files, { shaped, environment, place })];
    }),
  );

/** Who may deliver for whom. */
export const mandatesOf = (shaped: Shape, environment: Lookup): readonly ProfileMandate[] | undefined =>
  shaped.entries.machtigingen?.map(({ oin, bevoegdGezag }, index) => ({
    oin,
    authorities: authoritiesFrom(bevoegdGezag, environment, shaped.placeOf('machtigingen', index, 'bevoegdGezag')),
  }));
