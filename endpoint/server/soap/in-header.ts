/** The text of an envelope with header blocks before what its Header holds already, or in a Header of its own. */
export const inHeader = (text: string, written: string): string =>
  before(text, written) ??
  text.replace(
    /<((?:[\w.-]+:)?)Body(?=[\s>])/,
    (body: string, prefix: string) => `<${prefix}Header>${written}</${prefix}Header>${body}`,
  );

/** Undefined where there is no Header. */
const before = (text: string, written: string): string | undefined => {
  const [tag, prefix = ''] = /<((?:[\w.-]+:)?)Header(?:\s[^>]*)?>/.exec(text) ?? [];
  if (tag === undefined) return undefined;
  const open = tag.endsWith('/>') ? `${tag.slice(0, -2)}>${written}</${prefix}Header>` : tag + written;
  return text.replace(tag, () => open);
};
