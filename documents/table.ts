/** Returns the value that is kept for an owner and a key, and makes it where there is none. */
export type Table<Key, Value> = (owner: object, key: Key, make: () => Value) => Value;

/**
 * Creates a table of values, each made once for its owner and key. They are kept as long as their owner; of more than `most`
 * with one owner, the one made first is forgotten.
 */
export const createTable = <Key, Value>(most = Infinity): Table<Key, Value> => {
  const tables = new WeakMap<object, Map<Key, { readonly value: Value }>>();
  const tableOf = (owner: object): Map<Key, { readonly value: Value }> => {
    const known = tables.get(owner);
    if (known !== undefined) return known;
    const made = new Map<Key, { readonly value: Value }>();
    tables.set(owner, made);
    return made;
  };
  return (owner, key, make) => {
    const kept = tableOf(owner);
    const known = kept.get(key);
    if (known !== undefined) return known.value;
    const value = make();
    kept.set(key, { value });
    forget(kept, most);
    return value;
  };
};

/** A map keeps the order in which its keys came. */
const forget = <Key>(kept: Map<Key, unknown>, most: number): void => {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
};
