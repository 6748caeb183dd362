/**
 * The page that capsules are made of, which is loaded when one is wanted.
 *
 * A host whose bundler does not take `new URL(…, import.meta.url)` for a file of its own serves
 * `invoscope/capsule.html.txt` itself and gives its session a `capsuleTemplate`.
 */
export async function capsuleTemplate(): Promise<string> {
  const address = new URL("../../capsule.html.txt", import.meta.url);
  const answer = await fetch(address);
  if (!answer.ok)
    throw new Error(`expected the capsule's template at ${address.pathname}, found ${answer.status}`);
  return answer.text();
}
