import type { Bilingual } from '#contract/texts/bilingual';
import type { AcceptedThere, CertificateSeen } from '../facts/gate-facts.ts';
import type { KnownVendor } from '../policy/policy.ts';
import { type Reason, reason } from './decision.ts';
import { acceptedOf, leastOf } from './delivery-reasons.ts';
import type { JudgedEvidence } from './judged-evidence.ts';
import { knownVendor } from './known-vendor.ts';

/** Whose certificates the deliveries were made with that an endpoint of the phase accepted, and which one that endpoint showed. */
export const connectionReasons = (judged: JudgedEvidence): readonly Reason[] => {
  const accepted = judged.required.documentTypes.flatMap(({ name }) => acceptedOf(judged, name));
  return [
    ...organisationReasons(judged),
    ...certificateNotes(accepted),
    ...serverReasons(accepted, judged),
    ...(accepted.length > 1 && accepted.every(isOfMock) ? [reason('warning', numbersOfMock, { by: 'koop' })] : []),
  ];
};

/** Before there is a certificate of PKIoverheid nothing tells of an organisation, nor does a connection that a publication proves. */
const organisationReasons = (judged: JudgedEvidence): readonly Reason[] => {
  const { phase, policy, integrity, required } = judged;
  const known = knownVendor(policy, integrity?.signer);
  if (phase !== 3 || known === undefined) return [];
  if (known.oin === undefined) return [reason('note', withoutOin(known.name), { by: 'koop' })];
  return required.documentTypes.flatMap(({ name }) => ofType(name, known, judged));
};

const ofType = (documentType: string, { oin = '', broker }: KnownVendor, judged: JudgedEvidence): readonly Reason[] => {
  const accepted = acceptedOf(judged, documentType);
  const count = (wanted: string | undefined): number =>
    wanted === undefined ? 0 : accepted.filter(({ certificate }) => certificate?.oin === wanted).length;
  const [own, ofBroker, least] = [count(oin), count(broker), leastOf(judged, documentType)];
  return [
    ...(own + ofBroker >= least
      ? []
      : [reason('missing', otherOrganisation(oin, own + ofBroker, least), { documentType })]),
    ...(ofBroker === 0 ? [] : [reason('note', byBroker(broker ?? '', ofBroker), { documentType, by: 'koop' })]),
  ];
};

const otherOrganisation = (oin: string, came: number, least: number): Bilingual => ({
  nl: `${String(came)} van de ${String(least)} aangenomen aanleveringen die nodig zijn, zijn verstuurd met een certificaat van de organisatie met OIN ${oin}, of van de broker die het beleid noemt`,
  en: `${String(came)} of the ${String(least)} accepted deliveries that are needed were sent with a certificate of the organisation with OIN ${oin}, or of the broker that the policy names`,
});

const withoutOin = (name: string): Bilingual => ({
  nl: `niet vergeleken is van welke organisatie het clientcertificaat is: het beleid noemt bij ${name} geen OIN; zet het in de kolom toelichting`,
  en: `whose organisation the client certificate is of was not compared: the policy names no OIN with ${name}; put it in the column toelichting`,
});

const byBroker = (oin: string, count: number): Bilingual => ({
  nl: `aangeleverd met een certificaat van de broker met OIN ${oin}, zoals het beleid toestaat (${String(count)})`,
  en: `delivered with a certificate of the broker with OIN ${oin}, as the policy allows (${String(count)})`,
});

/** More than one is told: a certificate was renewed, or not all messages came the same way. */
const certificateNotes = (accepted: readonly AcceptedThere[]): readonly Reason[] => {
  const all = Map.groupBy(accepted, ({ certificate }) => certificate?.fingerprint);
  if (all.size < 2) return [];
  return [...all.values()].map((own) =>
    reason('note', certificateText(own[0]?.certificate, own.length), { by: 'koop' }),
  );
};

const certificateText = (certificate: CertificateSeen | undefined, count: number): Bilingual => {
  const number = String(count);
  if (certificate === undefined)
    return {
      nl: `meer dan één certificaat: ${number} aanleveringen zonder, of met een dat niet bewaard is`,
      en: `more than one certificate: ${number} deliveries with none, or one that was not kept`,
    };
  const { subject, oin = '–', notAfter } = certificate;
  const day = notAfter.slice(0, 10);
  return {
    nl: `meer dan één certificaat: ${number} aanleveringen met dat van ${subject} (OIN ${oin}, geldig tot en met ${day})`,
    en: `more than one certificate: ${number} deliveries with that of ${subject} (OIN ${oin}, valid until ${day})`,
  };
};

/** Who is fooled by an address that leads elsewhere shows it here; who forges a recording knows the certificate of the endpoint too. */
const serverReasons = (accepted: readonly AcceptedThere[], { policy, phase }: JudgedEvidence): readonly Reason[] =>
  (policy?.read.targets ?? []).flatMap((target) => {
    const there = accepted.filter(({ host }) => target.phase === phase && target.host === host.toLowerCase());
    if (target.certificates.length === 0)
      return [...new Set(there.flatMap(({ server }) => server ?? []))].map((print) =>
        reason('note', showed(target.host, print), { by: 'koop' }),
      );
    const others = there.filter(({ server }) => server === undefined || !target.certificates.includes(server));
    return others.length === 0 ? [] : [reason('missing', showedOther(target.host, others.length))];
  });

const showed = (host: string, print: string): Bilingual => ({
  nl: `${host} toonde een certificaat met SHA-256 ${print}; zet het in het beleid bij dat endpoint, dan wordt het vergeleken`,
  en: `${host} showed a certificate with SHA-256 ${print}; put it with that endpoint in the policy, and it is compared`,
});

const showedOther = (host: string, count: number): Bilingual => ({
  nl: `bij ${String(count)} aangenomen aanleveringen toonde ${host} niet het certificaat dat het beleid noemt, of is dat niet vastgelegd`,
  en: `for ${String(count)} accepted deliveries ${host} did not show the certificate that the policy names, or nobody recorded it`,
});

/** The embedded endpoint counts from 10000001 in each start. */
const isOfMock = ({ number }: AcceptedThere): boolean => /^(?:D-?)?1000\d{4}$/.test(number);

const numbersOfMock: Bilingual = {
  nl: 'alle dossiernummers tellen vanaf 10000001, zoals die van het ingebouwde endpoint van 3pas: zoek ze op in de webpagina van het endpoint',
  en: 'all dossier numbers count from 10000001, as those of the embedded endpoint of 3pas do: look them up in the web page of the endpoint',
};
