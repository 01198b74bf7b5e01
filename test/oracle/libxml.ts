import { withPlainLocations } from '#documents/judge/plain-locations';
import { compileSchema } from '#xml/validator';
import { XmlError, XmlGaveUp } from '#xml/xml-error';
import type { Verdict } from '#documents/judge/xerces';
import type { Batch } from './xerces.ts';

/** Judges the documents of a batch with libxml2. */
export const judgeWithLibxml = ({ files, documents }: Batch): readonly Verdict[] => {
  const [entry = ''] = files.keys();
  try {
    const validator = compileSchema(withPlainLocations({ files, entry }), entry);
    const verdicts = documents.map((document) =>
      judged(() => validator.validate(document).map(({ message }) => message)),
    );
    validator.dispose();
    return verdicts;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return documents.map(() => ({ kind: 'refused', message: error.message }));
  }
};

const judged = (validate: () => readonly string[]): Verdict => {
  try {
    const [message] = validate();
    return message === undefined ? { kind: 'valid', message: '' } : { kind: 'invalid', message };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { kind: error instanceof XmlGaveUp ? 'broken' : 'malformed', message: error.message };
  }
};
