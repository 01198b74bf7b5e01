import type { Hierarchy } from './authorities.ts';
import { dutchDay } from './days.ts';
import { type CertificateFacts, titleOf } from './facts.ts';
import { saysTrial, trialPolicy, typeOfG4 } from './g4-names.ts';
import {
  type CertificateJudge,
  type Opinion,
  type Presented,
  breaks,
  holds,
  notApplicable,
  unknown,
} from './opinion.ts';

/** A leaf signs no others. */
export const isNoAuthority: CertificateJudge = ({ leaf }) =>
  leaf.extensions.isAuthority
    ? breaks('basicConstraints zegt dat het een CA is', 'basicConstraints says that it is a CA')
    : holds('het is geen CA', 'it is no CA');

/** Complete up to a root, or up to what is known to be issued by one. */
export const chainComplete: CertificateJudge = ({ chain: { issuers, end, borrowed } }) => {
  const lacking = borrowed.find(({ selfIssued }) => !selfIssued);
  if (lacking !== undefined) return missing(titleOf(lacking.subject), { role: 'tsp' });
  const count = String(issuers.length + 1);
  if (end.kind === 'root')
    return holds(`${count} certificaten, tot en met de root`, `${count} certificates, with the root`);
  if (end.kind === 'below-root')
    return holds(`${count} certificaten, tot onder de root`, `${count} certificates, up to below the root`);
  if (end.kind === 'forged')
    return breaks(
      `de uitgever "${titleOf(end.issuer.subject)}" is erbij, maar met een andere sleutel`,
      `the issuer "${titleOf(end.issuer.subject)}" is there, but with another key`,
    );
  return end.named === undefined ? perhapsComplete(titleOf(end.issuer)) : missing(titleOf(end.issuer), end.named);
};

const missing = (name: string, { role, url }: { readonly role: string; readonly url?: string }): Opinion => {
  if (role === 'root') return holds(`tot onder de root "${name}"`, `up to below the root "${name}"`);
  const [nl, en] = url === undefined ? ['', ''] : [`; te halen bij ${url}`, `; to be had at ${url}`];
  return breaks(`het certificaat van "${name}" ontbreekt${nl}`, `the certificate of "${name}" is missing${en}`);
};

const perhapsComplete = (name: string): Opinion =>
  unknown(
    `de uitgever "${name}" is niet meegegeven; of dat een root is, die weg mag blijven, is niet te zien`,
    `the issuer "${name}" was not given; whether that is a root, which may be left out, can’t be seen`,
  );

/** What was linked was verified; an issuer that is there and did not sign breaks it. */
export const chainSigned: CertificateJudge = ({ leaf, chain: { issuers, end } }) => {
  if (end.kind === 'forged') {
    const [subject, issuer] = [titleOf((issuers.at(-1) ?? leaf).subject), titleOf(end.issuer.subject)];
    return breaks(
      `"${issuer}" heeft de handtekening onder "${subject}" niet gezet`,
      `"${issuer}" did not make the signature under "${subject}"`,
    );
  }
  const links = issuers.length + (end.kind === 'root' ? 1 : 0);
  if (links === 0) return unknown('geen uitgever om mee te vergelijken', 'no issuer to compare with');
  return links === 1
    ? holds('de handtekening klopt', 'the signature fits')
    : holds(`${String(links)} handtekeningen kloppen`, `${String(links)} signatures fit`);
};

/** Each issuer is an authority, and within its validity. */
export const issuersValid: CertificateJudge = ({ chain: { issuers }, now }) => {
  if (issuers.length === 0) return notApplicable('er is geen uitgever meegegeven', 'no issuer was given');
  const opinions = issuers.map((one) => issuerValid(one, now));
  return (
    opinions.find((one) => one !== undefined) ??
    holds(
      `uitgevers: ${String(issuers.length)}, elk een geldige CA`,
      `issuers: ${String(issuers.length)}, each a valid CA`,
    )
  );
};

