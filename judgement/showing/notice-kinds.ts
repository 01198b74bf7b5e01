/**
 * Kinds of notice as titles tell them: messages have no field for it, and readers of publications go by such words (observed in
 * titles of official publications).
 */
const patterns = {
  aanvraag: /\baanvra(?:ag|gen)\b|\baangevraagde?\b|\bingediend|\bingekomen\b|\bbinnengekomen\b|\bontvangen\b/,
  ontwerp: /\bontwerp(?:besluit|beschikking|vergunning|omgevingsvergunning)?\b|\bvoornemen\b/,
  verleend: /\bverle(?:end|ende|nen|ning)\b|\btoegekend/,
  geweigerd: /\bgeweigerde?\b|\bweiger(?:en|ing)\b/,
  verlengd: /\bverleng(?:d|de|en|ing)\b|\bverdag(?:en|ing)\b|\bverdaagd\b/,
  opgeschort: /\bopgeschorte?\b|\bopschort(?:en|ing)\b/,
  ingetrokken: /\bingetrokken\b|\bintrek(?:ken|king)\b/,
  'buiten-behandeling': /\bbuiten behandeling\b/,
  'van-rechtswege': /\bvan rechtswege\b/,
  geaccepteerd: /\bgeaccepteerde?\b/,
} as const;

/** A kind of notice that a title can tell. */
export type NoticeKind = keyof typeof patterns;

/** All of them, in a fixed order. */
export const noticeKinds = Object.keys(patterns) as readonly NoticeKind[];

/** The kinds of notice that a title speaks of. */
export const noticesIn = (title: string): readonly NoticeKind[] => {
  const words = title.toLowerCase();
  return noticeKinds.filter((kind) => patterns[kind].test(words));
};
