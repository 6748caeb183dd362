/** A setting that cannot be used. The message names the setting and never repeats a secret. */
export class ConfigError extends Error {
  readonly code = "InvalidConfig";

  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}
