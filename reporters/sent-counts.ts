import type { Purpose } from '#judgement/purpose';
import type { ExchangeRecorded } from '#evidence/event';

/** Violations of one constraint in one document type, and how many of them were refused. */
export interface Broken {
  readonly violations: number;
  readonly refused: number;
}

/** How often an endpoint asked to wait before a request was sent again, and how long for that in all. */
export interface Waits {
  readonly times: number;
  readonly milliseconds: number;
}

/** What a run sent, counted. */
export interface SentCounts {
  /** Requests that left, each time that they did. */
  readonly requests: number;
  /** SOAP answers that came back, whatever they say, and those to IsAlive. */
  readonly answered: number;
  readonly alive: number;
  readonly waits: Waits;
  /** By constraint and document type. */
  readonly broken: ReadonlyMap<string, Broken>;
  /** Accepted deliveries that break nothing, by document type. */
  readonly valid: ReadonlyMap<string, number>;
}

/** The key of a constraint in a document type. */
export const pairOf = (constraint: string, documentType: string): string => `${constraint} ${documentType}`;

/** Counts the exchanges of a run; one that cases share was sent once. */
export const sentFold = () => {
  const broken = new Map<string, Broken>();
  const valid = new Map<string, number>();
  let [requests, answered, alive] = [0, 0, 0];
  let waits: Waits = { times: 0, milliseconds: 0 };
  return {
    add: (exchange: ExchangeRecorded): void => {
      const { constraint = '', documentType = '', purpose, answer } = exchange;
      const asked = waitsIn(exchange);
      requests += asked.times + (exchange.failure?.unsent === true ? 0 : 1);
      waits = { times: waits.times + asked.times, milliseconds: waits.milliseconds + asked.milliseconds };
      if (exchange.soap === true) answered += 1;
      if (answer === 'alive') alive += 1;
      if (breaking.has(purpose)) {
        const key = pairOf(constraint, documentType);
        const { violations, refused } = broken.get(key) ?? { violations: 0, refused: 0 };
        broken.set(key, { violations: violations + 1, refused: refused + (answer === 'accepted' ? 0 : 1) });
      }
      if (isKept(exchange)) valid.set(documentType, (valid.get(documentType) ?? 0) + 1);
    },
    result: (): SentCounts => ({ requests, answered, alive, waits, broken, valid }),
  };
};

const waitsIn = ({ earlier = [] }: ExchangeRecorded): Waits => {
  const asked = earlier.filter(({ status }) => status !== undefined);
  return { times: asked.length, milliseconds: asked.reduce((all, { waitedMs }) => all + waitedMs, 0) };
};

/** What breaks a constraint: to be refused, or to be accepted with a warning. */
const breaking: ReadonlySet<Purpose> = new Set(['violation', 'warning']);

/** A delivery that breaks nothing, and was accepted. */
const isKept = ({ purpose, answer, constraint }: ExchangeRecorded): boolean =>
  answer === 'accepted' && constraint === undefined && purpose !== 'violation' && purpose !== 'attack';
