//! Text against the browser's own `TextDecoder`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn damaged_utf8_is_replaced_as_text_decoder_does_and_cuts_are_left_out() {
    api().await.holds(
        r#"let seed = 1;
        const random = () => (seed = Math.imul(seed, 1103515245) + 12345 >>> 0) >>> 16;
        const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
        for (let n = 0; n < 1000; n++) {
            const bytes = new TextEncoder().encode("a云é😀".repeat(3)).map((byte) => random() % 9 ? byte : random());
            const { text, flaws } = api.decodeUtf8(bytes);
            const whole = bytes.subarray(flaws.cutStart ?? 0, bytes.length - (flaws.cutEnd ?? 0));
            if (decoder.decode(whole) !== text) return [...bytes].join();
        }
        return JSON.stringify(api.decodeUtf8(new Uint8Array([0x91, 65, 0xe4, 0xba]))) === '{"text":"A","flaws":{"cutStart":1,"cutEnd":2}}';"#,
    );
}

/// The table is the one that the documentation of `repairMojibake` builds.
const TABLE: &str = r#"
    const bytes = [];
    for (let lead = 0x81; lead <= 0xfe; lead++)
        for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
    const texts = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
    const table = new Uint32Array(bytes.length / 3);
    for (let n = 0; n < table.length; n++) table[n] = (texts[n].charCodeAt(0) << 16) | (bytes[3 * n] << 8) | bytes[3 * n + 1];
    table.sort();
"#;

#[wasm_bindgen_test]
async fn utf8_read_as_gbk_by_the_browser_is_undone() {
    let api = api().await;
    api.holds(&format!(
        r#"{TABLE}
        for (const text of ["云助手执行成功", "磁盘空间不足，请清理后重试", "文件已保存"]) {{
            const misread = new TextDecoder("gbk").decode(new TextEncoder().encode(text));
            const repair = api.repairMojibake(misread, table);
            if (!api.looksMisread(misread)) return `${{misread}} is not suspected`;
            const lost = repair.text.split("\ufffd").length - 1;
            if (lost !== repair.lost || !repair.text.startsWith(text.slice(0, -1)) || (lost === 0 && repair.text !== text)) return JSON.stringify(repair);
        }}
        return api.repairMojibake("all is well", table) === null;"#
    ));
    api.refuses(
        "api.repairMojibake('x', new Uint32Array([2, 1]))",
        r#"{"code":"invalid-value","path":"table[0]"}"#,
    );
}

#[wasm_bindgen_test]
async fn every_guess_is_a_label_of_the_browser() {
    api().await.holds(
        r#"for (const bytes of [[0xd4, 0xc6, 0xd6, 0xfa, 0xca, 0xd6], [97, 0, 98, 0, 99, 0], [0xe4, 0xba, 0x91], [0xff, 0xfe]])
            for (const { charset, confidencePercent } of api.guessCharset(new Uint8Array(bytes))) {
                new TextDecoder(charset).decode(new Uint8Array(bytes));
                if (!(confidencePercent >= 0 && confidencePercent <= 100)) return charset;
            }
        return api.guessCharset(new Uint8Array([0xe4, 0xba, 0x91]))[0].charset === "utf-8";"#,
    );
}
