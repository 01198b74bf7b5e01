import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Contract } from '#contract/contract';
import type { MockRequest } from '#endpoint/mock/http-message';
import { createMockServer } from '#endpoint/mock/server';
import type { Generation } from '#generators/generation';
import { planPhase, select } from '#harness/plan';
import type { CheckEnded } from '#evidence/event';
import type { RunConfig } from '#harness/run-config';
import { actCheck } from '#suites/act-check';
import { poc } from '#suites/contents';
import { labAround } from '#suites/open-lab';
import { configOf } from '../defects/against.ts';
import { vi } from 'vitest';

/** A name that no name server knows; it bears a test mark. */
const host = 'eto-proef.example';

/** No username goes over plain HTTP to another machine, and the mock asks for one. */
const authorization = `Basic ${Buffer.from('proef:').toString('base64')}`;

/** An endpoint on this machine that has the name of another, and remembers what arrived. */
export interface Elsewhere {
  readonly url: string;
  readonly arrived: MockRequest[];
  /** Gives it its name, until `vi.restoreAllMocks`. */
  readonly name: () => void;
  readonly close: () => Promise<void>;
}

/** Opens one for a contract. */
export const openElsewhere = async (contract: Contract): Promise<Elsewhere> => {
  const arrived: MockRequest[] = [];
  const mock = await createMockServer({
    contract,
    today: '2026-11-23',
    hostNames: [host],
    username: 'proef',
    defects: [
      {
        wrap: (handler) => (request) => {
          arrived.push(request);
          return handler({ ...request, headers: { ...request.headers, authorization } });
        },
      },
    ],
  });
  return { url: mock.url.replace('127.0.0.1', host), arrived, name, close: mock.close };
};

/** Has the system find this machine by that name. */
const name = (): void => {
  const own = dns.lookup;
  const lookup: LookupFunction = (asked, options, done) => {
    own(asked === host ? '127.0.0.1' : asked, options, done);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
};

/** A run of phase 1 at such an endpoint that may name nobody and ask for no medium. */
export const configElsewhere = ({ url }: Elsewhere, permitted: RunConfig['permitted']): RunConfig => ({
  ...configOf({ topics: [], documentTypes: [], runs: 1 }, { url, mockControl: undefined, tls: undefined }),
  ...{
    authorities: [{ kind: 'gemeente', name: 'Woerden' }],
    media: [],
    runId: 'proef',
    permitted,
    credentials: undefined,
  },
});

/** Acts what a run of phase 1 has planned, or a part of it. */
export const actElsewhere = async (
  config: RunConfig,
  generation: Generation,
  only: (requirement: string) => boolean = () => true,
): Promise<readonly CheckEnded[]> => {
  const { authorities, media } = config;
  const keep = () => ({ place: undefined, lacks: false });
  const journal = { append: () => undefined, keep, nextId: () => '', close: () => undefined };
  const { lab, bench } = labAround(config, { ...generation, authorities, media }, journal);
  const ended: CheckEnded[] = [];
  try {
    for (const check of select(planPhase(generation.contract, 1, false), config))
      if (only(check.requirement)) ended.push((await actCheck({ lab, bench, contents: poc }, check)).event);
    return ended;
  } finally {
    await lab.client.close();
  }
};
