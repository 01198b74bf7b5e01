import { isIP } from 'node:net';
import { type Clock, systemClock } from '#endpoint/clock';
import { spotOf } from '#endpoint/probe/reach-port';
import { answerCause } from './answer-causes.ts';
import { certificateStep } from './certificate-step.ts';
import { clockStep } from './clock-step.ts';
import { deliveryStep } from './delivery-step.ts';
import { type Eyes, type Subject, openEyes } from './eyes.ts';
import { handshakeCause, hostCause, portCause } from './network-causes.ts';
import { proxyVariableFor } from './proxy.ts';
import { homeOf } from './home.ts';
import type { Look } from './look.ts';
import { aliveStep, wsdlStep } from './service-steps.ts';
import {
  type Diagnosis,
  type StepName,
  type StepResult,
  type Steps,
  causeOr,
  notApplicable,
  takeSteps,
  warning,
  well,
} from './steps.ts';

/** What an endpoint is examined for. */
export interface Examination extends Subject {
  readonly environment: Readonly<Record<string, string | undefined>>;
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

const lookOf = ({ contract, config, environment, clock }: Examination, eyes: Eyes): Look => ({
  eyes,
  phase: config.phase,
  isEmbedded: config.mockControl !== undefined,
  certificate: config.tls?.identity?.cert,
  expected: {
    contract,
    url: new URL(config.url),
    proxy: proxyVariableFor(new URL(config.url), environment),
    now: nowOf(clock),
    hasIdentity: config.tls?.identity !== undefined,
    hasCredentials: config.credentials !== undefined,
    action: contract.service.alive?.action ?? contract.service.deliver.action,
    patience: eyes.patience,
  },
});

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

const networkSteps = ({ eyes, expected }: Look): Steps => {
  const { url, proxy } = expected;
  const { host, port } = spotOf(url);
  return {
    dns: async () => {
      if (isIP(host) !== 0) return notApplicable('het adres is een IP-adres', 'the address is an IP address');
      const seen = await eyes.host();
      const addresses = seen.kind === 'found' ? seen.addresses.join(', ') : '';
      return causeOr(hostCause(expected, seen), well(`${host}: ${addresses}`, `${host}: ${addresses}`));
    },
    tcp: async () => {
      const at = `${host}:${String(port)}`;
      return causeOr(portCause(expected, await eyes.port()), well(`${at} is open`, `${at} is open`));
    },
    proxy: () =>
      proxy === undefined
        ? well('geen', 'none')
        : warning(
            `${proxy} is gezet; 3pas gebruikt geen proxy, en bereikt het eindpunt rechtstreeks`,
            `${proxy} is set; 3pas uses no proxy, and reaches the endpoint directly`,
          ),
    ...tlsSteps({ eyes, expected }),
  };
};

type TlsStep = Extract<StepName, 'tls' | 'server-chain' | 'host-name'>;

const tlsSteps = ({ eyes, expected }: Pick<Look, 'eyes' | 'expected'>): Steps => {
  const own = (step: TlsStep, otherwise: (version: string) => StepResult) => async () => {
    if (expected.url.protocol === 'http:') return notApplicable('gewone HTTP', 'plain HTTP');
    const seen = await eyes.handshake();
    const found = handshakeCause(expected, seen);
    const at = found !== undefined && homeOf(found) === step ? found : undefined;
    return causeOr(at, otherwise(seen.kind === 'done' ? `${seen.version}, ${seen.cipher}` : ''));
  };
  return {
    tls: own('tls', (version) => (version === '' ? well() : well(version, version))),
    'server-chain': own('server-chain', () => well()),
    'host-name': own('host-name', () => well()),
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
