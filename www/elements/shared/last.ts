/** A function that remembers its last result, for as long as it is called with the same arguments. */
export function last<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let before: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (before === undefined || !args.every((arg, index) => arg === before?.args[index])) {
      before = { args, result: compute(...args) };
    }
    return before.result;
  };
}
