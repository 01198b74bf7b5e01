/** Up to so many needles each are looked for by themselves, which is faster. */
const few = 200;

/** Whether a folded text of bytes holds one of these, in a time that does not grow with how many there are. */
export const plainSearch = (needles: readonly string[]): ((low: string) => boolean) => {
  const [long, short] = [
    needles.filter(({ length }) => length >= width),
    needles.filter(({ length }) => length < width),
  ];
  if (needles.length <= few) return (low) => needles.some((needle) => low.includes(needle));
  const starting = Map.groupBy(long, (needle) => needle.slice(0, width));
  const marks = new Uint8Array(1 << bits);
  for (const start of starting.keys()) marks[placeOf(start, 0)] = 1;
  const isAt = (low: string, at: number): boolean =>
    starting.get(low.slice(at, at + width))?.some((needle) => low.startsWith(needle, at)) === true;
  return (low) => {
    for (let at = 0; at + width <= low.length; at += 1) if (marks[placeOf(low, at)] === 1 && isAt(low, at)) return true;
    return short.some((needle) => low.includes(needle));
  };
};

/** Characters by which a needle is known to be possible, and bits of their place among the marks. */
const width = 4;
const bits = 22;

/** Fibonacci hashing of four bytes. */
const placeOf = (text: string, at: number): number =>
  Math.imul(
    text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24),
    0x9e3779b1,
  ) >>>
  (32 - bits);
