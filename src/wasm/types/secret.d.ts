/** What a secret is; the kind is part of its placeholder, `[masked-kind]`. */
export type SecretKind =
  | "access-key-id"
  | "access-key-secret"
  | "security-token"
  | "service-token"
  | "jwt"
  | "private-key"
  | "authorization"
  | "password"
  | "token"
  | "secret"
  | (string & {});

/** A text without its secrets, and what they were. */
export interface MaskedSecrets {
  readonly text: string;
  /** The kind of each secret, in order. */
  readonly found: readonly SecretKind[];
}
