import type { DrawnFolder } from './drawn-folder.ts';
import type { DrawnProfile } from './drawn-profile.ts';
import type { Part } from './drawn-fields.ts';

/** What a profile asks for has to be in a list that the folder has of it. */
const knows = ({ says, media }: DrawnFolder, profile: DrawnProfile): boolean =>
  says.medium !== 'bound' || media === undefined || profile.media.every((one) => media.includes(one));

const marked = /(?:^|[.-])eto(?:[.-]|$)/;

/** Whether a run may deliver at all, said by the drawn folder and profile alone. */
export const mayLeave = (folder: DrawnFolder, profile: DrawnProfile): boolean =>
  isTestHost(profile) &&
  isWithin(profile) &&
  saysEnough(folder) &&
  hasMark(folder) &&
  !hides(folder) &&
  !isAtOdds(folder) &&
  knows(folder, profile);

/** Whether two uses that are bound have one place, which can't hold both. */
const isAtOdds = ({ fields, says }: DrawnFolder): boolean => {
  const places = fields
    .filter(({ part }) => part !== 'text' && says[part] === 'bound')
    .map((field) => JSON.stringify([field.in, field.path, field.attribute]));
  return new Set(places).size < places.length;
};

const isTestHost = ({ host, testHosts, production }: DrawnProfile): boolean => {
  if (production !== undefined && !production.startsWith('https://')) return false;
  if (production !== undefined && new URL(production).hostname === host) return false;
  return marked.test(host) || testHosts.includes(host);
};

const isWithin = ({ limits, permission }: DrawnProfile): boolean => {
  const { requestsPerSecond = 1, requests = 1, accepted = 1 } = limits;
  if (requestsPerSecond > 5 || requests > 5000 || accepted > 500) return false;
  return permission === undefined || Date.parse(permission.until) - Date.parse(permission.from) <= 365 * 86_400_000;
};

const needed = [
  ...(['documentType', 'reference', 'title', 'authority', 'authorityKind', 'publisher', 'publisherKind'] as const),
  ...(['medium', 'content', 'notice'] as const),
];

const saysEnough = ({ says }: DrawnFolder): boolean => needed.every((use) => says[use] !== undefined);

/** The mark of a title has 19 characters, that of a reference 27. */
const hasMark = ({ says, room }: DrawnFolder): boolean =>
  says.notice === 'bound' ||
  (says.title === 'bound' && (room.title ?? 60) > 30) ||
  (says.reference === 'bound' && (room.reference ?? 60) > 30);

/** Whether a list stands in the schemas of what `uses` says that there is nothing of. */
const hides = (folder: DrawnFolder): boolean => {
  const isLeft = (part: Part): boolean =>
    part !== 'text' && folder.says[part] === 'none' && folder.fields.some((one) => one.part === part);
  if (isLeft('medium') && folder.media !== undefined) return true;
  if (!folder.listsBodies) return false;
  const isKindTold = folder.says.authorityKind === 'bound';
  return (
    isLeft('authority') || isLeft('publisher') || isLeft('authorityKind') || (isLeft('publisherKind') && !isKindTold)
  );
};
