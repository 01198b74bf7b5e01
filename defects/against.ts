import type { Contract } from '#contract/contract';
import { createExaminer } from '#endpoint/mock/examine';
import type { MessageExaminer } from '#endpoint/mock/guarded-examiner';
import type { Defect } from '#endpoint/mock/parts';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { createTestPki, type TestPki } from '#endpoint/pki/test-pki';
import type { CheckEnded } from '#evidence/event';
import type { RunTls } from '#harness/run-config';
import { type Act, actorFor } from './actor.ts';
import { configOf } from './config-of.ts';
import { remembered } from './remembered.ts';
import { type Left, type Place, password, today, username } from './place.ts';
import type { Selected } from './seeded-defect.ts';

/** The kind of endpoint that a run takes the mock for: the mock shows what it keeps, another endpoint binds by its grounds. */
export type Seat = 'mock' | 'endpoint';

/** Runs parts of the suite against mocks with defects, and against any other endpoint. */
export interface Against {
  readonly act: Act;
  /** The certificates of every run over TLS: making them takes longer than a run. */
  readonly sharedPki: () => Promise<TestPki>;
  /** Starts a mock with these defects that fits the phase of a part of the plan, and takes any password. */
  readonly mockFor: (defects: readonly Defect[], selected: Selected) => Promise<MockServer>;
  /** What a run of a phase connects with over TLS. */
  readonly tlsFor: (phase: 2 | 3, serverRoots?: readonly string[]) => Promise<RunTls>;
  /** Runs a part of the plan at any endpoint. */
  readonly runAt: (place: Place, selected: Selected) => Promise<Left>;
  /** Returns the verdicts of a part of the plan against a mock with these defects. */
  readonly verdictsAgainst: (
    defects: readonly Defect[],
    selected: Selected,
    seat?: Seat,
  ) => Promise<readonly CheckEnded[]>;
}

/** Prepares the suite and the mock of a contract; `now` is the clock that certificates are made by. */
export const againstDefects = async (contract: Contract, now: () => number): Promise<Against> => {
  const act = await actorFor(contract);
  const examiner = sharedExaminer(contract);
  let made: Promise<TestPki> | undefined;
  const sharedPki: Against['sharedPki'] = () => (made ??= createTestPki({ now }));
  const started = async (defects: readonly Defect[], { phase = 1 }: Selected, secret?: string): Promise<MockServer> => {
    const common = { contract, username, password: secret, today, defects, examiner };
    return createMockServer(phase === 1 ? common : { ...common, tls: { pki: await sharedPki() } });
  };
  const mockFor: Against['mockFor'] = (defects, selected) => started(defects, selected);
  const tlsFor: Against['tlsFor'] = async (phase, serverRoots) => tlsOf(await sharedPki(), phase, serverRoots);
  const runAt: Against['runAt'] = (place, selected) => act(configOf(selected, place), selected);
  const verdictsAgainst: Against['verdictsAgainst'] = async (defects, selected, seat = 'mock') => {
    const { phase = 1 } = selected;
    const mock = await started(defects, selected, password);
    try {
      const mockControl = seat === 'mock' ? mock.controlUrl : undefined;
      const tls = phase === 1 ? undefined : await tlsFor(phase);
      return (await runAt({ url: mock.url, mockControl, tls }, selected)).ended;
    } finally {
      await mock.close();
    }
  };
  return { act, sharedPki, mockFor, tlsFor, runAt, verdictsAgainst };
};

/** Compiled once: a mock closes its examiner, and this one stays open for the next. */
const sharedExaminer = (contract: Contract): MessageExaminer => {
  const inner = createExaminer(contract, 'basic');
  const examine = remembered(inner.examine);
  return {
    examine: (message, context) => Promise.resolve(examine(message, context)),
    close: () => Promise.resolve(),
  };
};

const tlsOf = ({ clients, serverRoots }: TestPki, phase: 2 | 3, roots: readonly string[] | undefined): RunTls => {
  const { koop, g1, g4, ...wrong } = clients;
  return { ca: roots ?? serverRoots, identity: phase === 2 ? koop : g1, wrong, of: { koop, g1, g4 } };
};
