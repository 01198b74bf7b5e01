/** A file in a zip. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
