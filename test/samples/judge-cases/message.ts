import type { Contract } from '#contract/contract';
import type { Case } from '#judgement/case';
import { message, type MessageRequirement } from '#judgement/requirements/message';
import { messageMistakes } from '#defects/vendor/message-mistakes';
import { bytesOf, rightMessage, type VendorMessage } from '#defects/vendor/vendor-message';
import { sentWith } from '../sent.ts';
import type { JudgedCases } from './judged-cases.ts';

/** A recording of one message, by a method. */
const recorded = (one: VendorMessage, method = 'POST'): Case => {
  const request = { method, url: 'https://localhost/', headers: one.headers, body: bytesOf(one) };
  return { sent: [sentWith('received', { kind: 'alive', http: 200 }, { request, startedAt: today })], kept: undefined };
};

const today = Date.parse('2026-11-29T12:00:00Z');

/** Cases of what each message of a vendor's system shows: one without a mistake, and those with the mistakes of a requirement. */
export const messageCases = (contract: Contract): Readonly<Record<MessageRequirement, JudgedCases>> => {
  const right = rightMessage(contract, 'Melding');
  const cases = (Object.keys(message) as MessageRequirement[]).map((id): [MessageRequirement, JudgedCases] => {
    const [first, ...others] = Object.values(messageMistakes).filter(({ foundBy }) => foundBy === id);
    if (first === undefined) throw new Error(`no mistake in defects/vendor/message-mistakes.ts is there for ${id}`);
    return [
      id,
      {
        conforms: [recorded(conformingTo(id, right))],
        deviates: [recorded(first.make(right)), ...others.map(({ make }) => recorded(make(right)))],
        undecided: [{ sent: [], kept: undefined }, recorded(right, 'GET')],
      },
    ];
  });
  return Object.fromEntries(cases) as Readonly<Record<MessageRequirement, JudgedCases>>;
};

/** Only a message with a token shows how its password comes. */
const conformingTo = (id: MessageRequirement, right: VendorMessage): VendorMessage => {
  const digest = messageMistakes['digests-its-password'];
  if (id !== 'message.sends-password-as-text' || digest === undefined) return right;
  const made = digest.make(right);
  return { ...made, envelope: made.envelope.replace('#PasswordDigest', '#PasswordText') };
};
