import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag.startsWith("invoscope-");

export default { base: "./", plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
