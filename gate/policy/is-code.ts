/** Whether a text can be a code that a vendor was given: one that is shorter stands in a title by chance. */
export const isCode = (text: string): boolean => /^[\p{L}\p{N}-]{6,40}$/u.test(text);
