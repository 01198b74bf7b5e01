import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import type { Opinion } from './finding.ts';
import { guardedOracle, type Patience } from './guarded-oracle.ts';
import { type OpinionOf, OpinionWanted, contextOf } from './request-opinion.ts';

/** Opinions on requests, formed in a worker when a judge asks for them, once for each request. */
export interface AskedOpinions {
  /** What a judge says once it has the opinions that it asks for; undefined where one could not be formed in time. */
  readonly supply: <Said>(judge: (opinionOf: OpinionOf) => Said) => Promise<Said | undefined>;
  readonly close: () => Promise<void>;
}

/** Each opinion gets so many milliseconds. */
export const askedOpinions = (contract: Contract, patience: Patience): AskedOpinions => {
  const oracle = guardedOracle(contract, patience);
  const formed = new WeakMap<Exchange['request'], Promise<Opinion>>();
  const form = (exchange: Exchange): Promise<Opinion> => {
    const { request } = exchange;
    const opinion = formed.get(request) ?? oracle.judge(request.body, contextOf(exchange, contract));
    formed.set(request, opinion);
    return opinion;
  };
  return {
    supply: async (judge) => {
      const known = new Map<Exchange['request'], Opinion>();
      for (;;) {
        const said = attempt(judge, known);
        if ('said' in said) return said.said;
        const opinion = await form(said.wants);
        if (opinion.verdict === 'unjudgeable' && opinion.late === true) return undefined;
        known.set(said.wants.request, opinion);
      }
    },
    close: oracle.close,
  };
};

type Attempt<Said> = { readonly said: Said } | { readonly wants: Exchange };

/** Judges are pure, so that one can be asked again once an opinion that it wants is there. */
const attempt = <Said>(
  judge: (opinionOf: OpinionOf) => Said,
  known: ReadonlyMap<Exchange['request'], Opinion>,
): Attempt<Said> => {
  try {
    const opinionOf: OpinionOf = ({ exchange }) => {
      const opinion = known.get(exchange.request);
      if (opinion === undefined) throw new OpinionWanted(exchange);
      return opinion;
    };
    return { said: judge(opinionOf) };
  } catch (error) {
    if (error instanceof OpinionWanted) return { wants: error.exchange };
    throw error;
  }
};
