import type { Handler } from './http-message.ts';
import { type HttpOptions, loopbackAddress, serveHttp } from './http-server.ts';
import type { OpenTls } from './open-tls.ts';

/** What is served. */
export interface Served {
  readonly handler: Handler;
  /** Of the control alone, for where it can't be beside the service. */
  readonly control: Handler;
  readonly tls: OpenTls | undefined;
}

/** The ports of a mock. */
export interface Ears {
  readonly origin: string;
  readonly controlOrigin: string;
  readonly renew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Listens on one port for service and control; under TLS the control has a port of its own, over plain HTTP. */
export const listen = async (
  { handler, control, tls }: Served,
  port: number,
  options: Omit<HttpOptions, 'port' | 'tls'>,
): Promise<Ears> => {
  const service = await serveHttp(handler, { ...options, port, tls: await tls?.settings() });
  const beside = tls === undefined ? undefined : await serveHttp(control, { ...options, port: 0 });
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${loopbackAddress}:${String(service.port)}`,
    controlOrigin: `http://${loopbackAddress}:${String((beside ?? service).port)}`,
    renew: async () => {
      if (tls === undefined) throw new Error('The mock speaks plain HTTP: it has no certificate to renew.');
      service.renew(await tls.settings());
    },
    close: async () => {
      await Promise.all([service.close(), beside?.close()]);
    },
  };
};
