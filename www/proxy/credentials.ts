import { ConfigError } from "./config-error.ts";
import { Problem } from "./problem.ts";

/** What signs a call. Held for the length of one call and given to nobody but the signer. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Set for temporary credentials (STS, RAM role of an instance, OIDC). */
  readonly securityToken?: string | undefined;
}

/** Gives the credentials to use now; called once per request, so caching and refreshing are its business. */
export type CredentialsProvider = () => Promise<Credentials>;

/** A fixed key pair, for the simulator and for tests. */
export function staticCredentials(credentials: Credentials): CredentialsProvider {
  const held = { ...credentials };
  return async () => held;
}

interface ChainModel {
  accessKeyId?: string;
  accessKeySecret?: string;
  securityToken?: string;
}

interface Chain {
  getCredentials(): Promise<ChainModel>;
}

/**
 * The official default chain of `@alicloud/credentials`: environment, OIDC, CLI and ini profiles, RAM role of the
 * ECS instance, credentials URI; temporary credentials are refreshed by it. The package is an optional peer and
 * is loaded at the first call.
 */
export function defaultCredentials(load: () => Promise<Chain> = loadChain): CredentialsProvider {
  let chain: Promise<Chain> | undefined;
  return async () => {
    chain ??= load();
    try {
      const { accessKeyId, accessKeySecret, securityToken } = await (await chain).getCredentials();
      if (!accessKeyId || !accessKeySecret) throw new Error("the chain gave no access key");
      return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
    } catch (error) {
      // After a failure the chain keeps asking only the last source that it tried; a fresh one tries all again.
      chain = undefined;
      throw error;
    }
  };
}

async function loadChain(): Promise<Chain> {
  const { DefaultCredentialsProvider } = await import("@alicloud/credentials").catch(() => {
    throw new ConfigError("the optional peer @alicloud/credentials is not installed");
  });
  return DefaultCredentialsProvider.builder().build();
}

/**
 * Asks for credentials within a time limit.
 * @throws Problem `CredentialsUnavailable`; the cause, which may name files and addresses, goes to `onFailure` only.
 */
export async function obtainCredentials(
  provider: CredentialsProvider,
  timeoutMs: number,
  onFailure: (error: unknown) => void,
): Promise<Credentials> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the credential chain did not answer in time")), timeoutMs);
  });
  try {
    return await Promise.race([provider(), late]);
  } catch (error) {
    onFailure(error);
    throw new Problem("CredentialsUnavailable", "the proxy has no credentials for the account");
  } finally {
    clearTimeout(timer);
  }
}
