import { type Delivery, deliveryOf } from './delivery.ts';
import type { Generation } from './generation.ts';
import { plainPacking } from './pack.ts';

/** The same delivery in other bytes, in the message and in its zip. */
export const rewritten = (generation: Generation, { draft }: Delivery): Delivery => {
  const plain = plainPacking(generation.contract);
  const style = () => ({ ...plain.message.style(), between: () => '\n' });
  return deliveryOf(generation, draft, { ...plain, message: { ...plain.message, style }, compression: 'annotated' });
};
