import type { Failure, Night } from '#nights/night';

const valid = 'delivery.accepts-valid/Melding';

/** A night in which everything passed, at 01:00 UTC so many days after 1 January 2027, with what a test changes of it. */
export const aNight = (day: number, change: Partial<Night> = {}): Night => ({
  type: 'night',
  version: 2,
  runId: `r${String(day)}`,
  at: new Date(Date.UTC(2027, 0, 1 + day, 1)).toISOString(),
  suite: '0.1.0',
  seed: day,
  subject: {
    ...{
      profile: 'mock-poc',
      target: 'mock',
      phase: 1,
      contract: 'd',
      topics: [],
      documentTypes: [],
      runs: 1,
      isPart: false,
    },
  },
  outcome: 'passed',
  requests: 100,
  passed: ['connection.serves-wsdl', valid, 'delivery.accepts-valid/BeschikkingAanvraag'].filter(
    (check) => !(change.failed ?? []).some((one) => one.check === check),
  ),
  failed: [],
  undecided: [],
  out: [],
  times: [],
  ends: [],
  replays: [],
  ...change,
});

/** A check that failed for a value that a seed made, with what a test changes of it. */
export const aFailure = (change: Partial<Failure> = {}): Failure => ({
  check: valid,
  cause: { requirement: 'delivery.accepts-valid', kind: 'fault 500' },
  documentType: 'Melding',
  level: 'MUST',
  counterexample: { case: 3, seed: 7, path: '2:1' },
  ...change,
});

/** A night in which the same deliveries were blocked. */
export const blockedNight = (day: number, change: Partial<Night> = {}): Night =>
  aNight(day, {
    ...change,
    outcome: 'undecided',
    passed: [],
    undecided: [
      {
        as: 'blocked',
        reason: { nl: 'de verbinding is geweigerd', en: 'the connection was refused' },
        checks: ['connection.serves-wsdl', 'delivery.accepts-valid/BeschikkingAanvraag', valid],
      },
    ],
  });
