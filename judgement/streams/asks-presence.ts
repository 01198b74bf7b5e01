import type { Rule } from '#contract/contract';

/** Whether a rule asks that a field of the delivery itself be there, be it for some deliveries alone. */
export const asksPresence = ({ test }: Pick<Rule, 'test'>): boolean =>
  /(?:^|\bor )boolean\([A-Za-z][\w-]*:[\w-]+\)$/.test(test);
