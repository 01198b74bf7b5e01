/**
 * What is not seen as itself, or moves what stands around it: control and format characters (bidi, zero-width), line and
 * paragraph separators, halves of a pair, and what no text may hold.
 */
const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}`;

/** How a line begins that GitHub Actions takes for a command; Azure Pipelines and TeamCity look for theirs anywhere. */
const commands = String.raw`:(?=:)(?<=^\s*:)|#(?=#\w*\[)`;

const unfit = new RegExp(`[${unseen}]|${commands}`, 'u');
const everyUnfit = new RegExp(unfit.source, 'gu');
const everyUnread = new RegExp(`(?![\\n\\t])[${unseen}]`, 'gu');

const short: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(4, '0');
  return short[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`);
};

/** Text of others as it may stand in a line of ours: it neither ends the line nor steers a terminal or CI log; `\u202e` stands for what is not seen. */
export const visible = (text: string): string => (unfit.test(text) ? text.replace(everyUnfit, escaped) : text);

/** The same, cut off past so many characters. */
export const shortly = (text: string, most: number): string => {
  const shown = visible(text);
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
};

/** Text of others on a page: what is not seen as itself is written out; line ends and tabs stay. */
export const readably = (text: string): string => text.replaceAll('\r\n', '\n').replace(everyUnread, escaped);

/** Lines of ours, whatever of others stands in them. */
export const inLines = (lines: readonly string[]): string => lines.map(visible).join('\n');

/** A text of several lines, each but the first indented, so that it is not taken for more than one text. */
export const asBlock = (text: string): string =>
  inLines(text.split(/\r?\n/).map((line, index) => (index === 0 ? line : `  ${line}`)));

/** Text of others in lines of its own, to be read as it came: tabs stay. */
export const asText = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
