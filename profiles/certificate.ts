import { dirname, resolve } from 'node:path';
import type { Place } from '#xml/place';
import { ContractError } from '#contract/folder/contract-error';
import type { Shaped } from '#contract/description/description';
import { type Lookup, authoritiesFrom, fillIn } from './environment.ts';
import type { CertificateFiles, Profile, ProfileCertificate, ProfileMandate } from './profile.ts';
import type { ProfileEntries } from './shape.ts';

type Shape = Shaped<ProfileEntries>;
type Files = Exclude<NonNullable<ProfileEntries['certificate']>, { readonly mock: unknown }>;

/** The certificate of a profile; throws `ContractError` where its phase asks for one and it has none, or has it in the wrong way. */
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
    const way = isMock ? 'certificate: { mock: koop }' : 'certificate: { file: { env: NAME } }';
    throw new ContractError(shaped.placeOf('phase'), `phase ${String(phase)} connects with a certificate; add ${way}`);
  }
  const place = shaped.placeOf('certificate');
  if (phase === 1) throw new ContractError(place, 'phase 1 connects with a username; take certificate out');
  if ('mock' in certificate) {
    if (isMock) return { kind: 'mock', issuer: certificate.mock };
    throw new ContractError(place, 'certificate.mock is for the embedded endpoint only; write file: { env: NAME }');
  }
  if (isMock) throw new ContractError(place, 'the embedded endpoint takes its own certificates; write { mock: koop }');
  return { kind: 'files', ...filesOf(certificate, { shaped, environment, place }) };
};

/** What carries the certificate has it, and shows none of ours. */
const demandNone = ({ entries, placeOf }: Shape): void => {
  const own = (['certificate', 'wrongCertificates'] as const).find((key) => entries[key] !== undefined);
  if (own === undefined) return;
  throw new ContractError(
    placeOf(own),
    `what listens at endpoint.via carries the certificate, and ${own} would never be shown; take one of the two out`,
  );
};

interface Surroundings {
  readonly shaped: Shape;
  readonly environment: Lookup;
  readonly place: Place;
}

const filesOf = (files: Files, { shaped, environment, place }: Surroundings): CertificateFiles => {
  if (typeof files.password === 'string') {
    const way = 'write password: { env: NAME } and put the value in that environment variable';
    throw new ContractError(place, `the password of a certificate stands in the profile itself; ${way}`);
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
