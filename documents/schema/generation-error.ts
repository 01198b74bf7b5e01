import type { Component } from '#xml/schema/model';

/** A component of a schema that nothing valid can be made for, as far as was looked. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError';
  readonly component: string;
  readonly file: string;
  readonly line: number;

  constructor(component: Component, reason: string, cause?: unknown) {
    const { file, line } = component.place;
    super(`${file}:${String(line)}: ${component.id}: ${reason}`, { cause });
    this.component = component.id;
    this.file = file;
    this.line = line;
  }
}
