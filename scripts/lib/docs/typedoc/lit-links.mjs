/** TypeDoc plugin: the comments that our elements inherit of Lit link to names of Lit by themselves. */
export function load(app) {
  app.converter.addUnknownSymbolResolver(({ symbolReference }) => {
    const [first] = symbolReference?.path ?? [];
    return first?.path === "css" ? "https://lit.dev/docs/api/styles/#css" : undefined;
  });
}
