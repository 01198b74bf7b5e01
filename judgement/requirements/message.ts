import { messageContent } from './message-content.ts';
import { messageDelivery } from './message-delivery.ts';
import { messageEnvelope } from './message-envelope.ts';

/** What the messages of a vendor's system must be, as each of them shows by itself. */
export const message = { ...messageEnvelope, ...messageDelivery, ...messageContent } as const;

export type MessageRequirement = keyof typeof message;
