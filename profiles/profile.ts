/** Where an endpoint is, who we are there, which phase, and what may be sent; values from the environment are filled in. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly phase: 1 | 2 | 3 | 4;
  readonly endpoint: { readonly kind: 'mock' } | { readonly kind: 'url'; readonly url: string };
  readonly credentials: ProfileCredentials | undefined;
  /** Folder of the contract, relative to the profile's own folder. */
  readonly contract: string | undefined;
  readonly limits: ProfileLimits;
  /** Bodies that deliveries may name; undefined at the embedded endpoint only, where all may be. */
  readonly authorities: readonly ProfileAuthority[] | undefined;
  readonly media: readonly string[] | undefined;
  readonly permission: ProfilePermission | undefined;
}

export interface ProfileCredentials {
  readonly carrier: 'basic' | 'wsse' | 'header';
  readonly headerNames: { readonly username: string; readonly password: string } | undefined;
  readonly username: string;
  readonly password: string | undefined;
}

export interface ProfileLimits {
  readonly requestsPerSecond: number | undefined;
  readonly requests: number | undefined;
  readonly accepted: number | undefined;
  readonly connections: number;
  readonly timeoutMs: number;
}

export interface ProfileAuthority {
  readonly kind: string;
  readonly name: string;
}

/** What KOOP permits (toestemming): who said so, when, until when, and for what. */
export interface ProfilePermission {
  readonly by: string;
  readonly date: string;
  readonly until: string;
  readonly scope: readonly ProfileScope[];
}

/** What a permission can be for. */
export const profileScopes = ['violations', 'variants', 'attacks', 'wrong-credentials', 'bopa'] as const;
export type ProfileScope = (typeof profileScopes)[number];
