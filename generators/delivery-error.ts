import type { Bilingual } from '#contract/texts/bilingual';

/** The generators made something that they must not make, or can't make what was asked: our bug, or the contract author's. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

/** A constraint that no edit of a delivery breaks by itself, such as a maxOccurs inside a group that may repeat. */
export class Unbreakable extends DeliveryError {
  readonly constraint: string;
  /** Why what broke it must not leave, where that is the reason. */
  readonly forbidden: Bilingual | undefined;
  /** Other constraints that the last edit broke with it. */
  readonly besides: readonly string[];

  constructor(
    constraint: string,
    sentence: string,
    { forbidden, besides }: Pick<Unbreakable, 'forbidden' | 'besides'>,
  ) {
    super(sentence);
    this.constraint = constraint;
    this.forbidden = forbidden;
    this.besides = besides;
  }
}
