const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it; control characters, which a page may not hold, are replaced. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD');

/** A link with a text, both escaped. */
export const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;
