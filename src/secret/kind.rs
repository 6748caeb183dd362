//! What a secret is.

/// What a secret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecretKind {
    /// An `AccessKey` id of Alibaba Cloud or AWS: the public half of a key pair,
    /// which still names an account.
    AccessKeyId,
    /// The secret half of an access key.
    AccessKeySecret,
    /// A security token of STS.
    SecurityToken,
    /// A token of a service: GitHub, GitLab, Slack and the like.
    ServiceToken,
    /// A JSON Web Token (RFC 7519).
    Jwt,
    /// A private key in PEM (RFC 7468).
    PrivateKey,
    /// Credentials of an `Authorization` header (RFC 9110 §11.6.2).
    Authorization,
    /// A password.
    Password,
    /// A value that its name calls a token.
    Token,
    /// A value that its name calls a secret or a key.
    Secret,
}

/// How every placeholder begins; a value that begins so is masked already.
pub(super) const PLACEHOLDER_START: &[u8] = b"[masked-";

impl SecretKind {
    /// The name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        let placeholder = self.placeholder();
        placeholder.get(PLACEHOLDER_START.len()..placeholder.len() - 1).unwrap_or_default()
    }

    /// What stands in masked text in its place: ASCII, so that it is the same in
    /// every charset, and without signs that mean something in URLs and options.
    #[must_use]
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::AccessKeyId => "[masked-access-key-id]",
            Self::AccessKeySecret => "[masked-access-key-secret]",
            Self::SecurityToken => "[masked-security-token]",
            Self::ServiceToken => "[masked-service-token]",
            Self::Jwt => "[masked-jwt]",
            Self::PrivateKey => "[masked-private-key]",
            Self::Authorization => "[masked-authorization]",
            Self::Password => "[masked-password]",
            Self::Token => "[masked-token]",
            Self::Secret => "[masked-secret]",
        }
    }
}
