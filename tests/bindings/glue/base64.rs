//! Base64 against the browser's own `Uint8Array.fromBase64`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

/// Buffers of a fixed sequence (mulberry32), so that a failure comes again.
const BUFFERS: &str = r"
    let seed = 7;
    const random = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return (t ^ (t >>> 14)) >>> 0;
    };
    const buffer = (length) => Uint8Array.from({ length }, random);
    const same = (one, two) => one.length === two.length && one.every((byte, n) => byte === two[n]);
    const attempt = (call) => { try { return call(); } catch { return undefined; } };
";

#[wasm_bindgen_test]
async fn buffers_are_encoded_and_decoded_as_the_browser_does() {
    api().await.holds(&format!(
        r#"{BUFFERS}
        for (let n = 0; n < 600; n++) {{
            const bytes = buffer(n % 200);
            const text = bytes.toBase64();
            const urlSafe = bytes.toBase64({{ alphabet: "base64url", omitPadding: true }});
            const wrapped = text.replace(/.{{76}}/g, "$&\r\n");
            if (api.encodeBase64(bytes) !== text) return `encode ${{text}}`;
            if (!same(api.decodeBase64Strict(text), bytes)) return `strict ${{text}}`;
            for (const form of [text, urlSafe, wrapped, new TextEncoder().encode(text)])
                if (!same(api.decodeBase64(form), bytes)) return `forgiving ${{form}}`;
        }}
        return true;"#
    ));
}

#[wasm_bindgen_test]
async fn texts_are_refused_where_the_browser_refuses_them() {
    api().await.holds(&format!(
        r#"{BUFFERS}
        const letters = "AZaz09+/=-_ \n*";
        let accepted = 0;
        for (let n = 0; n < 5000; n++) {{
            // One in two is canonical but for at most one character.
            let text = n % 2 ? buffer(n % 12).toBase64() : "";
            if (!text) for (let length = random() % 9; length > 0; length--) text += letters[random() % letters.length];
            else if (n % 4 === 1) {{ const at = random() % text.length; text = text.slice(0, at) + letters[random() % letters.length] + text.slice(at + 1); }}
            const browser = /[ \n]/.test(text) ? undefined : attempt(() => Uint8Array.fromBase64(text, {{ lastChunkHandling: "strict" }}));
            const ours = attempt(() => api.decodeBase64Strict(text));
            if ((browser === undefined) !== (ours === undefined) || (ours && !same(ours, browser))) return `strict ${{JSON.stringify(text)}}`;
            const loose = attempt(() => Uint8Array.fromBase64(text, {{ lastChunkHandling: "loose" }}));
            if (loose && !same(api.decodeBase64(text), loose)) return `loose ${{JSON.stringify(text)}}`;
            if (api.inspectBase64(text).canonical !== (ours !== undefined)) return `report ${{JSON.stringify(text)}}`;
            accepted += ours !== undefined;
        }}
        return accepted > 500 && accepted < 4500;"#
    ));
}

#[wasm_bindgen_test]
async fn chunks_give_the_same_bytes_and_report() {
    let api = api().await;
    api.holds(&format!(
        r#"{BUFFERS}
        for (let n = 0; n < 150; n++) {{
            const text = buffer(n % 60).toBase64() + (n % 3 ? "" : "*x");
            const decoder = new api.Base64Decoder();
            const parts = [];
            for (let at = 0; at < text.length; ) {{ const end = at + 1 + random() % 5; parts.push(...decoder.push(text.slice(at, end))); at = end; }}
            parts.push(...decoder.finish());
            if (!same(parts, api.decodeBase64(text))) return text;
            if (JSON.stringify(decoder.report()) !== JSON.stringify(api.inspectBase64(text))) return text;
            decoder.free();
        }}
        return true;"#
    ));
    api.shows("new api.Base64Decoder().report()", "null");
    api.refuses(
        "(() => { const d = new api.Base64Decoder(); d.finish(); return d.push('QQ=='); })()",
        r#"{"code":"invalid-state"}"#,
    );
    api.refuses(
        "new api.Base64Decoder(true).push('QQ=A')",
        r#"{"code":"invalid-base64","offset":3}"#,
    );
    api.refuses("api.decodeBase64Strict('QQ*=')", r#"{"code":"invalid-base64","offset":2}"#);
}

#[wasm_bindgen_test]
async fn bytes_are_a_copy_of_their_own() {
    api().await.holds(
        r"const bytes = api.decodeBase64('AAEC');
        return bytes instanceof Uint8Array && bytes.byteLength === bytes.buffer.byteLength && bytes[2] === 2;",
    );
}
