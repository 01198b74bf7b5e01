import type { Style } from '#xml/serialize';

/** How a document is written: its style, made anew for each document since a style may count, and its encoding. */
export interface Writing {
  readonly style: () => Style;
  readonly encode: (text: string) => Uint8Array;
  /** Namespaces that the root declares, used or not, by prefix. */
  readonly declared?: Readonly<Record<string, string>>;
}
