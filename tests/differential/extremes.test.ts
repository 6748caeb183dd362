/**
 * Depth, size, numbers, byte order marks and broken characters at their extremes, through the shipped module.
 *
 * @module
 */
import { InvocationStore, isInvoscopeError, parse } from "invoscope";
import { describe, expect, test } from "vitest";
import { isJson, isRead } from "./verdict.ts";

const encoder = new TextEncoder();

/** A run with one member that nobody documents. */
const unknown = (value: string) => `{"Invocations":[{"InvokeId":"t-1","Unknown":${value}}]}`;

function refusal(body: string | Uint8Array): { code: string; offset: number | undefined } {
  try {
    parse(body);
  } catch (error) {
    if (isInvoscopeError(error)) return { code: error.code, offset: error.offset };
    throw error;
  }
  throw new Error("it was read");
}

describe("depth", () => {
  const LEVELS = 100_000;

  test.each([
    ["arrays", "[", "]"],
    ["objects", '{"a":', "}"],
  ])("a value of 100,000 %s is kept, one that is cut is refused at its end", (_, open, close) => {
    const deep = open.repeat(LEVELS) + (open === "[" ? "" : "1") + close.repeat(LEVELS);
    const store = new InvocationStore();

    store.ingest(unknown(deep), undefined);

    expect(store.raw("t-1").includes(deep)).toBe(true);
    const cut = unknown(deep).slice(0, -LEVELS);
    expect(refusal(cut)).toEqual({ code: "json-syntax", offset: cut.length });
    store.free();
  });

  test("100,000 envelopes in each other are no answer", () => {
    const nested = '{"body":'.repeat(LEVELS) + unknown("1") + "}".repeat(LEVELS);

    expect(refusal(nested).code).toBe("not-an-answer");
  });
});

describe("numbers", () => {
  test("one of a million digits is kept digit by digit", () => {
    const digits = "9".repeat(1_000_000);
    const store = new InvocationStore();

    store.ingest(unknown(`[${digits},0.${digits},1e${digits}]`), undefined);

    expect(store.raw("t-1")).toContain(`[${digits},0.${digits},1e${digits}]`);
    store.free();
  });

  // RFC 8259 §6 leaves range and precision to the reader: this one has those of JavaScript.
  test.each(["1e999", "-1e999", "1e-999", "-0", "123456789012345678901234567890", "5e-324"])(
    "%s is what JSON.parse makes of it, and stays as it was written",
    (text) => {
      const store = new InvocationStore();
      store.ingest(unknown(text), undefined);

      expect(parse(unknown(text)).invocations[0]?.extra?.Unknown).toBe(JSON.parse(text));
      expect(store.raw("t-1")).toContain(`"Unknown":${text}`);
      store.free();
    },
  );

  test("an exit code beyond every integer is no number of the store, and noticed", () => {
    const page = parse('{"Invocations":[{"InvokeInstances":[{"InstanceId":"i-1","ExitCode":1e999}]}]}');

    expect(page.notices.map(({ code, path }) => [code, path])).toEqual([
      ["unexpected-type", "InvokeInstance[0].ExitCode"],
    ]);
  });
});

describe("duplicate members", () => {
  test("the last counts, as with JSON.parse, and is noticed", () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `"InvokeId":"t-${index}"`);

    const { invocations, notices } = parse(`{"Invocations":[{${ids.join()}}]}`);

    expect(invocations.map(({ invokeId }) => invokeId)).toEqual(["t-9999"]);
    expect(new Set(notices.map(({ code }) => code))).toEqual(new Set(["duplicate-field"]));
  });
});

