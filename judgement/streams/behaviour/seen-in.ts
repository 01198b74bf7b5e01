import type { Looked } from '../look.ts';
import type { Gap, SeenDelivery } from './seen-delivery.ts';

/** The delivery that judges of behaviour keep of an exchange; undefined where it is none. */
export const seenIn = ({ values }: Looked): SeenDelivery | undefined => {
  const mark = values['behaviour.sends-accepted-once'] as SeenDelivery | Gap | undefined;
  return mark === 'gap' ? undefined : mark;
};
