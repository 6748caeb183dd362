//! Wrong types and freed handles.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn every_declared_function_is_exported() {
    let exports = api().await.exports();

    for name in [
        "aggregate",
        "decodeBase64",
        "decodeBase64Strict",
        "decodeUtf8",
        "describeSchedule",
        "diffLines",
        "durationStats",
        "encodeBase64",
        "encodeRequest",
        "explain",
        "explainApiError",
        "explainErrorCode",
        "explainErrorInfo",
        "explainExitCode",
        "explainLine",
        "explainStatus",
        "failureKind",
        "fingerprint",
        "guessCharset",
        "guessEncoding",
        "inspectBase64",
        "instanceStatusFacts",
        "invocationStatusFacts",
        "looksMisread",
        "maskText",
        "nextRuns",
        "parse",
        "parseSchedule",
        "parseTaskEvent",
        "readAnswer",
        "readOutput",
        "repairMojibake",
        "retryClass",
        "searchText",
        "styledLines",
        "truncation",
        "validateRequest",
        "Base64Decoder",
        "InvocationStore",
        "Pagination",
        "Watch",
    ] {
        assert!(exports.iter().any(|export| export == name), "{name} is not among {exports:?}");
    }
}

/// A trap is a `WebAssembly.RuntimeError`, and the module is poisoned after it.
#[wasm_bindgen_test]
async fn no_wrong_type_traps_any_function() {
    api().await.holds(
        r#"const circle = {};
        circle.circle = circle;
        const throwing = { toJSON() { throw new Error("mine"); } };
        const wrong = [
            undefined, null, true, 0, -1, 1.5, NaN, Infinity, 2 ** 40, 10n, "", "x", "\ud800", Symbol("s"),
            [], [1, "a"], {}, circle, throwing, () => 0, new Date(NaN), new Map(), new Uint8Array(2),
            new Uint16Array(2), new DataView(new ArrayBuffer(2)), new ArrayBuffer(2), Object.create(null),
        ];
        const traps = [];
        const attempt = (name, call) => {
            try { call(); } catch (error) {
                if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) traps.push(`${name}: ${error}`);
            }
        };
        const isApi = (name) => /^[a-z]/.test(name) && typeof api[name] === "function" && !/^(__|wbg|wasm|init|default)/.test(name);
        for (const name of Object.keys(api).filter(isApi))
            for (const one of wrong)
                for (const two of wrong) attempt(`${name}(${typeof one}, ${typeof two})`, () => api[name](one, two, one));
        for (const name of ["InvocationStore", "Pagination", "Watch", "Base64Decoder"]) {
            const methods = Object.getOwnPropertyNames(api[name].prototype).filter((method) => !/^(constructor|free|__)/.test(method));
            for (const one of wrong) {
                attempt(`new ${name}`, () => new api[name](one));
                for (const method of methods)
                    for (const two of wrong)
                        attempt(`${name}.${method}(${typeof one}, ${typeof two})`, () => {
                            const object = new api[name]();
                            try {
                                if (typeof Object.getOwnPropertyDescriptor(api[name].prototype, method).value === "function") object[method](one, two, one);
                            } finally { object.free(); }
                        });
            }
        }
        if (traps.length) return traps.length + " traps: " + [...new Set(traps)].slice(0, 20).join("\n");
        return api.describeSchedule("rate(5m)", "en") === "every 5 minutes";"#,
    );
}

#[wasm_bindgen_test]
async fn a_freed_handle_gives_an_error_and_nothing_else() {
    api().await.holds(
        r#"for (const name of ["InvocationStore", "Pagination", "Watch", "Base64Decoder"]) {
            const object = new api[name]();
            object.free();
            const use = { InvocationStore: () => object.list(), Pagination: () => object.progress(), Watch: () => object.status(0), Base64Decoder: () => object.report() }[name];
            for (const call of [use, () => object.free()])
                try { call(); return name; } catch (error) {
                    if (!(error instanceof Error) || error instanceof WebAssembly.RuntimeError) return `${name}: ${error}`;
                }
        }
        return new api.InvocationStore().runCount === 0;"#,
    );
}
