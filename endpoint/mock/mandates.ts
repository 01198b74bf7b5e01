/** A body (bevoegd gezag) that someone may deliver for. */
export interface Mandate {
  readonly kind: string;
  readonly name: string;
}

/** Who may be delivered for: by everyone, or by the OIN of a certificate. */
export type Mandates = readonly Mandate[] | Readonly<Record<string, readonly Mandate[]>>;

/** The mandates of a sender; undefined when nobody said who has which. An OIN that is not among them has none. */
export const mandatesOf = (mandates: Mandates | undefined, oin: string | undefined): readonly Mandate[] | undefined => {
  if (mandates === undefined || isForEveryone(mandates)) return mandates;
  return oin === undefined ? undefined : (mandates[oin] ?? []);
};

const isForEveryone = (mandates: Mandates): mandates is readonly Mandate[] => Array.isArray(mandates);
