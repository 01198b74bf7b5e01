import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { Event, ExchangeRecorded } from '#evidence/event';
import { type KeptIn, keptIndexName } from '#evidence/kept-index';
import type { BytesOf } from '#evidence/open-exchanges';
import { openPack } from '#evidence/pack';
import type { Damaged } from '#evidence/read-journal';

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

/** Small packages go by mail; these bytes are read once. */
const compression = 9;

/** Packs the bytes of a run's exchanges once more, each only once, and writes where they are by their digest; of attacks a recipe. */
export const packExchanges = ({ events, bytes, to }: PackingExchanges): PackedExchanges => {
  const pack = openPack(join(to, 'exchanges'), compression);
  const index = openSync(join(to, keptIndexName), 'w');
  const known = new Set<string>();
  const seeds = new Map<string, number>();
  let [lost, recipes] = [0, 0];
  const note = (one: KeptIn): void => {
    known.add(one.sha256);
    writeSync(index, `${jsonText(one)}\n`);
  };
  const take = (kept: KeptBytes): void => {
    const found = bytes(kept);
    if (found === undefined) lost += 1;
    else note({ ...pack.add(found), sha256: kept.sha256 });
    pack.flush();
  };
  const takeRecipe = ({ check, case: number }: ExchangeRecorded, { sha256 }: KeptBytes): void => {
    recipes += 1;
    note({ sha256, recipe: { check, case: number, seed: seeds.get(check) ?? 0 } });
  };
  const takeParts = (event: ExchangeRecorded): void => {
    for (const part of ['request', 'response', 'identity'] as const) {
      const kept = event[part];
      if (kept === undefined || known.has(kept.sha256)) continue;
      if (part === 'request' && isAttack(event)) takeRecipe(event, kept);
      else take(kept);
    }
  };
  try {
    for (const event of events) {
      if (event.type === 'check-started') seeds.set(event.check, event.seed);
      if (event.type === 'exchange') takeParts(event);
    }
  } finally {
    pack.close();
    closeSync(index);
  }
  return { lost, recipes };
};

/** What mail filters and virus scanners may stop: a bomb, an entity, a zip that lies. */
const isAttack = ({ purpose }: ExchangeRecorded): boolean => purpose === 'attack';
