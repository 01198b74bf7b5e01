import { X509Certificate } from 'node:crypto';
import { type Clock, systemClock } from '#endpoint/clock';
import { answerCause } from './answer-causes.ts';
import { certificateStep } from './certificate-step.ts';
import { clockStep } from './clock-step.ts';
import { deliveryStep } from './delivery-step.ts';
import { type Eyes, type Subject, addressOf, openEyes } from './eyes.ts';
import { networkSteps } from './network-steps.ts';
import { homeOf } from './home.ts';
import type { Look } from './look.ts';
import { aliveStep, wsdlStep } from './service-steps.ts';
import { type Diagnosis, type StepResult, type Steps, notApplicable, takeSteps, well } from './steps.ts';

/** What an endpoint is examined for. */
export interface Examination extends Subject {
  /** Whether one delivery is sent as well. */
  readonly delivers?: boolean | undefined;
}

/** What was found, and how many requests it took. */
export interface Examined extends Diagnosis {
  readonly sent: number;
}

/** Examines the endpoint of a run, from its name to its answer; stops at the first cause. Throws `ConfigurationError`. */
export const examine = async (examination: Examination): Promise<Examined> => {
  const eyes = openEyes(examination);
  try {
    const diagnosis = await takeSteps(stepsOf(examination, eyes));
    return { ...diagnosis, sent: eyes.sent() };
  } finally {
    await eyes.close();
  }
};

const lookOf = ({ contract, config, clock }: Examination, eyes: Eyes): Look => ({
  eyes,
  phase: config.phase,
  isEmbedded: config.mockControl !== undefined,
  certificate: config.tls?.identity?.cert,
  expected: {
    contract,
    url: addressOf(config),
    via: config.via,
    proxy: config.proxy,
    now: nowOf(clock),
    hasIdentity: config.tls?.identity !== undefined,
    keyType: keyTypeOf(config.tls?.identity?.cert),
    hasCredentials: config.credentials !== undefined,
    action: contract.service.alive?.action ?? contract.service.deliver.action,
    patience: eyes.patience,
  },
});

const keyTypeOf = (certificate: string | undefined): string | undefined => {
  if (certificate === undefined) return undefined;
  const { asymmetricKeyType, asymmetricKeyDetails } = new X509Certificate(certificate).publicKey;
  const curve = asymmetricKeyDetails?.namedCurve ?? 'prime256v1';
  return asymmetricKeyType === 'ec' && !curvesOfTls.test(curve) ? `ec, ${curve}` : asymmetricKeyType;
};

/** The curves that sign under TLS 1.3 (RFC 8446, 4.2.3; RFC 8734). */
const curvesOfTls = /^(?:prime256v1|secp(?:384|521)r1|brainpoolP(?:256|384|512)r1)$/;

const nowOf = (clock: Clock = systemClock): Date => new Date(clock.now());

const stepsOf = (examination: Examination, eyes: Eyes): Steps => {
  const look = lookOf(examination, eyes);
  return {
    ...(look.isEmbedded ? {} : networkSteps(look)),
    clock: () => clockStep(look),
    'client-certificate': () => certificateStep(look),
    credentials: () => credentialsStep(look),
    ...(look.isEmbedded ? {} : { wsdl: () => wsdlStep(look) }),
    alive: () => aliveStep(look),
    ...(examination.delivers === true ? { delivery: () => deliveryStep(look) } : {}),
  };
};

const credentialsStep = async ({ eyes, expected }: Look): Promise<StepResult> => {
  const heard = await eyes.alive();
  const found = heard === undefined ? undefined : answerCause(expected, heard);
  if (found !== undefined && homeOf(found) === 'credentials') return { kind: 'cause', cause: found };
  if (!expected.hasCredentials) return notApplicable('het profiel heeft er geen', 'the profile has none');
  return heard === undefined || 'failure' in heard.exchange.outcome ? noAnswer : well('niet geweigerd', 'not refused');
};

const noAnswer: StepResult = {
  kind: 'unseen',
  said: { nl: 'geen antwoord om het aan te zien', en: 'no answer to see it by' },
};