describe("byte order marks", () => {
  const body = unknown('"\uFEFF"');

  test("one is skipped, a second is refused where it stands", () => {
    expect(parse(`\uFEFF${body}`)).toEqual(parse(body));
    expect(refusal(`\uFEFF\uFEFF${body}`)).toEqual({ code: "json-syntax", offset: 3 });
    expect(refusal("\uFEFF").code).toBe("empty-answer");
  });

  test("UTF-16 is refused with either mark", () => {
    const little = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from(body, "utf16le"))]);
    const big = Uint8Array.from([0xfe, 0xff, ...new Uint8Array(Buffer.from(body, "utf16le").swap16())]);

    expect([refusal(little), refusal(big)]).toEqual([
      { code: "invalid-utf8", offset: 0 },
      { code: "invalid-utf8", offset: 0 },
    ]);
  });
});

describe("broken characters", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isUtf8 = (bytes: Uint8Array) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };

  /** Length of the longest start that is UTF-8. */
  function validLength(bytes: Uint8Array): number {
    let length = bytes.length;
    while (!isUtf8(bytes.subarray(0, length))) length -= 1;
    return length;
  }

  /** What the module says where it is wrong. */
  function misjudged(bytes: Uint8Array): unknown {
    if (isRead(bytes) !== isJson(bytes)) return "another verdict";
    if (isUtf8(bytes)) return undefined;
    const { code, offset } = refusal(bytes);
    const valid = validLength(bytes);
    if (code === "invalid-utf8" && offset === valid) return undefined;
    // What is wrong first is said: a control character in front of the broken one.
    const isControl = offset !== undefined && offset < valid && (bytes[offset] ?? 0x20) < 0x20;
    return code === "json-syntax" && isControl ? undefined : { code, offset };
  }

  /** Either side of every border in RFC 3629 §4, and what JSON takes apart. */
  const DECISIVE = [
    ...[0x00, 0x1f, 0x22, 0x5c, 0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0],
    ...[0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
  ];
  const ALL = Array.from({ length: 256 }, (_, byte) => byte);

  // Sixteen shifts, because the module reads sixteen bytes at a time.
  const shifts = Array.from({ length: 16 }, (_, shift) => "a".repeat(shift));

  test.each(["é", "云", "😀"])(
    "every byte at every place of %s is judged as TextDecoder judges it",
    (character) => {
      const width = encoder.encode(character).length;
      const wrong = [];
      for (const shift of shifts) {
        const body = encoder.encode(unknown(`"${shift}${character}"`));
        const start = body.length - '"}]}'.length - width;
        for (let place = start; place < start + width; place += 1) {
          for (const byte of shift === "" ? ALL : DECISIVE) {
            const said = misjudged(Uint8Array.from(body).fill(byte, place, place + 1));
            if (said !== undefined) wrong.push({ shift, place: place - start, byte, said });
          }
        }
      }

      expect(wrong).toEqual([]);
    },
  );

  test.each(["é", "云", "😀"])("%s that is cut after any byte is refused where it begins", (character) => {
    const whole = encoder.encode(character);
    for (const shift of shifts) {
      const head = encoder.encode(`{"Invocations":[{"InvokeId":"${shift}`);
      for (let length = 1; length < whole.length; length += 1) {
        const cut = Uint8Array.from([...head, ...whole.subarray(0, length)]);
        const closed = Uint8Array.from([...cut, ...encoder.encode('"}]}')]);

        expect([refusal(cut), refusal(closed)]).toEqual(
          Array(2).fill({ code: "invalid-utf8", offset: head.length }),
        );
      }
    }
  });
});

describe("size", () => {
  // Zeros that nobody touches take no memory of the machine.
  test.each([2 ** 28 + 1, 2 ** 31, 2 ** 32])("%i bytes are refused, and not copied before", (length) => {
    const body = new Uint8Array(length);
    const before = process.memoryUsage().external;

    expect([refusal(body), refusal(body)]).toEqual(Array(2).fill({ code: "too-large", offset: undefined }));
    expect(process.memoryUsage().external - before).toBeLessThan(1_000_000);
  });

  test("so is a text", () => {
    const before = process.memoryUsage().external;

    expect(refusal("云".repeat(2 ** 28 + 1)).code).toBe("too-large");
    expect(process.memoryUsage().external - before).toBeLessThan(1_000_000);
  });
});
