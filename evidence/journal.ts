import { createHash } from 'node:crypto';
import { closeSync, constants, existsSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { fileErrorText } from '#contract/texts/file-error-text';
import type { Exchange } from '#contract/wire/exchange';
import { jsonText } from '#contract/texts/json-text';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Event } from './event.ts';
import { shortening, type Written } from './short-exchange.ts';
import { lastLinkIn } from './last-link.ts';
import { linkTo, linked } from './link.ts';
import { openPack, type Pack } from './pack.ts';

const output = {
  nl: { folder: 'de uitvoermap', option: '--out' },
  en: { folder: 'the output folder', option: '--out' },
} as const;
const temporary = {
  nl: { folder: 'de map voor tijdelijke bestanden', option: 'TMPDIR' },
  en: { folder: 'the folder for temporary files', option: 'TMPDIR' },
} as const;

/** The output folder, or that for temporary files, can't be written any more: disk full, rights, a folder that went away. */
export class OutputFailure extends Error {
  override readonly name = 'OutputFailure';
  readonly text: Bilingual;

  constructor(directory: string, cause: unknown, isTemporary = false) {
    const other = cause instanceof Error ? cause.message : String(cause);
    const why = fileErrorText(cause) ?? { nl: other, en: other };
    const { nl, en } = isTemporary ? temporary : output;
    const said = {
      nl: `${nl.folder} ${directory} is niet meer te beschrijven (${why.nl}); maak ruimte, of geef met ${nl.option} een andere map`,
      en: `${en.folder} ${directory} can't be written any more (${why.en}); make room, or give another one with ${en.option}`,
    };
    super(said.en, { cause });
    this.text = said;
  }
}

/** Where events go: one JSON line each, after the bytes that they refer to are on disk. */
export interface Journal {
  readonly append: (event: Event) => void;
  /** Keeps bytes, at most so many, and tells where they are: on disk before the next event is. */
  readonly keep: (bytes: Uint8Array, most: number, whose?: Whose) => Kept;
  /** A name for the next exchange, unique in the run. */
  readonly nextId: () => string;
  /** Ends the pack; the last thing that a process does with its journal. */
  readonly close: () => void;
}

/** Bytes made in this run hold a secret as it is or in one code, if at all; those of others may hold it in any. */
export type Whose = 'own' | 'others';

/** Where bytes were kept: nowhere if there are none, or if the run has no room left. */
export interface Kept {
  readonly place: KeptBytes | undefined;
  /** Whether some of them were not kept. */
  readonly lacks: boolean;
}

/** Applied to everything before it is written. */
export interface Scrub {
  /** An event as a line of JSON. */
  readonly line: (event: Written) => string;
  readonly bytes: (bytes: Uint8Array, whose: Whose) => Uint8Array;
}

const asItIs: Scrub = { line: (event) => jsonText(event), bytes: (bytes) => bytes };

/** Options of a journal. */
export interface JournalOptions {
  /** Nothing unless said. */
  readonly scrub?: Scrub | undefined;
  /** Bytes of exchanges that are kept at most, before compression; 256 MiB unless said. Of later exchanges none are kept. */
  readonly room?: number | undefined;
}

const mostKeptBytes = 256 * 1024 * 1024;

/** Opens `journal.ndjson` and a pack in `exchanges/` of an output folder, creating both. */
export const openJournal = (
  directory: string,
  { scrub = asItIs, room = mostKeptBytes }: JournalOptions = {},
): Journal => {
  mkdirSync(directory, { recursive: true });
  const output = watched(directory);
  const append = appendingTo(join(directory, 'journal.ndjson'));
  const pack = packIn(join(directory, 'exchanges'));
  const keep = keeping(pack, { scrub, room });
  const short = shortening();
  let exchanges = 0;
  return {
    append: (event) => {
      const line = scrub.line(short(event));
      output.demand(() => {
        pack.flush();
        append(line);
      });
    },
    keep: (bytes, most, whose) => output.demand(() => keep(bytes, most, whose)),
    nextId: () => `${String(output.demand(pack.number))}-${String((exchanges += 1))}`,
    close: () => {
      output.demand(pack.close);
    },
  };
};

/** A pack that is opened when it is first needed. */
const packIn = (folder: string) => {
  let pack: Pack | undefined;
  const opened = (): Pack => (pack ??= openPack(folder));
  return {
    number: () => opened().number,
    add: (bytes: Uint8Array) => opened().add(bytes),
    flush: () => pack?.flush(),
    close: () => pack?.close(),
  };
};

/** A folder that went away half-way may be made anew by others, and the journal would begin in the middle: only its begin makes the file. */
const goesOn = constants.O_WRONLY | constants.O_APPEND;

/** Another process may write as well: then the next event is linked to its last one. */
const appendingTo = (file: string): ((line: string) => void) => {
  let begun = existsSync(file);
  let size: number | undefined;
  let before: string | undefined;
  const write = (handle: number, line: string): void => {
    const found = fstatSync(handle).size;
    if (found !== size) before = found === 0 ? undefined : lastLinkIn(file);
    const text = linked(line, before);
    const bytes = Buffer.from(`${text}\n`);
    for (let done = 0; done < bytes.length; done += writeSync(handle, bytes, done));
    size = found + bytes.length;
    before = linkTo(text);
  };
  return (line) => {
    const handle = openSync(file, begun ? goesOn : 'a');
    try {
      write(handle, line);
    } finally {
      closeSync(handle);
    }
    begun = true;
  };
};

interface Keeping {
  readonly scrub: Scrub;
  readonly room: number;
}

/** The same bytes are kept once. */
const keeping = ({ add }: Pick<Pack, 'add'>, { scrub, room }: Keeping): Journal['keep'] => {
  const known = new Map<string, KeptBytes>();
  let left = room;
  const placed = (bytes: Uint8Array): KeptBytes | undefined => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const same = known.get(sha256);
    if (same !== undefined || bytes.length > left) return same;
    left -= bytes.length;
    const place = { ...add(bytes), sha256 };
    known.set(sha256, place);
    return place;
  };
  return (bytes, most, whose = 'others') => {
    const all = scrub.bytes(bytes, whose);
    const kept = all.subarray(0, most);
    const place = kept.length === 0 ? undefined : placed(kept);
    return { place, lacks: (place?.bytes ?? 0) < all.length };
  };
};

/** After a write that failed no other is tried, so that nothing follows from what is not on disk. */
const watched = (directory: string) => {
  let failure: OutputFailure | undefined;
  return {
    demand: <Value>(write: () => Value): Value => {
      if (failure !== undefined) throw failure;
      try {
        return write();
      } catch (error) {
        failure = new OutputFailure(directory, error);
        throw failure;
      }
    },
  };
};

/** The response of an exchange, or undefined when none came. */
export const responseOf = (exchange: Exchange) =>
  'response' in exchange.outcome ? exchange.outcome.response : undefined;

/** The failure of an exchange, or undefined when an answer came. */
export const failureOf = (exchange: Exchange) => ('failure' in exchange.outcome ? exchange.outcome.failure : undefined);
