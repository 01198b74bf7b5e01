import { crc32, inflateRawSync } from 'node:zlib';
import { type ZipEntry, zipArchive } from '#generators/payload/zip-archive';
import type { RequirementId } from '#judgement/requirements/registry';
import { reading } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

/** The first entry of a zip as its local header and its directory have it; the directory's half is undefined where that is gone. */
interface First {
  readonly local: Header;
  readonly central: Header | undefined;
  readonly entries: number;
  readonly data: Buffer;
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
}

/** The fields of a header; those of the directory stand two bytes further on. */
const headerAt = (zip: Buffer, at: number, { shift, start }: { shift: number; start: number }): Header => ({
  flags: zip.readUInt16LE(at + 6 + shift),
  method: zip.readUInt16LE(at + 8 + shift),
  crc: zip.readUInt32LE(at + 14 + shift),
  name: zip.toString('utf8', at + start, at + start + zip.readUInt16LE(at + 26 + shift)),
});

const firstIn = (zip: Buffer): First => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const isWhole = end >= 0 && end + 22 <= zip.length;
  const local = headerAt(zip, 0, { shift: 0, start: 30 });
  const start = 30 + Buffer.byteLength(local.name);
  return {
    local,
    central: isWhole ? headerAt(zip, zip.readUInt32LE(end + 16), { shift: 2, start: 46 }) : undefined,
    entries: isWhole ? zip.readUInt16LE(end + 10) : 0,
    data: zip.subarray(start, start + zip.readUInt32LE(18)),
  };
};

/** Reads a zip as if there were nothing wrong with it where it is so. */
const lenient = (
  does: string,
  foundBy: RequirementId,
  { isSo, name = ({ local }) => local.name }: { isSo: (first: First) => boolean; name?: (first: First) => string },
): SeededDefect => ({
  does,
  foundBy: [foundBy],
  run: { topics: ['rejection'], only: ({ requirement }) => /-zip$|-files$/.test(requirement) },
  defect: reading((text) =>
    text.replace(/(?<=:InhoudZip>)[A-Za-z0-9+/=]+/, (base64) => {
      const first = firstIn(Buffer.from(base64, 'base64'));
      return isSo(first) ? Buffer.from(mended(first, name(first))).toString('base64') : base64;
    }),
  ),
});

/** Reads what is no base64 as if it were. */
const misreading = (does: string, mend: (base64: string) => string): SeededDefect => ({
  does,
  foundBy: [damaged],
  run: { topics: ['rejection'], only: ({ requirement }) => requirement === damaged },
  defect: reading((text) => text.replace(/(?<=:InhoudZip>)[\w+/*=-]+/, mend)),
});

/** One entry, right in all respects. */
const mended = ({ data }: First, name: string): Uint8Array => {
  const content = inflateRawSync(data);
  const crc = crc32(content);
  const entry: ZipEntry = {
    ...{ name, localName: name, flags: 0, method: 8 },
    ...{ crc, localCrc: crc, size: content.length, data },
  };
  return zipArchive([entry]);
};

const sumOf = ({ data }: First): number => crc32(inflateRawSync(data));

const damaged = 'rejection.refuses-damaged-zip';
const misnamed = 'rejection.refuses-misnamed-files';
const ambiguous = 'rejection.refuses-ambiguous-zip';

const beginning = (start: string) => ({
  isSo: ({ local: { name } }: First) => name.startsWith(start),
  name: ({ local: { name } }: First) => name.slice(start.length),
});

const ending = (end: string) => ({
  isSo: ({ local: { name } }: First) => name.endsWith(end),
  name: ({ local: { name } }: First) => name.slice(0, -end.length),
});

/** Defects of an endpoint that unpacks more than it should. */
export const zipDefects = {
  'checks-no-sums': lenient('Does not compare the CRC of what it unpacked.', damaged, {
    isSo: (first) => first.local.crc === first.central?.crc && first.local.crc !== sumOf(first),
  }),
  'skips-strange-characters': misreading('Skips what is no character of base64.', (base64) =>
    base64.replaceAll('*', ''),
  ),
  'needs-no-padding': misreading('Reads base64 without its padding.', (base64) =>
    base64.padEnd(Math.ceil(base64.length / 4) * 4, '='),
  ),
  'takes-the-base64-of-urls': misreading('Reads base64 in the alphabet that URLs have.', (base64) =>
    base64.replaceAll('-', '+').replaceAll('_', '/'),
  ),
  'sees-no-encryption': lenient('Does not look whether a file is encrypted.', damaged, {
    isSo: ({ local }) => (local.flags & 1) !== 0,
  }),
  'inflates-whatever-method': lenient('Inflates every file, whatever its method.', damaged, {
    isSo: ({ local }) => local.method === 98,
  }),
  'reads-zips-as-they-come': lenient('Reads a zip from its start, and misses that the end is gone.', damaged, {
    isSo: ({ central }) => central === undefined,
  }),
  'takes-the-first-of-two-files': lenient('Takes the first of two files of one name.', misnamed, {
    isSo: ({ entries }) => entries === 2,
  }),
  'takes-absolute-paths': lenient('Takes a file with an absolute path.', misnamed, beginning('/')),
  'takes-parent-folders': lenient('Takes a file that would be unpacked a folder higher.', misnamed, beginning('../')),
  'takes-windows-paths': lenient(
    'Takes a file that would be unpacked a folder higher on Windows.',
    misnamed,
    beginning('..\\'),
  ),
  'takes-the-current-folder': lenient(
    'Takes a file in the folder that it would be unpacked in.',
    misnamed,
    beginning('./'),
  ),
  'trims-names-of-files': lenient('Takes the white space off the name of a file.', misnamed, ending(' ')),
  'reads-names-up-to-a-nul': lenient('Reads the name of a file up to a NUL.', misnamed, ending('\0.exe')),
  'believes-the-directory-of-a-zip': lenient('Reads the directory of a zip only.', ambiguous, {
    isSo: ({ local, central }) => central !== undefined && local.name !== central.name,
    name: ({ central }) => central?.name ?? '',
  }),
} as const satisfies SeededDefects;
