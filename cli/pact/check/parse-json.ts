import { sourceText } from '../../check/source-text.ts';
import { UsageError } from '../../usage-error.ts';

/** The value in a JSON file; throws `UsageError` with the line of what is wrong. */
export const parseJson = (file: string, bytes: Uint8Array): unknown => {
  const { text } = sourceText(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = lineOf(error, text);
    throw new UsageError(
      {
        nl: `${file}:${String(line)}: dit is geen JSON; geef een pactbestand (.json)`,
        en: `${file}:${String(line)}: this is no JSON; give a pact file (.json)`,
      },
      { cause: error },
    );
  }
};

/** V8 names the offset; where it does not the text ends too soon. */
const lineOf = (error: unknown, text: string): number => {
  const said = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return text.slice(0, said === undefined ? text.length : Number(said)).split('\n').length;
};
