import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "./handler.ts";
import { Problem, problemResponse } from "./problem.ts";
import { checkWire } from "./wire.ts";

/** Answers a request of the Fetch API. */
export type App = (request: Request, context: RequestContext) => Promise<Response>;

/** How long the rest of a refused body is read and thrown away, so that its sender gets to see the answer. */
const DRAIN_MS = 1_000;

/**
 * Joins `node:http` to a Fetch handler. An answer that breaks off is a broken connection for the client: neither a
 * message nor a proper end is added to the bytes that were sent.
 */
export async function bridge(app: App, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await answer(app, incoming);
  if (!incoming.complete) {
    outgoing.setHeader("connection", "close");
    outgoing.on("finish", () => drain(incoming));
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  await writeBody(response.body, outgoing);
}

async function answer(app: App, incoming: IncomingMessage): Promise<Response> {
  try {
    checkWire(incoming);
    return await app(toRequest(incoming), { client: incoming.socket.remoteAddress ?? "unknown" });
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem("InternalError", "the proxy failed");
    return problemResponse(problem, randomUUID());
  }
}

/** The name in the URL is a constant: nothing may be decided by it, `Host` is checked as a header. */
function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  const method = incoming.method ?? "GET";
  const body = method === "GET" || method === "HEAD" ? null : bodyOf(incoming);
  const init = { method, headers, body, duplex: "half" };
  return new Request(new URL(incoming.url ?? "/", "http://proxy.invalid"), init);
}

/** Unlike `Readable.toWeb`, cancelling leaves the connection open, for the answer that says why. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let over = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on("data", (chunk: Buffer) => {
        if (over) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on("end", () => {
        if (!over) controller.close();
        over = true;
      });
      incoming.on("error", (error) => {
        if (!over) controller.error(error);
        over = true;
      });
      incoming.pause();
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      over = true;
    },
  });
}

async function writeBody(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  const gone = () => void reader.cancel().catch(() => undefined);
  outgoing.on("close", gone);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (outgoing.destroyed) return;
      if (!outgoing.write(value)) await drained(outgoing);
    }
    outgoing.off("close", gone);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/** Waits until more may be written, or until nobody reads any more. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off("drain", done);
      outgoing.off("close", done);
      resolve();
    };
    outgoing.on("drain", done);
    outgoing.on("close", done);
  });
}

function drain(incoming: IncomingMessage): void {
  incoming.resume();
  const timer = setTimeout(() => incoming.destroy(), DRAIN_MS);
  incoming.on("close", () => clearTimeout(timer));
}
