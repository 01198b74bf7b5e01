import type { SeenDelivery } from '../streams/behaviour/seen-delivery.ts';
import { type Declaration, type DeclaredType, deliveryFeatures, errorFeatures } from './declaration.ts';

/** Kinds of things to show. */
export const showKinds = ['delivery', 'notice', 'medium', 'element', ...deliveryFeatures, ...errorFeatures] as const;

/** One thing that is to be shown. */
export interface ToShow {
  /** Undefined for what is no matter of one document type. */
  readonly documentType: string | undefined;
  readonly kind: (typeof showKinds)[number];
  /** The kind of notice, medium or element. */
  readonly name: string | undefined;
}

/** One thing to show, and whether it was. */
export interface Shown extends ToShow {
  readonly isDone: boolean;
}

/** Everything that a declaration asks to be shown, in a fixed order. */
const toShow = ({ documentTypes, errors }: Declaration): readonly ToShow[] => [
  ...documentTypes.flatMap(({ name: documentType, notices, media, elements, features }): readonly ToShow[] => [
    { documentType, kind: 'delivery', name: undefined },
    ...notices.map((name) => ({ documentType, kind: 'notice', name }) as const),
    ...media.map((name) => ({ documentType, kind: 'medium', name }) as const),
    ...elements.map((name) => ({ documentType, kind: 'element', name }) as const),
    ...features.map((kind) => ({ documentType, kind, name: undefined })),
  ]),
  ...errors.map((kind) => ({ documentType: undefined, kind, name: undefined })),
];

const keyOf = ({ documentType, kind, name }: ToShow): string => JSON.stringify([documentType ?? '', kind, name ?? '']);

/** Follows what is shown of a declaration. */
export interface Showing {
  /** To be called in the order in which deliveries began. */
  readonly add: (seen: SeenDelivery) => void;
  readonly result: () => readonly Shown[];
  readonly isComplete: () => boolean;
}

/** Of a declaration of which nothing is shown yet. */
export const followShowing = (declaration: Declaration): Showing => {
  const asked = toShow(declaration);
  const done = new Set<string>();
  const open = new Map<string, SeenDelivery>();
  const add = (seen: SeenDelivery): void => {
    for (const one of [...ofDelivery(seen), ...ofErrors(seen, open)]) done.add(keyOf(one));
    for (const key of [seen.likeness, noticeKey(seen)]) {
      if (seen.came === 'accepted') open.delete(key);
      else open.set(key, seen);
    }
  };
  const isDone = (one: ToShow): boolean => done.has(keyOf(one));
  return {
    add,
    result: () => asked.map((one) => ({ ...one, isDone: isDone(one) })),
    isComplete: () => asked.every(isDone),
  };
};

/** By reference, or by title where there is none: what is mended has another likeness. */
const noticeKey = ({ sender, said: { reference, title } }: SeenDelivery): string =>
  JSON.stringify([sender, reference === '' ? title : reference]);

/** Characters from which a title is long. */
const longTitle = 150;

const featuresOf = ({ said }: SeenDelivery): readonly DeclaredType['features'][number][] => [
  ...(said.titleLength >= longTitle ? ['long-text' as const] : []),
  ...(said.isOdd ? ['odd-text' as const] : []),
  ...(said.rectifies ? ['rectification' as const] : []),
  ...(said.medium === '' ? ['without-medium' as const] : []),
  ...(said.publicationDate === '' ? [] : ['publication-date' as const]),
];

const ofDelivery = (seen: SeenDelivery): readonly ToShow[] => {
  const { documentType, notices, medium, elements } = seen.said;
  if (seen.came !== 'accepted') return [];
  return [
    { documentType, kind: 'delivery', name: undefined },
    ...notices.map((name) => ({ documentType, kind: 'notice', name }) as const),
    ...(medium === '' ? [] : [{ documentType, kind: 'medium', name: medium } as const]),
    ...elements.map((name) => ({ documentType, kind: 'element', name }) as const),
    ...featuresOf(seen).map((kind) => ({ documentType, kind, name: undefined })),
  ];
};

/** Milliseconds from which an answer is slow. */
const slowMs = 5_000;

const ofErrors = (seen: SeenDelivery, open: ReadonlyMap<string, SeenDelivery>): readonly ToShow[] => {
  const before = open.get(seen.likeness);
  const mended = open.get(noticeKey(seen));
  const kinds: readonly (typeof errorFeatures)[number][] = [
    ...(before?.came === 'lost' ? ['lost-answer' as const] : []),
    ...(before?.came === 'failed' ? ['fault' as const] : []),
    ...(mended?.came === 'refused' && seen.came === 'accepted' ? ['redelivery' as const] : []),
    ...(seen.came === 'accepted' && seen.until - seen.from >= slowMs ? ['slow-answer' as const] : []),
  ];
  return kinds.map((kind) => ({ documentType: undefined, kind, name: undefined }));
};
