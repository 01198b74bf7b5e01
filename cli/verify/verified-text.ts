import { problemText } from '#bundle/problem';
import type { Signer } from '#bundle/signature/check-signature';
import { shortly, visible } from '#contract/texts/visible';
import { judgedPublication } from '#gate/text/judged-publication';
import { resumedText } from '#reporters/resumed-text';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { rejudgedText } from '../rejudge/rejudged-text.ts';
import { type Verified, conclusionOf, faultsOf } from './conclusion.ts';

/** What a package came to: whether it is unaltered, then what judging again came to. */
export const verifiedText = (verified: Verified, language: Language): string => {
  const say = words[language];
  const { problems, signer, manifest, digest, run, again } = verified;
  const lines = [
    ...(run === undefined ? [] : [judgedLine(run, verified, language)]),
    problems.length === 0 ? say.unaltered : say.altered,
    ...problems.slice(0, mostTold).map((problem) => `  ${problemText(problem)[language]}`),
    ...(problems.length > mostTold ? [say.more(problems.length - mostTold)] : []),
    ...(signer === undefined ? [] : signerLines(signer, language)),
    ...(digest === undefined ? [] : [say.digest(digest)]),
    ...(manifest === undefined ? [] : [say.suite(manifest.suite)]),
    ...resumedLines(run, language),
    ...(run === undefined ? [] : faultsOf(verified, run).map((one) => say.otherwise(one[language]))),
    ...(verified.underived === undefined ? [say.notCompared] : verified.underived.map(say.underived)),
  ];
  const rest = again === 'other-contract' ? [say.otherContract] : [];
  const judged = typeof again === 'string' ? '' : rejudgedText(again, language);
  const end = conclusionOf(verified) === 'other-suite' ? [say.otherSuite(verified.ownSuite)] : [];
  return `${block([...lines, ...rest])}${judged}${block(end)}`;
};

const mostTold = 20;
/** Characters of a name of others. */
const mostOfName = 100;

const block = (lines: readonly string[]): string => lines.map((line) => `${visible(line)}\n`).join('');

/** First of all, what was judged. */
const judgedLine = (
  { recording, shown, started }: RunResult,
  { declared, publications }: Pick<Verified, 'declared' | 'publications'>,
  language: Language,
): string => {
  if (publications > 0) return judgedPublication(declared?.vendor ?? '?')[language];
  if (recording === undefined) return words[language].ofEndpoint(shortly(started.target, mostOfName));
  const system = shown === undefined ? declared : { ...shown, version: shown.productVersion };
  const named = system && [`${system.vendor},`, system.product, system.version].map((one) => shortly(one, mostOfName));
  return words[language].ofVendor(named?.join(' '));
};

const resumedLines = (run: RunResult | undefined, language: Language): readonly string[] => {
  const text = resumedText((run?.resumed ?? []).map(({ at }) => at));
  return text === undefined ? [] : [text[language]];
};

const signerLines = (signer: Signer, language: Language): readonly string[] => {
  const say = words[language];
  return [
    say.signer(signer.subject),
    say.issuer(signer.issuer, signer.notAfter.slice(0, 10)),
    say.fingerprint(signer.fingerprint),
    say.signedAt(signer.signedAt),
    signer.isTrusted === undefined ? say.withoutRoots : signer.isTrusted ? say.trusted : say.untrusted,
  ];
};

const words = {
  nl: {
    ofVendor: (vendor: string | undefined) =>
      `Beoordeeld: het systeem van ${vendor ?? 'een leverancier die zich niet bekendmaakt (er is geen vendor.yaml)'}`,
    ofEndpoint: (target: string) => `Beoordeeld: het endpoint ${target}; dit zegt niets over een leverancier`,
    unaltered: 'Ongewijzigd: elk bestand is wat er ondertekend is.',
    altered: 'GEWIJZIGD: dit is niet het pakket dat ondertekend is.',
    more: (count: number) => `  en nog ${String(count)}`,
    signer: (subject: string) => `Ondertekenaar: ${subject}`,
    issuer: (issuer: string, until: string) => `  certificaat van ${issuer}, geldig tot en met ${until}`,
    fingerprint: (print: string) => `  SHA-256 van het certificaat: ${print}`,
    signedAt: (at: string) => `  ondertekend op ${at}, naar de klok van de ondertekenaar`,
    withoutRoots: '  niet nagegaan is of dit certificaat te vertrouwen is; geef met --roots de stamcertificaten',
    trusted: '  het certificaat voert naar een van de gegeven stamcertificaten, en was toen geldig',
    untrusted: '  HET CERTIFICAAT VOERT NAAR GEEN VAN DE GEGEVEN STAMCERTIFICATEN',
    digest: (digest: string) => `SHA-256 van manifest.json: ${digest}`,
    suite: (version: string) => `Gemaakt met 3pas ${version}`,
    notCompared:
      'Niet nagegaan is of het toetsverslag uit het journaal volgt: daarvoor zijn de versie van 3pas en het contract van het pakket nodig.',
    underived: (file: string) => `NIET BEVESTIGD: ${file} is niet wat uit het journaal van het pakket volgt`,
    otherwise: (what: string) => `NIET BEVESTIGD: ${what}`,
    otherContract:
      'Niet opnieuw beoordeeld: het pakket is volgens een ander contract beoordeeld dan deze 3pas heeft; geef dat met --contract.',
    otherSuite: (version: string) =>
      `Het pakket is van een andere versie van de suite dan deze (${version}). Dat die anders oordeelt, maakt het pakket niet gewijzigd.`,
  },
  en: {
    ofVendor: (vendor: string | undefined) =>
      `Judged: the system of ${vendor ?? 'a vendor that does not say who it is (there is no vendor.yaml)'}`,
    ofEndpoint: (target: string) => `Judged: the endpoint ${target}; this says nothing about a vendor`,
    unaltered: 'Unaltered: each file is the one that was signed.',
    altered: 'ALTERED: this is not the package that was signed.',
    more: (count: number) => `  and ${String(count)} more`,
    signer: (subject: string) => `Signer: ${subject}`,
    issuer: (issuer: string, until: string) => `  certificate of ${issuer}, valid until ${until}`,
    fingerprint: (print: string) => `  SHA-256 of the certificate: ${print}`,
    signedAt: (at: string) => `  signed at ${at}, by the signer's clock`,
    withoutRoots: '  whether this certificate can be trusted was not checked; give the roots with --roots',
    trusted: '  the certificate leads to one of the given roots, and was valid then',
    untrusted: '  THE CERTIFICATE LEADS TO NONE OF THE GIVEN ROOTS',
    digest: (digest: string) => `SHA-256 of manifest.json: ${digest}`,
    suite: (version: string) => `Made with 3pas ${version}`,
    notCompared:
      'Whether the report follows from the journal was not checked: that takes the version of 3pas and the contract of the package.',
    underived: (file: string) => `NOT BORNE OUT: ${file} is not what follows from the journal of the package`,
    otherwise: (what: string) => `NOT BORNE OUT: ${what}`,
    otherContract:
      'Not judged again: the package was judged by another contract than this 3pas has; give that with --contract.',
    otherSuite: (version: string) =>
      `The package is of another version of the suite than this one (${version}). That this one judges otherwise does not make the package altered.`,
  },
} as const;
