import { runServer } from "./lib/server-command.mjs";

await runServer("simulator/main.js");
