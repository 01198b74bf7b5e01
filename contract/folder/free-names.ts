/** The names, each made another where it is taken; the case of letters does not tell files apart everywhere. */
export const freeNames = (names: readonly string[], taken: readonly string[]): readonly string[] => {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    let free = name;
    for (let count = 2; used.has(free.toLowerCase()); count += 1)
      free = name.replace(/(\.\w+)?$/, `-${String(count)}$1`);
    used.add(free.toLowerCase());
    return free;
  });
};
