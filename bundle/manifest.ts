import * as v from 'valibot';
import { bundleVersion } from './names.ts';

/** One file of a package, as it is stored. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Bytes of its text, for one that is stored compressed. */
  readonly unpacked?: number | undefined;
}

/** What a package holds: the one file that is signed. */
export interface Manifest {
  readonly format: '3pas-bundle';
  readonly version: typeof bundleVersion;
  /** Version of the suite that made it. */
  readonly suite: string;
  readonly of: 'run' | 'recording';
  /** Whether the bytes of messages were left out. */
  readonly withoutPayloads: boolean;
  /** Attacks of the suite itself whose bytes are left out: seed and check tell how to make them again. */
  readonly recipes: number;
  readonly files: readonly ListedFile[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const shape = v.strictObject({
  format: v.literal('3pas-bundle'),
  version: v.literal(bundleVersion),
  suite: v.pipe(v.string(), v.maxLength(100)),
  of: v.picklist(['run', 'recording']),
  withoutPayloads: v.boolean(),
  recipes: count,
  files: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(1000)),
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      unpacked: v.optional(count),
    }),
  ),
});

const ofOtherVersion = v.object({
  format: v.literal('3pas-bundle'),
  version: v.pipe(count, v.notValue(bundleVersion)),
});

/** The text of a manifest: what it says can be said in one way only. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, undefined, 2)}\n`;

/** Reads a manifest; `other-version` where another version of the suite has to, undefined for what is none. */
export const readManifest = (text: string): Manifest | 'other-version' | undefined => {
  const said = parsed(text);
  const { success, output } = v.safeParse(shape, said);
  if (success) return manifestText(output) === text ? output : undefined;
  return v.is(ofOtherVersion, said) ? 'other-version' : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
