/** Runs in the browser; tests/bench/main.mjs calls what is put on `globalThis`. */
import init from "invoscope";
import { compareFetching, compareHistory, comparePage, compareRefresh } from "../jobs.js";

await init();

Object.assign(globalThis, { comparePage, compareFetching, compareHistory, compareRefresh, isReady: true });
