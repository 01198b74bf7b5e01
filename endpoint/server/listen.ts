import type { Handler } from './http-message.ts';
import { type HttpOptions, type HttpServer, serveHttp } from './http-server.ts';
import { loopbackAddress } from './open-port.ts';
import type { TlsSettings } from './tls-settings.ts';

/** A service, and the control interface of its operator. */
export interface Served {
  readonly handler: Handler;
  /** The control alone, served on a port of its own where the service speaks TLS, or where one is asked for. */
  readonly control: Handler;
  /** 0 takes a free port. */
  readonly controlPort?: number | undefined;
  /** Plain HTTP unless given; asked again for each renewal. */
  readonly tls: (() => Promise<TlsSettings>) | undefined;
}

/** Open ports, until they are closed. */
export interface Listener {
  readonly origin: string;
  readonly controlOrigin: string;
  readonly renew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Listens on one port for service and control; under TLS the control gets a port of its own, over plain HTTP. */
export const listen = async (
  { handler, control, controlPort, tls }: Served,
  port: number,
  options: Omit<HttpOptions, 'port' | 'tls'>,
): Promise<Listener> => {
  const service = await serveHttp(handler, { ...options, port, tls: await tls?.() });
  const beside = await besides(service, { control, controlPort: controlPort ?? (tls && 0) }, options);
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${loopbackAddress}:${String(service.port)}`,
    controlOrigin: `http://${loopbackAddress}:${String((beside ?? service).port)}`,
    renew: async () => {
      if (tls === undefined) throw new Error('The server speaks plain HTTP: it has no certificate to renew.');
      service.renew(await tls());
    },
    close: async () => {
      await Promise.all([service.close(), beside?.close()]);
    },
  };
};

const besides = async (
  service: HttpServer,
  { control, controlPort }: Pick<Served, 'control' | 'controlPort'>,
  options: Omit<HttpOptions, 'port' | 'tls'>,
): Promise<HttpServer | undefined> => {
  if (controlPort === undefined) return undefined;
  try {
    return await serveHttp(control, { ...options, addresses: undefined, recording: undefined, port: controlPort });
  } catch (error) {
    await service.close();
    throw error;
  }
};
