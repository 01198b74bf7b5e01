import { isIP } from 'node:net';
import { shownSpot, spotOf } from '#endpoint/probe/reach-port';
import type { HostSeen } from '#endpoint/probe/resolve-host';
import type { RunProxy } from '#harness/run-config';
import { homeOf } from './home.ts';
import type { Look } from './look.ts';
import { handshakeCause, hostCause, portCause } from './network-causes.ts';
import { proxyHostCause, proxyPortCause, proxySpot, tunnelCause } from './proxy-causes.ts';
import { type StepName, type StepResult, type Steps, causeOr, notApplicable, well } from './steps.ts';

/** The steps up to and with TLS: straight to the endpoint, or to a proxy and through it. */
export const networkSteps = (look: Look): Steps => {
  const { proxy } = look.expected;
  return { ...(proxy === undefined ? directSteps(look) : proxySteps(look, proxy)), ...tlsSteps(look) };
};

const addressesOf = (host: string, seen: HostSeen): string =>
  `${host}: ${seen.kind === 'found' ? seen.addresses.join(', ') : ''}`;

const directSteps = ({ eyes, expected }: Look): Steps => {
  const spot = spotOf(expected.url);
  return {
    dns: async () => {
      if (isIP(spot.host) !== 0) return notApplicable('het adres is een IP-adres', 'the address is an IP address');
      const seen = await eyes.host();
      const found = addressesOf(spot.host, seen);
      return causeOr(hostCause(expected, seen), well(found, found));
    },
    tcp: async () =>
      causeOr(portCause(expected, await eyes.port()), well(`${shownSpot(spot)} is open`, `${shownSpot(spot)} is open`)),
    proxy: () => well('geen', 'none'),
  };
};

const proxySteps = ({ eyes, expected }: Look, proxy: RunProxy): Steps => {
  const spot = proxySpot(proxy);
  return {
    dns: async () => {
      if (isIP(spot.host) !== 0) return notApplicable('de proxy is een IP-adres', 'the proxy is an IP address');
      const seen = await eyes.host();
      const found = addressesOf(spot.host, seen);
      return causeOr(proxyHostCause(proxy, seen), well(`${found} (de proxy)`, `${found} (the proxy)`));
    },
    tcp: async () => {
      const open = `${shownSpot(spot)} is open`;
      return causeOr(proxyPortCause(proxy, await eyes.port()), well(`${open} (de proxy)`, `${open} (the proxy)`));
    },
    proxy: async () => {
      const seen = await eyes.tunnel();
      const [by, to] = [`${proxy.url} (${proxy.from})`, shownSpot(spotOf(expected.url))];
      const otherwise = well(`${by} verbindt met ${to}`, `${by} connects to ${to}`);
      return causeOr(seen && tunnelCause(proxy, seen), otherwise);
    },
  };
};

type TlsStep = Extract<StepName, 'tls' | 'server-chain' | 'host-name'>;

const tlsSteps = ({ eyes, expected }: Pick<Look, 'eyes' | 'expected'>): Steps => {
  const own = (step: TlsStep, otherwise: (version: string) => StepResult) => async () => {
    if (expected.via !== undefined) return notApplicable(`${expected.via} verzorgt TLS`, `${expected.via} carries TLS`);
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
