import type { Grounding } from '../grounds/ground.ts';
import type { Finding } from './finding.ts';
import type { RoleDraft } from './role-drafts.ts';

const fileName =
  /(?<![\w.*@/\\-])[\w-]+(?:\.[\w-]+)*\.(?:xml|pdf|gml|png|jpe?g|tiff?|docx?|odt|txt|csv|json|html?)\b/gi;

/** Names of files that the documentation of a place names, each once. */
const filesNamed = ({ place }: RoleDraft): readonly string[] => [...new Set(place.documentation.match(fileName) ?? [])];

const isXml = (name: string): boolean => /\.xml$/i.test(name);

/** A zip of which the documentation names the XML in it, with the name of that and the files beside it. */
export const withZippedFiles = (draft: RoleDraft, { ground, source }: Grounding): RoleDraft => {
  const { decode, payload } = draft.entry;
  const named = filesNamed(draft);
  const file = named.find(isXml);
  if (decode !== 'zip' || payload === undefined || file === undefined) return draft;
  const files = named.filter((one) => one !== file);
  const beside = files.length === 0 ? {} : { with: { files, ground, ...(source === '' ? {} : { source }) } };
  return { ...draft, entry: { ...draft.entry, payload: { ...payload, file, ...beside } } };
};

/** How sure the names of the files in zips are: which of several documents in XML the schema is of, the documentation need not say. */
export const zippedFindings = (drafts: readonly RoleDraft[]): readonly Finding[] =>
  drafts.flatMap(({ name, entry: { payload } }) => {
    if (payload?.file === undefined) return [];
    const files = payload.with?.files ?? [];
    const others = files.filter(isXml);
    const confidence = others.length === 0 ? ('likely' as const) : ('guess' as const);
    return [
      { about: `roles.${name}.payload.file`, at: payload.file, confidence, others },
      ...(files.length === 0
        ? []
        : [{ about: `roles.${name}.payload.with`, at: files.join(', '), confidence: 'likely' as const, others: [] }]),
    ];
  });

/** What a person is asked about a zip. */
export const zipQuestion = (draft: RoleDraft, at: string, schema: string): string => {
  const named = filesNamed(draft);
  const files = draft.entry.payload?.with?.files ?? [];
  const xml = draft.entry.payload?.file;
  const others = files.filter(isXml);
  if (xml !== undefined) {
    const beside = files.length === 0 ? 'no other file' : `beside it ${files.join(', ')}`;
    return `does ${at} hold a zip with ${xml}${others.length === 0 ? '' : ` (or ${others.join(', ')})`}, which ${schema} describes, and ${beside}, as its documentation says? That schema is a reconstruction; other names go to payload.file and payload.with`;
  }
  const said = named.length === 0 ? '' : `; its documentation names ${named.join(', ')}`;
  return `does ${at} hold a zip with the XML that ${schema} describes, and no other file${said}? A WSDL can't say it, and that schema is a reconstruction; further files go to payload.with`;
};
