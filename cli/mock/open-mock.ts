import { createPlays } from '#endpoint/mock/plays';
import { type MockServer, type MockServerOptions, createMockServer } from '#endpoint/mock/server';
import { usualExaminers } from '#endpoint/mock/usual-examiners';
import { guardedExamine } from '../page/detail/guarded-examine.ts';
import { livePage } from '../page/live-page.ts';
import type { HttpRequest, HttpResponse } from '#endpoint/server/http-message';
import { receivedRows } from './received-rows.ts';

/** Milliseconds that going through one message for its page may take. */
const deadlineMs = 5_000;

/** What a mock for people is opened with. */
type Opening = Pick<
  MockServerOptions,
  'contract' | 'port' | 'hostNames' | 'today' | 'carrier' | 'username' | 'password' | 'tls' | 'onError'
>;

/** Opens a mock in this process, with a page of what it received on which answers can be played; `close` ends both. */
export const openMock = async (opening: Opening): Promise<MockServer> => {
  const { contract, carrier = 'basic', tls, today } = opening;
  const plays = createPlays();
  const examining = guardedExamine({ contract, phase: tls === undefined ? 1 : 2 }, deadlineMs);
  const examiner = usualExaminers(contract, carrier);
  // Who comes as soon as the port is open waits for nothing to be compiled.
  await examiner.warmUp();
  let page: (request: HttpRequest) => Promise<HttpResponse | undefined> = () => Promise.resolve(undefined);
  const server = await createMockServer({ ...opening, examiner, plays, control: (request) => page(request) });
  const links = { ...(tls === undefined ? { WSDL: `${new URL(server.url).pathname}?wsdl` } : {}), JSON: 'ontvangen' };
  page = livePage({
    rows: receivedRows({ registry: server.registry, today }),
    plays,
    examine: examining.examine,
    links,
  });
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), examining.close()]);
  };
  return { ...server, close };
};
