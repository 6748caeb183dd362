/** `fetch`, and what its answers say about the calls that the proxy has left this minute. */
export function countingFetch(heard: (callsLeft: number) => void): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const left = response.headers.get("x-invoscope-calls-left");
    if (left !== null && /^\d+$/.test(left)) heard(Number(left));
    return response;
  };
}
