//! The table of JSON cases through the boundary, with `JSON.parse` as judge.

use super::support::api;
use js_sys::WebAssembly::Memory;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn texts_are_read_exactly_where_the_browser_reads_them() {
    let cases = include_str!("../../fixtures/json/cases.json");

    let judged = api().await.run(
        r#"const refused = ["json-syntax", "invalid-utf8", "empty-answer", "html-answer"];
        const isRead = (body) => {
            try { api.parse(body); return true; } catch (error) {
                if (error.name !== "InvoscopeError") throw error;
                return !refused.includes(error.code);
            }
        };
        const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        const browserReads = (bytes) => { try { JSON.parse(decoder.decode(bytes)); return true; } catch { return false; } };
        const encoder = new TextEncoder();
        const cases = JSON.parse(input);
        const wrong = cases.filter(({ name, text, hex }) => {
            const bytes = hex ? Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16)) : encoder.encode(text);
            const head = '{"Invocations":[{"InvokeId":"t-1","Unknown":', tail = "}]}";
            const wrapped = new Uint8Array([...encoder.encode(head), ...bytes, ...encoder.encode(tail)]);
            // A leading byte order mark is skipped here and refused there.
            const bare = name.includes("_bom_") || isRead(bytes) === browserReads(bytes);
            return !bare || isRead(wrapped) !== browserReads(wrapped);
        });
        if (wrong.length) return wrong.map(({ name }) => name).join();
        const unknown = (value) => api.parse(`{"Invocations":[{"Unknown":${value}}]}`).invocations[0].extra.Unknown;
        const changed = cases.filter(({ name, text }) => name.startsWith("y_") && JSON.stringify(unknown(text)) !== JSON.stringify(JSON.parse(text)));
        return changed.map(({ name }) => name).join() || true;"#,
        &cases.into(),
    );

    assert_eq!(judged, Ok(JsValue::TRUE));
}

#[wasm_bindgen_test]
async fn depth_traps_no_module() {
    let api = api().await;
    api.holds(
        r#"const deep = "[".repeat(1e6) + "]".repeat(1e6);
        try { api.parse(deep); return false; } catch (error) { if (error.code !== "not-an-answer") return error; }
        const store = new api.InvocationStore();
        store.ingest(`{"Invocations":[{"InvokeId":"t-1","Unknown":${deep}}]}`);
        api.parse(`{"Invocations":[{"Unknown":${deep}}]}`);
        return store.raw("t-1").includes(deep);"#,
    );
}

#[wasm_bindgen_test]
async fn a_body_beyond_the_limit_is_refused_before_it_is_copied() {
    let api = api().await;
    let memory_bytes = || wasm_bindgen::memory().unchecked_into::<Memory>().buffer();
    let before = memory_bytes();

    for function in ["parse", "summarize", "decodeBase64", "readAnswer", "parseTaskEvent"] {
        for body in [
            "new Uint8Array(2 ** 28 + 1)",
            "new ArrayBuffer(2 ** 31)",
            "new Uint8Array(2 ** 32)",
            "'x'.repeat(2 ** 28 + 1)",
        ] {
            api.refuses(&format!("api.{function}({body})"), r#"{"code":"too-large"}"#);
        }
    }

    // A buffer is another object once the memory has grown.
    assert_eq!(memory_bytes(), before);
}
