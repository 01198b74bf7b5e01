/** An expanded XML name. */
export interface QName {
  readonly namespace: string;
  readonly name: string;
}

/** A name as a map key: `{namespace}name`, or the bare name without a namespace. */
export const keyOf = (name: QName): string => (name.namespace === '' ? name.name : `{${name.namespace}}${name.name}`);

/** Tells whether two names denote the same thing. */
export const sameName = (one: QName, other: QName): boolean =>
  one.name === other.name && one.namespace === other.namespace;
