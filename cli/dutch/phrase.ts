/** A sentence or a part of one in English and in Dutch; `{1}` stands for what differs. */
export type Phrase = readonly [en: string, nl: string];

interface Sought {
  readonly pattern: RegExp;
  readonly nl: string;
}

const placeholder = /\{(\d)\}/g;

/** What a phrase is found by; what stands for its placeholders is as short as can be. */
export const soughtOf = ([en, nl]: Phrase): Sought => {
  const escaped = en.replace(/[\\^$.*+?()[\]|]/g, '\\$&').replace(/\{(?!\d\})|(?<!\{\d)\}/g, '\\$&');
  return { pattern: new RegExp(`^${escaped.replace(placeholder, '([^]*?)')}$`), nl };
};

/** A text by the first phrase that it is, and what stands in it likewise; undefined for one that is none. */
export const byPhrases = (text: string, phrases: readonly Sought[]): string | undefined => {
  for (const { pattern, nl } of phrases) {
    const found = pattern.exec(text);
    if (found === null) continue;
    return nl.replace(placeholder, (_, index: string) => {
      const inner = found[Number(index)] ?? '';
      return byPhrases(inner, phrases) ?? inner;
    });
  }
  return undefined;
};
