/** The library has types, but says nothing of them in its exports. */
declare module 'xspattern' {
  /** A function that tells whether a pattern takes a whole value; throws for a pattern that it does not read. */
  export const compile: (pattern: string, options: { readonly language: 'xsd' }) => (value: string) => boolean;
}
