/** Runs in the browser; tests/bench/main.mjs calls what is put on `globalThis`. */
import init from "invoscope";
import { compareHistory, readMore, readSoFar, startReading } from "../history.js";
import { compareFetching, comparePage, compareRefresh } from "../jobs.js";

await init();

Object.assign(globalThis, {
  comparePage,
  compareFetching,
  compareHistory,
  compareRefresh,
  readMore,
  readSoFar,
  startReading,
  isReady: true,
});