const issuerValid = (
  { subject, extensions, notBefore, notAfter }: CertificateFacts,
  now: Date,
): Opinion | undefined => {
  const name = titleOf(subject);
  if (!extensions.isAuthority) return breaks(`"${name}" is geen CA`, `"${name}" is no CA`);
  if (now > notAfter)
    return breaks(`"${name}" is verlopen op ${dutchDay(notAfter)}`, `"${name}" expired on ${dutchDay(notAfter)}`);
  if (now < notBefore)
    return breaks(`"${name}" gaat pas in op ${dutchDay(notBefore)}`, `"${name}" begins on ${dutchDay(notBefore)}`);
  return undefined;
};

/** KOOP publishes no CA, so without one that was given the answer can't be known. */
export const issuedByKoop: CertificateJudge = (presented) => {
  const { chain } = presented;
  if (chain.hierarchy === 'KOOP') return recognised(presented);
  if (chain.hierarchy !== 'unknown')
    return breaks(
      `het is een PKIoverheid-certificaat (${chain.hierarchy}): bewijs voor fase 3`,
      `it is a PKIoverheid certificate (${chain.hierarchy}): evidence for phase 3`,
    );
  if (isSelfSigned(presented)) return selfSigned;
  if (!chain.authorities.some(({ hierarchy }) => hierarchy === 'KOOP'))
    return unknown(
      'onbeslist: KOOP publiceert zijn CA niet; geef het CA-certificaat van KOOP mee (--koop-ca)',
      'can’t be decided: KOOP does not publish its CA; give the CA certificate of KOOP (--koop-ca)',
    );
  return chain.end.kind === 'open'
    ? unknown(
        `"${titleOf(chain.end.issuer)}" is niet meegegeven, en is niet de CA van KOOP die is opgegeven; geef de keten (--chain)`,
        `"${titleOf(chain.end.issuer)}" was not given, and is not the CA of KOOP that was given; give the chain (--chain)`,
      )
    : notUnder(presented, 'de CA van KOOP die is opgegeven', 'the CA of KOOP that was given');
};

/** A name is no proof: only a fingerprint in the verified chain is. */
export const issuedUnderPkioverheid: CertificateJudge = (presented) => {
  const { hierarchy, end } = presented.chain;
  if (hierarchy === 'G1' || hierarchy === 'G4') return recognised(presented);
  if (hierarchy === 'KOOP')
    return breaks('het is een certificaat van KOOP: voor fase 2', 'it is a certificate of KOOP: for phase 2');
  const told = ofG4ByName(presented);
  if (told !== undefined) return told;
  if (isSelfSigned(presented)) return selfSigned;
  if (end.kind !== 'open') return notUnder(presented, 'een CA van PKIoverheid Private', 'a CA of PKIoverheid Private');
  const name = titleOf(end.issuer);
  return end.named === undefined
    ? unknown(
        `geen van de uitgevers is bekend, en "${name}" is niet meegegeven; geef de keten tot de root (--chain)`,
        `none of the issuers is known, and "${name}" was not given; give the chain up to the root (--chain)`,
      )
    : unknown(
        `de naam "${name}" is die van een CA van ${end.named.hierarchy}, maar een naam bewijst niets; geef dat certificaat mee (--chain)`,
        `the name "${name}" is that of a CA of ${end.named.hierarchy}, but a name proves nothing; give that certificate (--chain)`,
      );
};

