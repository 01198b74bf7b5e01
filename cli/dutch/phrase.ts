/** A sentence or a part of one in English and in Dutch; `{1}` stands for what differs, and `{1|libxml2}` for what that says, quoted where it has no Dutch. */
export type Phrase = readonly [en: string, nl: string];

interface Sought {
  readonly pattern: RegExp;
  readonly nl: string;
}

const placeholder = /\{(\d)(?:\|(\w+))?\}/g;

/** What a phrase is found by; what stands for its placeholders is as short as can be. */
export const soughtOf = ([en, nl]: Phrase): Sought => {
  const escaped = en.replace(/[\\^$.*+?()[\]|]/g, '\\$&').replace(/\{(?!\d\})|(?<!\{\d)\}/g, '\\$&');
  return { pattern: new RegExp(`^${escaped.replace(placeholder, '([^]*?)')}$`), nl };
};

/** A text by the first phrase that it is, and what stands in it likewise, behind a place too; undefined for one that is none. */
export const byPhrases = (text: string, phrases: readonly Sought[]): string | undefined => {
  for (const { pattern, nl } of phrases) {
    const found = pattern.exec(text);
    if (found === null) continue;
    return nl.replace(placeholder, (_, index: string, speaker: string | undefined) => {
      const inner = found[Number(index)] ?? '';
      const [place, sentence] = placeIn(inner);
      const said = byPhrases(inner, phrases) ?? byPhrases(sentence, phrases);
      if (said !== undefined) return sentence === inner ? said : place + said;
      return speaker === undefined ? inner : `${speaker} meldt "${inner}"`;
    });
  }
  return undefined;
};

/** A sentence, and the place and the construct of a schema that it begins with, as far as it has them. */
export const placeIn = (line: string): readonly [place: string, sentence: string] => {
  const place = /^(?:[^\n:]*[^\s:]:\d+|[^\s:]+\.\w+|\/[^\n:]*|https?:[^\s]+): /.exec(line)?.[0] ?? '';
  const construct = constructs.exec(line.slice(place.length))?.[0] ?? '';
  return [place + construct, line.slice(place.length + construct.length)];
};

/** How a construct of a schema is named: by its tag, by its id, or by what it says. */
const constructs =
  /^(?:xs:\w+(?: '[^']*')?|[^\s:]+#[^\n]*?|'[^'\n]*'|DOCTYPE|substitutionGroup|content model|xpath|type|schema): /;
