import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import type { SignatureProblem } from './signature/check-signature.ts';
import type { ZipProblem } from './zip/read-zip.ts';

/** What shows that a package is not what was signed, or is none. */
export type BundleProblem =
  | { readonly kind: 'zip'; readonly problem: ZipProblem }
  | { readonly kind: 'missing' | 'unlisted' | 'not-there' | 'changed' | 'too-large'; readonly file: string }
  | { readonly kind: 'order' | 'manifest' | 'version' | 'journal' }
  | { readonly kind: 'signature'; readonly problem: SignatureProblem };

/** A problem in one sentence. */
export const problemText = (problem: BundleProblem): Bilingual => {
  if (problem.kind === 'zip') return zipTexts[problem.problem.kind](shortly(problem.problem.name ?? '', mostOfName));
  if (problem.kind === 'signature') return signatureTexts[problem.problem];
  if ('file' in problem) return fileTexts[problem.kind](shortly(problem.file, mostOfName));
  return texts[problem.kind];
};

/** Characters of a name in a package that are told. */
const mostOfName = 100;

const zipTexts: Readonly<Record<ZipProblem['kind'], (name: string) => Bilingual>> = {
  'no-zip': () => ({ nl: 'het bestand is geen geheel zipbestand', en: 'the file is no whole zip' }),
  'several-parts': () => ({ nl: 'het zipbestand bestaat uit delen', en: 'the zip is one of several parts' }),
  'too-many': () => ({
    nl: 'het zipbestand bevat meer bestanden dan een pakket kan hebben',
    en: 'the zip holds more files than a package can have',
  }),
  name: (name) => ({
    nl: `het zipbestand bevat "${name}", en dat hoort niet in een pakket`,
    en: `the zip holds "${name}", which does not belong in a package`,
  }),
  twice: (name) => ({ nl: `het zipbestand bevat "${name}" twee keer`, en: `the zip holds "${name}" twice` }),
  method: (name) => ({
    nl: `"${name}" is in het zipbestand gecomprimeerd, en 3pas seal slaat bestanden op zoals ze zijn`,
    en: `"${name}" is compressed in the zip, and 3pas seal stores files as they are`,
  }),
  encrypted: (name) => ({ nl: `"${name}" is versleuteld`, en: `"${name}" is encrypted` }),
  otherwise: (name) => ({
    nl:
      name === ''
        ? 'het zipbestand is anders opgebouwd dan 3pas seal het schrijft'
        : `de kop van "${name}" in het zipbestand is anders dan 3pas seal die schrijft`,
    en:
      name === ''
        ? 'the zip is built otherwise than 3pas seal writes it'
        : `the header of "${name}" in the zip is not as 3pas seal writes it`,
  }),
};

const fileTexts: Readonly<
  Record<'missing' | 'unlisted' | 'not-there' | 'changed' | 'too-large', (file: string) => Bilingual>
> = {
  missing: (file) => ({
    nl: `${file} ontbreekt, en hoort in elk pakket`,
    en: `${file} is missing, and belongs in every package`,
  }),
  unlisted: (file) => ({
    nl: `${file} staat in het pakket en niet in manifest.json`,
    en: `${file} is in the package and not in manifest.json`,
  }),
  'not-there': (file) => ({
    nl: `${file} staat in manifest.json en niet in het pakket`,
    en: `${file} is in manifest.json and not in the package`,
  }),
  changed: (file) => ({
    nl: `${file} is niet het bestand dat ondertekend is`,
    en: `${file} is not the file that was signed`,
  }),
  'too-large': (file) => ({
    nl: `${file} is groter dan een pakket mag bevatten, of groter dan manifest.json zegt`,
    en: `${file} is larger than a package may hold, or larger than manifest.json says`,
  }),
};

const texts: Readonly<Record<'order' | 'manifest' | 'version' | 'journal', Bilingual>> = {
  journal: {
    nl: 'het pakket bevat geen journaal van een run of opname',
    en: 'the package holds no journal of a run or recording',
  },
  order: {
    nl: 'de bestanden staan in een andere volgorde dan 3pas seal ze schrijft',
    en: 'the files stand in another order than 3pas seal writes them',
  },
  manifest: {
    nl: 'manifest.json is niet te lezen, of is niet zoals 3pas seal het schrijft',
    en: "manifest.json can't be read, or is not as 3pas seal writes it",
  },
  version: {
    nl: 'het pakket is van een andere versie dan deze 3pas leest; gebruik de versie die het maakte, of een nieuwere',
    en: 'the package has a version that this 3pas does not read; use the version that made it, or a newer one',
  },
};

const signatureTexts: Readonly<Record<SignatureProblem, Bilingual>> = {
  'not-a-signature': {
    nl: 'manifest.p7s is geen ondertekening zoals 3pas seal die maakt',
    en: 'manifest.p7s is no signature as 3pas seal makes them',
  },
  'of-other-content': {
    nl: 'de ondertekening klopt niet: zij is van een ander manifest, of is gewijzigd',
    en: 'the signature does not fit: it is of another manifest, or was changed',
  },
  'other-certificates': {
    nl: 'de certificaten in de ondertekening zijn niet die waarmee ondertekend is',
    en: 'the certificates in the signature are not those that it was made with',
  },
  'outside-validity': {
    nl: 'het certificaat van de ondertekenaar was op het moment van ondertekenen niet geldig',
    en: 'the certificate of the signer was not valid at the moment of signing',
  },
};