/** What an unknown chain says that it is of G4; a TRIAL is under roots that nobody is to trust. */
const ofG4ByName = ({ chain }: Presented): Opinion | undefined => {
  const type = typeOfG4(chain);
  if (saysTrial(chain))
    return breaks(
      'het is een TRIAL-certificaat van PKIoverheid (pkioverheid/g4-trial): om G4 mee te proberen, en nergens geldig',
      'it is a TRIAL certificate of PKIoverheid (pkioverheid/g4-trial): to try G4 with, and valid nowhere',
    );
  return type?.startsWith('G-Other') === true
    ? unknown(
        `het noemt zich een G4-certificaat van type ${type}; voor verbindingen tussen systemen is G-TLS SYS bedoeld, en of 3PAS dit type aanneemt, is niet bekend: vraag het KOOP`,
        `it calls itself a G4 certificate of type ${type}; for connections between systems there is G-TLS SYS, and whether 3PAS takes this type is not known: ask KOOP`,
      )
    : undefined;
};

const isSelfSigned = ({ chain }: Presented): boolean => chain.issuers.length === 0 && chain.end.kind === 'root';

const selfSigned = breaks('het certificaat heeft zichzelf ondertekend', 'the certificate signed itself');

const recognised = ({ chain }: Presented): Opinion => {
  const { subject = '', test, sha256 = '' } = chain.recognised ?? {};
  const print = sha256.slice(0, 16);
  return test === true
    ? holds(`"${subject}" van de test-PKI (SHA-256 ${print}…)`, `"${subject}" of the test PKI (SHA-256 ${print}…)`)
    : holds(`"${subject}" herkend (SHA-256 ${print}…)`, `"${subject}" recognised (SHA-256 ${print}…)`);
};

const notUnder = ({ leaf, chain: { issuers } }: Presented, nl: string, en: string): Opinion => {
  const top = titleOf((issuers.at(-1) ?? leaf).subject);
  return breaks(`de keten loopt tot "${top}", en niet tot ${nl}`, `the chain goes up to "${top}", and not to ${en}`);
};

/** Of G4 it isn't known whether 3PAS takes it, so nothing is said against it. */
export const hierarchyTaken: CertificateJudge = ({ chain: { hierarchy } }) => {
  if (hierarchy === 'G1') return holds('KOOP noemt de Private Root (G1)', 'KOOP names the Private Root (G1)');
  if (hierarchy === 'G4')
    return unknown(
      'of 3PAS G4 aanneemt, is niet bekend: de pagina van KOOP noemt alleen de Private Root (G1); vraag het KOOP',
      'whether 3PAS takes G4 is not known: the page of KOOP names the Private Root (G1) only; ask KOOP',
    );
  return notApplicable('het is geen herkend PKIoverheid-certificaat', 'it is no recognised PKIoverheid certificate');
};

const policies: Readonly<Record<Exclude<Hierarchy, 'KOOP'>, string>> = {
  G1: '2.16.528.1.1003.1.2.8.6',
  G4: '2.16.528.1.1003.1.2.44.15.35.11',
};

/** The policy of a server certificate; under a test PKI that of a TRIAL will do. */
export const policyOfHierarchy: CertificateJudge = ({ leaf: { extensions }, chain }) => {
  const { hierarchy } = chain;
  if (hierarchy !== 'G1' && hierarchy !== 'G4')
    return notApplicable('de hiërarchie is niet herkend', 'the hierarchy was not recognised');
  const expected = policies[hierarchy];
  const found = extensions.policies.join(', ') || '–';
  if (extensions.policies.includes(expected)) return holds(expected, expected);
  if (!extensions.policies.includes(trialPolicy))
    return breaks(`verwacht ${expected}, gevonden ${found}`, `expected ${expected}, found ${found}`);
  return chain.recognised?.test === true
    ? holds(`${trialPolicy} (TRIAL)`, `${trialPolicy} (TRIAL)`)
    : breaks(`${trialPolicy} is van een TRIAL`, `${trialPolicy} is that of a TRIAL`);
};

/** Whoever checks revocation needs the address. */
export const namesCrl: CertificateJudge = ({ leaf: { extensions } }) => {
  const [first] = extensions.crls;
  return first === undefined
    ? breaks('er is geen CRL distribution point', 'there is no CRL distribution point')
    : holds(first, first);
};
