export default { base: "./", build: { assetsInlineLimit: 0 }, worker: { format: "es" } };
