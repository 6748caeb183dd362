import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.INVOSCOPE_SEED ?? 1) });
