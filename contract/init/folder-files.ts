import type { RoleEntry } from '../description/description-shape.ts';
import type { Plan } from './blueprint.ts';
import { ruleFile } from './carried-rules.ts';
import { descriptionFile } from './description-file.ts';
import { detailsOf } from './role-drafts.ts';
import { viewFile } from './view-file.ts';

/** The files of a planned folder but for its examples. */
export const folderFiles = (plan: Plan): ReadonlyMap<string, Uint8Array> => {
  const { entries, files } = plan.blueprint.shipped;
  const shipped = (name: string | undefined): Uint8Array => files.get(name ?? '') ?? new Uint8Array();
  const { rules, view, faces } = entries.schemas;
  return new Map([
    ...plan.files,
    ['contract.yaml', Buffer.from(descriptionFile(plan))],
    ['view.xsd', Buffer.from(viewFile(plan.roles, shipped(view)))],
    ['rules.sch', Buffer.from(ruleFile(shipped(rules), new Set(plan.rules.kept)))],
    ...(plan.rules.hasFaces ? [['rules.mjs', shipped(faces)] as const] : []),
  ]);
};

/** The plan with these rules alone; without faces, which need them all, where one is gone. */
export const withRules = (plan: Plan, kept: readonly string[]): Plan => {
  const gone = plan.rules.kept.filter((id) => !kept.includes(id));
  if (gone.length === 0) return plan;
  return { ...plan, rules: { kept, left: [...plan.rules.left, ...gone], hasFaces: false } };
};

/** The plan without roles that no example has, each named by its path. */
export const withoutRoles = (plan: Plan, paths: ReadonlySet<string>): Plan =>
  paths.size === 0 ? plan : { ...plan, roles: without(plan.roles, paths, '') };

const without = (
  roles: Readonly<Record<string, RoleEntry>>,
  paths: ReadonlySet<string>,
  around: string,
): Readonly<Record<string, RoleEntry>> =>
  Object.fromEntries(
    Object.entries(roles).flatMap(([name, entry]): readonly (readonly [string, RoleEntry])[] => {
      const path = around + name;
      if (paths.has(path)) return [];
      const { roles: inner, payload, ...rest } = detailsOf(entry);
      const below = inner && without(inner, paths, `${path}/`);
      const inPayload = payload && { ...payload, roles: without(payload.roles ?? {}, paths, `${path}/`) };
      const hasMore = Object.keys(rest).length > 1 || payload !== undefined || Object.keys(below ?? {}).length > 0;
      if (!hasMore) return [[name, rest.at] as const];
      return [
        [
          name,
          {
            ...rest,
            ...(inPayload === undefined ? {} : { payload: inPayload }),
            ...(below === undefined || Object.keys(below).length === 0 ? {} : { roles: below }),
          },
        ] as const,
      ];
    }),
  );
