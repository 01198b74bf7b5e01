import type { InteractionKind } from '../interactions/outline.ts';

/** A duplicate is delivered twice. */
const requestsFor = (kind: InteractionKind): number => (kind === 'duplicate' ? 2 : 1);

/** What gets a number where the endpoint is right. */
const dossiersFor = (kind: InteractionKind): number =>
  ['accepted', 'published', 'prepared', 'duplicate'].includes(kind) ? 1 : 0;

/** What is a delivery that a right endpoint refuses: the client lets none leave once no dossier may be made any more. */
const isRefused = (kind: InteractionKind): boolean => !['alive', 'accepted', 'published', 'prepared'].includes(kind);

/** The interactions that limits have room for, in their order; one dossier stays free for those that are to be refused. */
export const withinLimits = <One extends { readonly kind: InteractionKind }>(
  {
    requests = Infinity,
    accepted = Infinity,
  }: { readonly requests?: number | undefined; readonly accepted?: number | undefined },
  all: readonly One[],
): readonly One[] => {
  const reserve = accepted > 1 && all.some(({ kind }) => isRefused(kind)) ? 1 : 0;
  const left = { requests, dossiers: accepted - reserve };
  const fits = ({ kind }: One): boolean => {
    const isOpen = !isRefused(kind) || left.dossiers + reserve > dossiersFor(kind);
    if (left.requests < requestsFor(kind) || left.dossiers < dossiersFor(kind) || !isOpen) return false;
    left.requests -= requestsFor(kind);
    left.dossiers -= dossiersFor(kind);
    return true;
  };
  const isMaking = ({ kind }: One): boolean => dossiersFor(kind) > 0;
  const within = new Set([...all.filter(isMaking), ...all.filter((one) => !isMaking(one))].filter(fits));
  return all.filter((one) => within.has(one));
};
