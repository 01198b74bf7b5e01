import { markup, type Content, type Html } from './markup.ts';

/** A form that a person fills in and saves as a file of JSON; `save-form.mjs` does the work. */
export interface SavedForm {
  /** The record that the fields are added to. */
  readonly record: object;
  /** Under which name its items are added. */
  readonly items: string;
  readonly file: string;
  readonly submit: string;
  /** Told once it is saved. */
  readonly saved: string;
  readonly content: readonly Html[];
}

/** Writes the form. */
export const savedForm = ({ record, items, file, submit, saved, content }: SavedForm): Html =>
  markup`<form data-record="${JSON.stringify(record)}" data-items="${items}" data-file="${file}" data-saved="${saved}">
${content}
<button class="utrecht-button utrecht-button--submit" type="submit" hidden>${submit}</button> <output></output></form>`;

/** One item of the form, under a heading. */
export const savedItem = (number: string, title: Content, content: readonly Html[]): Html =>
  markup`<fieldset data-item="${number}"><legend>${title}</legend>${content}</fieldset>`;

interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

/** A field that has to be filled in: the name of who does so, or a day. */
export const textField = ({ id, name, label }: Field, kind: 'name' | 'date'): Html =>
  markup`<p><label class="utrecht-form-label" for="${id}">${label}</label><br>
<input class="utrecht-textbox utrecht-textbox--html-input" type="${kind === 'name' ? 'text' : kind}" id="${id}" name="${name}" autocomplete="${kind === 'name' ? kind : 'off'}" required></p>`;

/** Room for a remark. */
export const remarkField = ({ id, name, label }: Field): Html =>
  markup`<p><label class="utrecht-form-label" for="${id}">${label}</label><br>
<textarea class="utrecht-textbox utrecht-textbox--html-input" id="${id}" name="${name}" rows="2"></textarea></p>`;

/** A choice that has to be made: nothing is chosen beforehand. */
export const demandedChoice = (
  { id, name, label }: Field,
  options: readonly { readonly value: string; readonly text: string }[],
): Html => {
  const listed = options.map(({ value, text }) => markup`<option value="${value}">${text}</option>`);
  return markup`<p><label class="utrecht-form-label" for="${id}">${label}</label><br>
<select class="utrecht-select utrecht-select--html-select" id="${id}" name="${name}" required><option value=""></option>${listed}</select></p>`;
};
