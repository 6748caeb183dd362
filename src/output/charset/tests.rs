use super::*;
use encoding_rs::{BIG5, Encoding, GB18030, GBK, SHIFT_JIS};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Sentences as systems and people write them.
const SIMPLIFIED: [&str; 5] = [
    "系统找不到指定的路径。",
    "'foo' 不是内部或外部命令,也不是可运行的程序\r\n或批处理文件。\r\n",
    "服务已经启动成功,正在监听端口 8080",
    "磁盘空间不足:可用 3%,请清理日志文件",
    "拒绝访问。",
];
const TRADITIONAL: [&str; 4] = [
    "系統找不到指定的路徑。",
    "不是內部或外部命令、可執行的程式或批次檔。",
    "服務已經啟動成功,正在監聽連接埠 8080",
    "磁碟空間不足,請清理記錄檔",
];
const JAPANESE: [&str; 4] = [
    "指定されたパスが見つかりません。",
    "内部コマンドまたは外部コマンド、操作可能なプログラムとして認識されていません。",
    "アクセスが拒否されました。",
    "サービスは正常に開始されました: port 8080",
];

fn encode(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{text}");
    bytes.into_owned()
}

fn utf16le(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn best(bytes: &[u8]) -> Option<Charset> {
    guess(bytes).first().map(|candidate| candidate.charset)
}

#[test]
fn each_charset_is_the_first_guess_for_its_text() {
    for (charset, encoding, sentences) in [
        (Charset::Gb18030, GB18030, &SIMPLIFIED[..]),
        (Charset::Big5, BIG5, &TRADITIONAL),
        (Charset::ShiftJis, SHIFT_JIS, &JAPANESE),
    ] {
        for sentence in sentences {
            let bytes = encode(encoding, sentence);
            assert_eq!(best(&bytes), Some(charset), "{sentence}: {:?}", guess(&bytes));
        }
    }
    for sentence in SIMPLIFIED.iter().chain(&TRADITIONAL).chain(&JAPANESE) {
        assert_eq!(best(sentence.as_bytes()), Some(Charset::Utf8), "{sentence}");
    }
}

#[test]
fn a_cut_at_either_end_changes_no_first_guess() {
    for (charset, encoding, sentences) in [
        (Charset::Gb18030, GB18030, &SIMPLIFIED[..3]),
        (Charset::Big5, BIG5, &TRADITIONAL[..3]),
        (Charset::ShiftJis, SHIFT_JIS, &JAPANESE[..3]),
    ] {
        for sentence in sentences {
            let bytes = encode(encoding, sentence);
            for cut in [&bytes[1..], &bytes[..bytes.len() - 1]] {
                assert_eq!(best(cut), Some(charset), "{sentence}: {:?}", guess(cut));
            }
        }
    }
    for sentence in SIMPLIFIED {
        let bytes = sentence.as_bytes();
        assert_eq!(best(&bytes[1..bytes.len() - 1]), Some(Charset::Utf8), "{sentence}");
    }
}

#[test]
fn utf_8_is_the_only_guess_where_it_fits_cut_or_whole() {
    for sentence in SIMPLIFIED.iter().chain(&TRADITIONAL).chain(&JAPANESE) {
        let bytes = sentence.as_bytes();
        for bytes in [bytes, &bytes[1..bytes.len() - 1]] {
            let charsets = guess(bytes).into_iter().map(|candidate| candidate.charset);
            assert_eq!(charsets.collect::<Vec<_>>(), [Charset::Utf8], "{sentence}");
        }
    }
}

#[test]
fn utf16_is_known_by_its_mark_or_by_its_ascii() {
    let mut marked = vec![0xFF, 0xFE];
    marked.extend(utf16le("中文"));
    assert_eq!(best(&marked), Some(Charset::Utf16Le));
    assert_eq!(best(&utf16le("Directory: C:\\Users\r\n")), Some(Charset::Utf16Le));
    assert_eq!(best(&utf16le("目录: C:\\用户\r\n")), Some(Charset::Utf16Le));
}

#[test]
fn ascii_is_utf_8_for_certain() {
    for text in ["", "hello\n", "Bush hid the facts", "\u{1b}[1mok\u{1b}[0m"] {
        let certain = Candidate { charset: Charset::Utf8, confidence_percent: 100 };
        assert_eq!(guess(text.as_bytes()), [certain], "{text}");
    }
}

#[test]
fn short_text_is_guessed_with_less_confidence() {
    let short = guess(&encode(GBK, "错"))[0];
    let long = guess(&encode(GBK, SIMPLIFIED[0]))[0];

    assert!(short.confidence_percent <= 50, "{short:?}");
    assert!(long.confidence_percent > 85, "{long:?}");
}

#[test]
fn labels_are_known_to_the_encoding_standard() {
    for charset in
        [Charset::Utf8, Charset::Gb18030, Charset::Utf16Le, Charset::Big5, Charset::ShiftJis]
    {
        let known = Encoding::for_label(charset.label().as_bytes()).expect("a label");
        assert_eq!(known.name().to_ascii_lowercase(), charset.label());
    }
}

static ENTRIES: LazyLock<Vec<u32>> = LazyLock::new(table_entries);

/// What `buildGbkTable` does in JavaScript, with another decoder of the standard.
fn table_entries() -> Vec<u32> {
    let mut entries = Vec::new();
    for lead in 0x81..=0xFE_u8 {
        for trail in (0x40..=0xFE_u8).filter(|trail| *trail != 0x7F) {
            let pair = [lead, trail];
            let (text, had_errors) = GBK.decode_without_bom_handling(&pair);
            let character = text.chars().next().filter(|_| !had_errors);
            let Some(character) = character.map(u32::from) else { continue };
            entries.push(character << 16 | u32::from(lead) << 8 | u32::from(trail));
        }
    }
    entries.sort_unstable();
    entries
}

fn misread(text: &str) -> String {
    GBK.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

#[test]
fn the_table_has_every_pair_and_rejects_disorder() {
    let entries = &*ENTRIES;
    assert_eq!(entries.len(), 23_940);

    let table = GbkTable::new(entries).expect("ascending pairs");
    assert_eq!(table.pair('中'), Some([0xD6, 0xD0]));
    assert_eq!(table.pair('\u{3000}'), Some([0xA1, 0xA1]));
    assert_eq!(table.pair('a'), None);
    assert_eq!(table.pair('😀'), None);

    for (wrong, index) in
        [(vec![entries[1], entries[0]], 1), (vec![0x4E2D_0041], 0), (vec![entries[0], 1], 1)]
    {
        let error = GbkTable::new(&wrong).expect_err("disorder");
        assert_eq!(error.path(), Some(format!("table[{index}]").as_str()));
    }
}

#[test]
fn utf_8_read_as_gbk_comes_back() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    for text in ["中文", "一二三四", "启动成功了", "目录 /var/log 不存在", "服务 nginx 已启动\n"]
    {
        let undone = repair(&misread(text), &table).expect("a repair");

        if undone.lost == 0 {
            assert_eq!(undone.text, text);
        }
        assert!(undone.confidence_percent >= 50, "{undone:?}");
    }
    assert_eq!(misread("又发"), "鍙堝彂");
    assert_eq!(repair("鍙堝彂", &table).expect("a repair").text, "又发");
}

#[test]
fn lost_bytes_stay_lost_and_are_counted() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    // 三 characters of three bytes: the ninth has no partner before the line end.
    let undone = repair(&misread("汉字好\nok\n"), &table).expect("a repair");

    assert_eq!(undone.text, "汉字\u{fffd}\nok\n");
    assert_eq!((undone.lost, undone.repaired_lines), (1, 1));
}

