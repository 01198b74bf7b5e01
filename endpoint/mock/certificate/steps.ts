import type { Bilingual } from '#contract/texts/bilingual';
import { endsInAcceptedRoot, isComplete, isNotSelfSigned } from './chain-steps.ts';
import { hasOin, hasOinInPlace, hasOinOf20Digits } from './oin-steps.ts';
import { isNotOnList, isNotRevokedWhenAsked } from './revocation-steps.ts';
import type { Step } from './step.ts';
import { mayBeClient, maySign } from './usage-steps.ts';
import { hasBegun, isNotOver } from './validity-steps.ts';

/** Whether something is asked of who shows no certificate at all. */
type WithoutCertificate = () => Bilingual | undefined;

const hasCertificate: WithoutCertificate = () => ({
  nl: 'Er is geen certificaat meegestuurd. Stel in de client het certificaat en zijn sleutel in.',
  en: 'No certificate was sent. Give the client its certificate and key.',
});

/** Everything that is asked of the certificate of a client, in this order; the first that refuses is told. */
export const certificateSteps = {
  present: hasCertificate,
  'not-self-signed': isNotSelfSigned,
  complete: isComplete,
  root: endsInAcceptedRoot,
  begun: hasBegun,
  'not-expired': isNotOver,
  'key-usage': maySign,
  'client-auth': mayBeClient,
  'oin-present': hasOin,
  'oin-field': hasOinInPlace,
  'oin-digits': hasOinOf20Digits,
  crl: isNotOnList,
  ocsp: isNotRevokedWhenAsked,
} as const satisfies { readonly present: WithoutCertificate } & Readonly<Record<string, Step>>;

export type StepName = keyof typeof certificateSteps;

/** The steps of a mock; a seeded defect puts another in the place of one. */
export type CertificateSteps = { readonly present: WithoutCertificate } & Readonly<
  Record<Exclude<StepName, 'present'>, Step>
>;
