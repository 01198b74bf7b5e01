import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import type { Sent } from './case.ts';
import { buildChain } from './certificate/chain.ts';
import { certificatesIn } from './certificate/pem.ts';
import { oinIn } from './certificate/oin.ts';
import type { JudgementContext, Opinion } from './finding.ts';
import { readingOracle } from './reading-oracle.ts';

/** The oracle's opinion of a request as it was sent, with its findings. */
export type OpinionOf = (sent: Pick<Sent, 'exchange'>) => Opinion;

/** Thrown where an opinion is asked for that has to be formed elsewhere first; whoever has formed it judges again. */
export class OpinionWanted extends Error {
  override readonly name = 'OpinionWanted';
  readonly exchange: Exchange;

  constructor(exchange: Exchange) {
    super('the opinion of the oracle on this request is not known yet');
    this.exchange = exchange;
  }
}

/** Has no opinion yet. */
export const noOpinionYet: OpinionOf = ({ exchange }) => {
  throw new OpinionWanted(exchange);
};

/** Forms opinions in this process when asked, once for each request; nothing interrupts it. */
export const opinionsHere = (contract: Contract): OpinionOf => {
  const known = new WeakMap<Exchange['request'], Opinion>();
  let oracle: ReturnType<typeof readingOracle> | undefined;
  return ({ exchange }) => {
    const { request } = exchange;
    oracle ??= readingOracle(contract);
    const opinion = known.get(request) ?? oracle.judge(request.body, contextOf(exchange));
    known.set(request, opinion);
    return opinion;
  };
};

/** A request is judged on the day on which it was sent, by the OIN of the certificate that it came with. */
export const contextOf = ({ startedAt, identity }: Pick<Exchange, 'startedAt' | 'identity'>): JudgementContext => ({
  today: dayInAmsterdam(startedAt),
  oin: identity === undefined ? undefined : oinOf(identity),
  mandates: undefined,
});

const oinOf = (identity: string): string | undefined =>
  buildChain(certificatesIn(identity))
    .leaf.subject.filter(({ name }) => name === 'serialNumber')
    .map(({ value }) => oinIn(value))
    .find((oin) => oin !== undefined);

/** Sweden writes its dates as YYYY-MM-DD. */
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

const dayInAmsterdam = (moment: number): string => amsterdam.format(moment);
