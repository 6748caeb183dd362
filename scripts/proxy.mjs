import { runServer } from "./lib/server-command.mjs";

await runServer("proxy/cli.js");
