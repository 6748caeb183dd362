/** A key pair that the simulator knows; one with a security token is temporary (STS). */
export interface AccessKey {
  id: string;
  secret: string;
  securityToken?: string;
}

/** The long-term key of the embedded account. */
export const ACCESS_KEY: AccessKey = { id: "simulator", secret: "simulator-secret" };

/** A temporary key of the same account, as a RAM role or STS hands it out. */
export const STS_ACCESS_KEY: AccessKey = {
  id: "STS.simulator",
  secret: "simulator-sts-secret",
  securityToken: "simulator-security-token",
};

/** A token that was valid once: with the temporary key it is answered `InvalidSecurityToken.Expired`. */
export const EXPIRED_SECURITY_TOKEN = "simulator-expired-token";

/** The key of that id. */
export function findAccessKey(id: string): AccessKey | undefined {
  return [ACCESS_KEY, STS_ACCESS_KEY].find((key) => key.id === id);
}
