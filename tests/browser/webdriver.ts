/** A WebDriver session (W3C), as much of it as a walk through a page needs. */

/** The browser, driven. */
export interface Session {
  goto(url: string): Promise<void>;
  /** Runs a function in the page with JSON arguments. */
  run<A extends unknown[], R>(inPage: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Asks until the page's answer is one, and gives it. */
  until<A extends unknown[], R>(inPage: (...args: A) => R | undefined | null | false, ...args: A): Promise<R>;
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 60_000;
const PAUSE_MS = 100;

/** Opens a session at a driver. @throws Error with the driver's own message. */
export async function openSession(driverUrl: string, capabilities: object): Promise<Session> {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, driverUrl), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { "content-type": "application/json" },
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${value?.error ?? response.status}: ${value?.message ?? ""}`);
    return value;
  };
  const { sessionId } = (await call("POST", "session", {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const path = `session/${sessionId}`;
  const run: Session["run"] = async (inPage, ...args) =>
    (await call("POST", `${path}/execute/sync`, {
      script: `return (${inPage.toString()})(...arguments)`,
      args,
    })) as never;
  return {
    goto: async (url) => void (await call("POST", `${path}/url`, { url })),
    run,
    async until(inPage, ...args) {
      const givenUpMs = performance.now() + LONGEST_WAIT_MS;
      for (;;) {
        const answer = await run(inPage, ...args);
        if (answer !== undefined && answer !== null && answer !== false) return answer as never;
        if (performance.now() > givenUpMs) throw new Error(`waited in vain for ${inPage.toString()}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    },
    close: async () => void (await call("DELETE", path)),
  };
}
