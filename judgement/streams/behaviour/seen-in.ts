import type { Looked } from '../look.ts';
import type { SeenDelivery } from './seen-delivery.ts';

/** The delivery that judges of behaviour keep of an exchange; undefined where it is none. */
export const seenIn = ({ values }: Looked): SeenDelivery | undefined =>
  values['behaviour.sends-accepted-once'] as SeenDelivery | undefined;
