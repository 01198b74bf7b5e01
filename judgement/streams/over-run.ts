/** Requirements that all exchanges of a run decide together; here without their judges, which need libxml2. */
const overRun = [
  'connection.says-it-is-alive',
  'connection.answers-is-alive-by-schema',
  'delivery.status-follows-medium',
  'delivery.waits-for-publication-date',
  'delivery.numbers-dossiers-uniquely',
  'delivery.answers-by-schema',
  'delivery.is-steady',
  'rejection.tells-elements-apart',
  'rejection.names-the-element-itself',
  'rejection.tells-kinds-apart',
  'protocol.answers-success-with-2xx',
  'protocol.answers-success-with-200',
  'protocol.answers-fault-with-500',
  'protocol.faults-in-place-of-response',
  'protocol.builds-faults-by-the-book',
  'protocol.uses-known-fault-codes',
  'protocol.explains-faults-in-words',
  'protocol.blames-violations-on-the-client',
  'protocol.names-charset-of-answer',
  'protocol.answers-errors-with-a-fault',
  'protocol.builds-envelopes-by-the-book',
  'protocol.completes-http-statuses',
  'robustness.shows-no-internals',
] as const;

/** One of them. */
export type OverRun = (typeof overRun)[number];

const all: ReadonlySet<string | undefined> = new Set(overRun);

/** Whether all exchanges of a run decide a requirement together, and not its own cases. */
export const isOverRun = (requirement: string | undefined): requirement is OverRun => all.has(requirement);
