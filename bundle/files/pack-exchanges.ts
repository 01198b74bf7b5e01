import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Event, ExchangeRecorded } from '#evidence/event';
import { type KeptIn, keptBytesName, keptIndexName } from '#evidence/kept-index';
import type { BytesOf } from '#evidence/open-exchanges';
import type { Damaged } from '#evidence/journal-feed';

/** Where the exchanges of a run come from, and the folder that they are packed into. */
export interface PackingExchanges {
  readonly events: Iterable<Event | Damaged>;
  readonly bytes: BytesOf;
  readonly to: string;
}

/** What was packed. */
export interface PackedExchanges {
  /** Exchanges whose bytes were gone or damaged already. */
  readonly lost: number;
  /** Attacks of which a recipe was kept. */
  readonly recipes: number;
}

/** Puts the bytes of a run's exchanges into one file, each only once, and writes where they are by their digest; of attacks a recipe. */
export const packExchanges = ({ events, bytes, to }: PackingExchanges): PackedExchanges => {
  const [file, index] = [keptBytesName, keptIndexName].map((name) => openSync(join(to, name), 'wx'));
  if (file === undefined || index === undefined) throw new Error('not opened');
  const packing = { ...emptyPacking(file, index), bytes };
  try {
    for (const event of events) {
      if (event.type === 'check-started') packing.seeds.set(event.check, event.seed);
      if (event.type === 'exchange') takeParts(packing, event);
    }
  } finally {
    closeSync(file);
    closeSync(index);
  }
  return { lost: packing.lost, recipes: packing.recipes };
};

interface Packing {
  readonly file: number;
  readonly index: number;
  readonly bytes: BytesOf;
  readonly known: Set<string>;
  readonly seeds: Map<string, number>;
  end: number;
  lost: number;
  recipes: number;
}

const emptyPacking = (file: number, index: number): Omit<Packing, 'bytes'> => ({
  ...{ file, index, known: new Set(), seeds: new Map() },
  ...{ end: 0, lost: 0, recipes: 0 },
});

const takeParts = (packing: Packing, event: ExchangeRecorded): void => {
  for (const part of ['request', 'response', 'identity'] as const) {
    const kept = event[part];
    if (kept === undefined || packing.known.has(kept.sha256)) continue;
    if (part === 'request' && isAttack(event)) takeRecipe(packing, event, kept);
    else take(packing, kept);
  }
};

/** What mail filters and virus scanners may stop: a bomb, an entity, a zip that lies. */
const isAttack = ({ purpose }: ExchangeRecorded): boolean => purpose === 'attack';

const take = (packing: Packing, kept: KeptBytes): void => {
  const found = packing.bytes(kept);
  if (found === undefined) {
    packing.lost += 1;
    return;
  }
  writeSync(packing.file, found);
  note(packing, { sha256: kept.sha256, at: packing.end, bytes: found.length });
  packing.end += found.length;
};

const takeRecipe = (packing: Packing, { check, case: number }: ExchangeRecorded, { sha256 }: KeptBytes): void => {
  packing.recipes += 1;
  note(packing, { sha256, recipe: { check, case: number, seed: packing.seeds.get(check) ?? 0 } });
};

const note = ({ known, index }: Packing, one: KeptIn): void => {
  known.add(one.sha256);
  writeSync(index, `${jsonText(one)}\n`);
};
