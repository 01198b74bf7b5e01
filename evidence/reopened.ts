import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Sent } from '#judgement/case';
import type { BytesOf } from './open-exchanges.ts';
import { type RecordedSent, type Reopening, reopenSent } from './recorded-cases.ts';

/** An exchange made again from disk. */
export interface Reopened {
  readonly sent: Sent;
  /** Whether some of its bytes are gone, or a recipe stands in their place. */
  readonly isDamaged: boolean;
  readonly isRecipe: boolean;
}

/** Whether a recipe stands in the place of bytes. */
export type IsRecipe = (kept: KeptBytes) => boolean;

/** Exchanges that stay at hand: cases share controls, and most cases come right after their exchanges. */
const mostKnown = 256;

/** Makes exchanges again from disk, the last ones each once. */
export const reopening = (again: Reopening, isRecipe: IsRecipe): ((event: RecordedSent) => Promise<Reopened>) => {
  const known = new Map<string, Reopened>();
  return async (event) => {
    const found = known.get(event.id) ?? (await reopened(event, again, isRecipe));
    known.delete(event.id);
    known.set(event.id, found);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return found;
  };
};

const reopened = async (event: RecordedSent, again: Reopening, isRecipeOf: IsRecipe): Promise<Reopened> => {
  let [isDamaged, isRecipe] = [false, false];
  const bytes: BytesOf = (kept) => {
    const found = again.bytes(kept);
    if (found !== undefined) return found;
    if (isRecipeOf(kept)) isRecipe = true;
    else isDamaged = true;
    return undefined;
  };
  const sent = await reopenSent(event, { ...again, bytes });
  return { sent, isDamaged, isRecipe };
};
