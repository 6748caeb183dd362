import { readdirSync } from "node:fs";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  root: "pages",
  logLevel: "warn",
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("invoscope-") } } }),
  ],
  worker: { format: "es" },
  build: {
    outDir: "../out",
    target: "es2022",
    rolldownOptions: { input: readdirSync("pages").map((recipe) => `pages/${recipe}/index.html`) },
  },
});
