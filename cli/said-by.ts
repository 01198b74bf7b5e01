import { inspect } from 'node:util';
import type { Bilingual } from '#contract/texts/bilingual';
import { fileErrorText } from '#contract/texts/file-error-text';
import { ContractError } from '#contract/folder/contract-error';
import { DocumentError } from '#documents/document-error';
import { GenerationError } from '#documents/schema/generation-error';
import { SchemaError } from '#xml/schema/schema-error';
import { Refusal } from '#profiles/refusal';
import { ConfigurationError } from '#endpoint/configuration-error';
import { inDutch } from './dutch/in-dutch.ts';

/** What was thrown says of itself; the same in both languages where it has one only. */
export const saidBy = (thrown: unknown): Bilingual => {
  if (thrown instanceof Refusal) {
    const { text, way } = thrown;
    return { nl: `${text.nl}; ${way.nl}`, en: `${text.en}; ${way.en}` };
  }
  if (isObject(thrown) && 'text' in thrown && isBilingual(thrown.text)) return thrown.text;
  if (
    [ContractError, ConfigurationError, SchemaError, GenerationError, DocumentError].some(
      (kind) => thrown instanceof kind,
    ) &&
    thrown instanceof Error
  )
    return { nl: inDutch(thrown.message), en: thrown.message };
  return (
    fileErrorText(thrown) ?? both(isObject(thrown) && 'message' in thrown ? String(thrown.message) : inspect(thrown))
  );
};

const both = (text: string): Bilingual => ({ nl: text, en: text });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What comes from another process has lost its class. */
const isBilingual = (value: unknown): value is Bilingual =>
  isObject(value) && 'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string';
