import type { MessageRequirement } from '#judgement/requirements/message';
import type { VendorMessage } from './vendor-message.ts';

/** A mistake that a vendor's system can make in a message, and the requirement that is there to find it. */
export interface MessageMistake {
  readonly does: string;
  readonly foundBy: MessageRequirement;
  /** Others that it breaks of necessity. */
  readonly follows?: readonly MessageRequirement[];
  readonly make: (right: VendorMessage) => VendorMessage;
}

/** The mistake of another text in place of one in the envelope. */
export const envelope =
  (from: string | RegExp, to: string): MessageMistake['make'] =>
  (right) => ({ ...right, envelope: right.envelope.replace(from, to) });
