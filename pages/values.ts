const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for an attribute value; it serves between tags as well. */
export const attributeValue = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** The same of a whole address. One of a scheme that could run code leads nowhere. */
export const addressValue = (text: string): string => attributeValue(isHarmless(text) ? text : `unsafe:${text}`);

/** Browsers skip white space in the scheme of an address. */
const isHarmless = (text: string): boolean => {
  const [, scheme] = /^([^/?#]*?):/.exec(text.replace(/\s/g, '')) ?? [];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
};
