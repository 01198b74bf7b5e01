import type { Purpose } from '#judgement/purpose';
import type { Exchange } from '#contract/wire/exchange';
import { type Answer, refusals } from '#judgement/answer';
import type { Case, Origin, Sent, Tried } from '#judgement/case';
import type { ExchangeShared } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import { mayBeDossier } from '#judgement/may-be-dossier';
import type { PlannedCheck } from './plan.ts';
import { recordExchange } from '#evidence/record-exchange';

/** One of several tries at an exchange. */
export interface Attempt {
  readonly purpose: Purpose;
  readonly send: () => Promise<Exchange>;
  readonly origin?: Origin | undefined;
  /** What came of it before. */
  readonly tried: readonly Tried[];
  readonly isSetAside: (answer: Answer) => boolean;
}

/** What makes the exchanges of one case. */
export interface CaseActor {
  /** A new number for a delivery: 12 digits, never used before in this run. */
  readonly number: () => string;
  /** Takes a number that a message bears already for one of this case. */
  readonly knows: (number: string) => void;
  /** Makes one exchange, records it and reads its answer. */
  readonly exchange: (purpose: Purpose, send: () => Promise<Exchange>, origin?: Origin) => Promise<Sent>;
  /** The same, where an answer that is set aside is recorded as `tried`, and is none of the case. */
  readonly attempt: (attempt: Attempt) => Promise<Sent>;
  /** Takes an exchange of another case into this one, for example a control that many cases share. */
  readonly include: (sent: Sent) => void;
  /** Looks at the endpoint which of this case's numbers it keeps; does nothing where nobody can look. */
  readonly observe: () => Promise<void>;
}

/** What the cases of one check have come to so far. */
export interface Tally {
  cases: number;
  exchanges: number;
  accepted: number;
  refused: number;
  lacking: number;
  numbers: number;
}

/** What a case needs of the run around it. */
export interface CaseSurroundings {
  readonly journal: Journal;
  readonly read: (exchange: Exchange) => Answer | Promise<Answer>;
  /** The document type that a message says it is of, if it says one. */
  readonly typeOf: (message: Uint8Array) => string | undefined;
  /** Numbers that the endpoint keeps, where it lets us look. */
  readonly kept: ((numbers: readonly string[]) => Promise<readonly string[]>) | undefined;
  readonly phase: number;
  /** Tells an exchange to what judges all of them together. */
  readonly note: (one: Sent, documentType: string | undefined) => void | Promise<void>;
}

/** A new case of a check: the actor that fills it, and what it holds so far. */
export const openCase = (around: CaseSurroundings, check: PlannedCheck, tally: Tally) => {
  const sent: Sent[] = [];
  const numbers: string[] = [];
  let kept: readonly string[] | undefined;
  const ordinal = (tally.cases += 1);
  const record = async (one: Sent): Promise<Sent> => {
    const documentType = check.documentType ?? typeOfDossier(around, one);
    const recorded = recordExchange(
      around.journal,
      { key: check.key, documentType, request: 'own' },
      { case: ordinal, one },
    );
    if (recorded.lacks) tally.lacking += 1;
    await around.note({ ...one, recorded }, documentType);
    return { ...one, recorded };
  };
  const attempt = async ({ purpose, send, origin, tried, isSetAside }: Attempt): Promise<Sent> => {
    const exchange = await send();
    const answer = await around.read(exchange);
    const isAside = isSetAside(answer);
    const before = tried.length === 0 ? undefined : tried;
    const about = { origin, constraint: origin?.constraint, tried: before };
    const one = await record({ purpose: isAside ? 'tried' : purpose, exchange, answer, ...about });
    count(tally, one.answer);
    if (!isAside) sent.push(one);
    return one;
  };
  const actor: CaseActor = {
    number: () => {
      const next = numberOf(check, (tally.numbers += 1));
      numbers.push(next);
      return next;
    },
    knows: (number) => {
      numbers.push(number);
    },
    exchange: (purpose, send, origin) => attempt({ purpose, send, origin, tried: [], isSetAside: () => false }),
    attempt,
    include: (one) => {
      sent.push(one);
      shareExchange(around.journal, { check: check.key, case: ordinal, exchange: one.recorded?.id ?? '' });
    },
    observe: async () => {
      if (around.kept === undefined) return;
      kept = await around.kept(numbers);
      around.journal.append({ type: 'kept', check: check.key, case: ordinal, kept });
    },
  };
  return { ordinal, actor, finished: (): Case => ({ sent, kept, phase: around.phase }) };
};

/** Whoever cleans up after a check that is about no document type wants to know what was delivered. */
const typeOfDossier = ({ typeOf }: CaseSurroundings, { exchange, answer }: Sent): string | undefined =>
  'dossierNumber' in answer || mayBeDossier(answer) ? typeOf(exchange.request.body) : undefined;

/** Journals that a case takes up an exchange of another. */
export const shareExchange = (journal: Journal, shared: Omit<ExchangeShared, 'type'>): void => {
  journal.append({ type: 'shared', ...shared });
};

/** Five digits for the check, seven for the delivery: the same in every run, and never twice. */
const numberOf = (check: PlannedCheck, count: number): string =>
  `${String(check.ordinal).padStart(5, '0')}${String(count).padStart(7, '0')}`;

const count = (tally: Tally, answer: Answer): void => {
  tally.exchanges += 1;
  if (answer.kind === 'accepted') tally.accepted += 1;
  if (refusals.has(answer.kind)) tally.refused += 1;
};
