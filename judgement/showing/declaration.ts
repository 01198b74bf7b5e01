import type { NoticeKind } from './notice-kinds.ts';

/** What a delivery can have that is worth showing, beside media and elements. */
export const deliveryFeatures = [
  'long-text',
  'odd-text',
  'rectification',
  'without-medium',
  'publication-date',
] as const;

/** What can go wrong at an endpoint, that a system has to cope with. */
export const errorFeatures = ['redelivery', 'fault', 'lost-answer', 'slow-answer'] as const;

/** What a vendor says that its system can do with a document type. */
export interface DeclaredType {
  readonly name: string;
  readonly media: readonly string[];
  /** Kinds of notice, as titles tell them. */
  readonly notices: readonly NoticeKind[];
  /** Local names of elements of the message. */
  readonly elements: readonly string[];
  readonly features: readonly (typeof deliveryFeatures)[number][];
}

/** What a vendor says that its system can do: what is not declared is not asked, and not granted. */
export interface Declaration {
  readonly vendor: string;
  readonly product: string;
  readonly version: string;
  readonly documentTypes: readonly DeclaredType[];
  readonly errors: readonly (typeof errorFeatures)[number][];
  /** Usernames, names in the path, fingerprints of certificates and addresses of its own; none where all that comes in is its own. */
  readonly senders?: readonly string[] | undefined;
  /** That what it sends is test data. */
  readonly testData?: boolean | undefined;
}
