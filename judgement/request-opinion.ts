import type { Contract } from '#contract/contract';
import { takesAuthorityFromCertificate } from '#contract/roles/bindings';
import type { Exchange } from '#contract/wire/exchange';
import type { Sent } from './case.ts';
import { bodyOf } from './certificate/body-of.ts';
import { buildChain } from './certificate/chain.ts';
import { type DistinguishedName, valueIn } from './certificate/facts.ts';
import { certificatesIn } from './certificate/pem.ts';
import { oinIn } from './certificate/oin.ts';
import type { Authority, JudgementContext, Opinion } from './finding.ts';
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
    const opinion = known.get(request) ?? oracle.judge(request.body, contextOf(exchange, contract));
    known.set(request, opinion);
    return opinion;
  };
};

/**
 * A request is judged on the day on which it was sent, by the OIN of the certificate that it came with; under a contract whose
 * deliveries do not say for whom they are, also by the body that the organisation of the certificate is.
 */
export const contextOf = (
  { startedAt, identity }: Pick<Exchange, 'startedAt' | 'identity'>,
  contract: Pick<Contract, 'uses' | 'codeLists'>,
): JudgementContext => {
  const subject = identity === undefined ? [] : buildChain(certificatesIn(identity)).leaf.subject;
  return {
    today: dayInAmsterdam(startedAt),
    oin: oinOf(subject),
    mandates: takesAuthorityFromCertificate(contract) ? soleIn(subject, contract) : undefined,
  };
};

const soleIn = (
  subject: DistinguishedName,
  contract: Pick<Contract, 'uses' | 'codeLists'>,
): readonly Authority[] | undefined => {
  const body = bodyOf(contract, valueIn(subject, 'O') ?? '');
  return body && [body];
};

const oinOf = (subject: DistinguishedName): string | undefined =>
  subject
    .filter(({ name }) => name === 'serialNumber')
    .map(({ value }) => oinIn(value))
    .find((oin) => oin !== undefined);

/** Sweden writes its dates as YYYY-MM-DD. */
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

const dayInAmsterdam = (moment: number): string => amsterdam.format(moment);
