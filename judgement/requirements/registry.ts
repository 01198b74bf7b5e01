import { certificate } from './certificate.ts';
import { connection } from './connection.ts';
import { delivery } from './delivery.ts';
import { protocol } from './protocol.ts';
import { redelivery } from './redelivery.ts';
import { rejection } from './rejection.ts';
import type { Requirement } from './requirement.ts';
import { robustness } from './robustness.ts';
import { tls } from './tls.ts';
import { variants } from './variants.ts';

/** Every requirement of the suite by topic, in the order in which they are run. */
export const topics = {
  connection,
  tls,
  certificate,
  delivery,
  rejection,
  protocol,
  variants,
  redelivery,
  robustness,
} as const;

export type Topic = keyof typeof topics;

/** A requirement by its id, `<topic>.<statement>`. */
export const requirements: ReadonlyMap<string, Requirement> = new Map(
  Object.values(topics).flatMap((topic) => Object.entries<Requirement>(topic)),
);

/** The topic of a requirement id. */
export const topicOf = (id: string): string => id.slice(0, id.indexOf('.'));
