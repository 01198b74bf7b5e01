import { serialize } from '#xml/serialize';
import { changePayload, holesIn, type Draft, type DraftFile, type Payload } from './draft.ts';
import type { Roles } from './roles.ts';

/** Reads and edits the files behind a role whose base64 holds a zip. */
export interface Files {
  readonly names: (draft: Draft, role: string) => readonly string[];
  readonly rename: (draft: Draft, role: string, change: (name: string, index: number) => string) => Draft;
  /** Adds a file at the end. */
  readonly add: (draft: Draft, role: string, file: DraftFile) => Draft;
  /** Replaces the content of every file by bytes. */
  readonly replace: (draft: Draft, role: string, bytes: Uint8Array) => Draft;
  /** Changes every XML file as text, as it is written in the usual way. */
  readonly rewrite: (draft: Draft, role: string, change: (xml: string) => string) => Draft;
  /** Takes out every file. */
  readonly clear: (draft: Draft, role: string) => Draft;
}

/** The files behind the roles of a contract. */
export const filesOf = (roles: Roles): Files => {
  const holes = (draft: Draft, role: string): readonly string[] => roles.all(draft, role).flatMap(holesIn);
  const change = (draft: Draft, role: string, edit: (files: Payload['files']) => Payload['files']): Draft =>
    holes(draft, role).reduce(
      (edited, hole) => changePayload(edited, hole, (payload) => ({ ...payload, files: edit(payload.files) })),
      draft,
    );
  return {
    names: (draft, role) =>
      holes(draft, role).flatMap((hole) => draft.payloads[hole]?.files.map((file) => file.name) ?? []),
    rename: (draft, role, name) =>
      change(draft, role, (files) => files.map((file, index) => ({ ...file, name: name(file.name, index) }))),
    add: (draft, role, file) => change(draft, role, (files) => [...files, file]),
    replace: (draft, role, bytes) => change(draft, role, (files) => files.map((file) => ({ ...file, content: bytes }))),
    rewrite: (draft, role, rewritten) =>
      change(draft, role, (files) =>
        files.map((file) =>
          file.content instanceof Uint8Array
            ? file
            : { ...file, content: Buffer.from(rewritten(serialize(file.content))) },
        ),
      ),
    clear: (draft, role) => change(draft, role, () => []),
  };
};