#[test]
fn lines_that_were_read_rightly_are_kept() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    for text in SIMPLIFIED.iter().chain(&["联通", "中文", "ok", "😀 done", "naïve café"]) {
        assert_eq!(repair(text, &table), None, "{text}");
        assert!(!is_suspicious(text), "{text}");
    }

    let mixed = format!("系统找不到指定的路径。\n{}\n", misread("启动成功"));
    let undone = repair(&mixed, &table).expect("a repair");
    assert_eq!(undone.text, "系统找不到指定的路径。\n启动成功\n");
    assert_eq!(undone.repaired_lines, 1);
}

#[test]
fn misread_system_messages_are_suspicious() {
    for text in SIMPLIFIED {
        assert!(is_suspicious(&misread(text)), "{text} {}", misread(text));
    }
}

proptest! {
    #[test]
    fn prop_a_repair_without_loss_is_exact(
        text in "[ -~]{0,5}([\u{4E00}-\u{9FFF}]{2}){2,20}[ -~]{0,5}"
    ) {
            let table = GbkTable::new(&ENTRIES).expect("ascending pairs");

        prop_assume!(!misread(&text).contains('\u{3000}'));

        let undone = repair(&misread(&text), &table).expect("a repair");

        if undone.lost == 0 {
            prop_assert_eq!(undone.text, text);
        }
    }

    #[test]
    fn prop_guesses_are_ordered_and_in_range(bytes in any::<Vec<u8>>()) {
        let candidates = guess(&bytes);

        prop_assert!(candidates.is_sorted_by(|a, b| a.confidence_percent >= b.confidence_percent));
        prop_assert!(candidates.iter().all(|c| c.confidence_percent <= 100));
    }
}
