import { createTwoFilesPatch } from 'diff';
import type { Contract } from '#contract/contract';
import { newAndValid } from '#judgement/chance';
import type { Sent } from '#judgement/case';
import { readableMessage } from './readable-message.ts';

/**
 * How a message differs, as a patch, from the valid one that it was made from; where it was made from none and should have been accepted,
 * from the accepted one that is nearest to it. Undefined where there is nothing to compare it with.
 */
export const differenceOf = (contract: Contract, sent: Sent, accepted: readonly Sent[]): string | undefined => {
  const { origin, exchange, answer, purpose } = sent;
  const readable = (message: Uint8Array): string => unnumbered(readableMessage(contract, message));
  const after = (): string => readable(exchange.request.body);
  if (origin !== undefined)
    return createTwoFilesPatch(
      'valid parent',
      `${origin.operator} at ${origin.edited}`,
      readable(origin.parent()),
      after(),
    );
  if (!newAndValid.has(purpose) || answer.kind === 'accepted') return undefined;
  const [own, all] = [after(), accepted.map((one) => readable(one.exchange.request.body))];
  return all.map((text) => createTwoFilesPatch('accepted', 'not accepted', text, own)).sort(byChange)[0];
};

/** Numbers differ each time, and make no difference. */
const unnumbered = (text: string): string => text.replace(/(3PASTEST-[A-Za-z0-9-]+-)\d{12}/g, '$1000000000000');

const byChange = (one: string, other: string): number => changeIn(one) - changeIn(other);

const changeIn = (patch: string): number =>
  patch
    .split('\n')
    .filter((line) => /^[+-]/.test(line))
    .reduce((sum, { length }) => sum + length, 0);
