/** What XML lets stand in the middle of a text: comments and instructions with all that is in them, and the edges of CDATA sections. */
const breaks = [
  ['<!--', '-->'],
  ['<?', '?>'],
  [']]>', ''],
  ['<![CDATA[', ''],
] as const;

/** A text as a parser of XML joins its parts; undefined where nothing parts it. In linear time, whatever is left open. */
export const joined = (text: string): string | undefined => {
  const next = breaks.map(([opening]) => text.indexOf(opening));
  if (next.every((at) => at === -1)) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const [first] = [...next.entries()].filter(([, at]) => at !== -1).sort(([, one], [, other]) => one - other);
    if (first === undefined) break;
    const [kind, at] = first;
    const [opening, closing] = breaks[kind] ?? ['', ''];
    const end = closing === '' ? at + opening.length : text.indexOf(closing, at + opening.length);
    parts.push(text.slice(from, at));
    from = end === -1 ? text.length : end + closing.length;
    for (const [index, [sought]] of breaks.entries())
      if ((next[index] ?? -1) !== -1 && (next[index] ?? 0) < from) next[index] = text.indexOf(sought, from);
  }
  return [...parts, text.slice(from)].join('');
};
