import 'reflect-metadata';
import { AuthorityInfoAccessExtension, CRLDistributionPointsExtension } from '@peculiar/x509';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Path } from './path.ts';
import { calledBy, type Certificate } from './presented.ts';
import type { Link, Status } from './link.ts';
import type { Step } from './step.ts';

/** No certificate below the root stands on the list of its issuer; without a list there is no access. */
export const isNotOnList: Step = async ({ path, now, revocation }) => {
  for (const link of linksOf(path)) {
    const [url] = listsOf(link.certificate);
    const status: Status =
      url === undefined
        ? { kind: 'unknown', why: 'the certificate names no list' }
        : await revocation.onList(link, url, now);
    const refused = refusal(link, status, { nl: 'de CRL', en: 'the CRL' });
    if (refused !== undefined) return refused;
  }
  return undefined;
};

/** The responder that the leaf names has nothing against it; without an answer there is no access. */
export const isNotRevokedWhenAsked: Step = async ({ path, now, revocation }) => {
  const [link] = linksOf(path);
  const url = link?.certificate.says.getExtension(AuthorityInfoAccessExtension)?.ocsp[0]?.value;
  if (link === undefined || url === undefined) return undefined;
  return refusal(link, await revocation.whenAsked(link, url, now), { nl: 'OCSP', en: 'OCSP' });
};

/** Nobody is called on the word of a certificate that no accepted root vouches for, nor out of this machine. */
const linksOf = ({ certificates, end, canBeAsked }: Path): readonly Link[] =>
  end === 'accepted-root' && canBeAsked
    ? certificates.flatMap((certificate, index) => {
        const issuer = certificates[index + 1];
        return issuer === undefined ? [] : [{ certificate, issuer }];
      })
    : [];

const listsOf = (certificate: Certificate): readonly string[] => {
  const known = lists.get(certificate) ?? readLists(certificate);
  lists.set(certificate, known);
  return known;
};

/** To read an extension takes longer than all other steps. */
const lists = new WeakMap<Certificate, readonly string[]>();

const readLists = ({ says }: Certificate): readonly string[] =>
  (says.getExtension(CRLDistributionPointsExtension)?.distributionPoints ?? []).flatMap(
    ({ distributionPoint }) =>
      distributionPoint?.fullName?.flatMap(({ uniformResourceIdentifier: uri }) => (uri === undefined ? [] : [uri])) ??
      [],
  );

const refusal = ({ certificate }: Link, status: Status, by: Bilingual): Bilingual | undefined => {
  const name = calledBy(certificate.says.subjectName);
  if (status.kind === 'good') return undefined;
  if (status.kind === 'revoked')
    return {
      nl: `Het certificaat "${name}" is ingetrokken volgens ${by.nl}. Vraag een nieuw certificaat aan.`,
      en: `The certificate "${name}" is revoked according to ${by.en}. Apply for a new one.`,
    };
  return {
    nl: `Of het certificaat "${name}" is ingetrokken, is volgens ${by.nl} niet vast te stellen (${status.why}). Probeer het later opnieuw.`,
    en: `Whether the certificate "${name}" is revoked can not be told from ${by.en} (${status.why}). Try again later.`,
  };
};
