const unseen =
  /[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|#(?=#\w*\[)/u;
const everyUnseen = new RegExp(unseen.source, 'gu');

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** JSON with everything escaped that is not seen as itself, or that a CI log takes for a command. */
export const jsonText = (value: unknown, indent?: number): string => visible(JSON.stringify(value, null, indent));

/** The same in one line, of which something is done to each string first. */
export const jsonLine = (value: unknown, change: (text: string, key: string) => string): string =>
  visible(JSON.stringify(value, (key, one: unknown) => (typeof one === 'string' ? change(one, key) : one)));

const visible = (text: string): string => (unseen.test(text) ? text.replace(everyUnseen, escaped) : text);
