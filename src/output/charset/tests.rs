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
    let json = crate::json::to_json(&guess(b"hello")[0]);
    assert_eq!(json, r#"{"charset":"utf-8","confidencePercent":100}"#);
}

#[test]
fn short_text_is_guessed_with_less_confidence() {
    let short = guess(&encode(GBK, "错"))[0];
    let long = guess(&encode(GBK, SIMPLIFIED[0]))[0];

    assert!(short.confidence_percent <= 50, "{short:?}");
    assert!(long.confidence_percent > 85, "{long:?}");
}

/// Three frequent characters of each charset, by its standard.
const FREQUENT: [(Charset, &[u8]); 3] = [
    (Charset::Gb18030, b"\xB0\xA1\xC4\xE3\xD7\xF9"), // GB 2312, level 1
    (Charset::Big5, b"\xA4\x40\xB0\xEA\xC6\x7E"),    // Big5, level 1
    (Charset::ShiftJis, b"\x82\xA0\x82\xB5\x83\x41"), // JIS X 0208, kana
];

#[test]
fn frequent_characters_fit_better_than_rare_ones() {
    for (charset, frequent_first) in [
        (
            Charset::Gb18030,
            &[
                &b"\xB0\xA1"[..], // GB 2312, level 1
                b"\xD8\xFA",      // level 2
                b"\xA2\xFC",      // Roman numerals
                b"\x81\x40",      // added by GBK
            ][..],
        ),
        (
            Charset::Big5,
            &[
                b"\xA4\x40", // level 1
                b"\xA2\x40", // symbols
                b"\xC9\x40", // level 2
                b"\xFA\x40", // user-defined
            ],
        ),
        (
            Charset::ShiftJis,
            &[
                b"\x82\xA0", // hiragana
                b"\x88\x9F", // JIS X 0208, level 1
                b"\x82\x4F", // full-width digits
                b"\x98\x9F", // level 2
            ],
        ),
    ] {
        let fits =
            frequent_first.iter().map(|character| double_byte::fit(charset, &character.repeat(8)));
        let fits: Vec<_> = fits.collect();

        assert!(fits.is_sorted_by(|a, b| a > b), "{charset:?} {fits:?}");
    }
    let fit = |character: &[u8]| double_byte::fit(Charset::ShiftJis, &character.repeat(8));
    assert_eq!(fit(b"\x82\xA0"), fit(b"\x83\x41"), "katakana are as frequent as hiragana");
    assert!(fit(b"\xB1") > fit(b"\x98\x9F"), "half-width katakana are a character each");
}

#[test]
fn four_bytes_of_gb18030_are_one_rare_character() {
    let rare = b"\x81\x30\x81\x30".repeat(8);

    let fit = double_byte::fit(Charset::Gb18030, &rare);

    assert!(
        fit > 0 && fit < double_byte::fit(Charset::Gb18030, b"\xD8\xA1\xD8\xA1\xD8\xA1\xD8\xA1")
    );
    assert_eq!(double_byte::fit(Charset::Big5, &rare), 0);
}

#[test]
fn a_character_cut_at_the_end_counts_for_nothing() {
    for (charset, cuts) in [
        (Charset::Gb18030, &[&b"\x81"[..], b"\x81\x30", b"\x81\x30\x81"][..]),
        (Charset::Big5, &[b"\xA4"]),
        (Charset::ShiftJis, &[b"\x82", b"\xE0"]),
    ] {
        // With a wrong byte inside, the fit is far from both ends of the scale.
        let (_, frequent) = FREQUENT.iter().find(|(other, _)| *other == charset).expect("its own");
        let whole = [frequent, &b"\xFF"[..], frequent].concat();
        let fit = double_byte::fit(charset, &whole);
        assert!((1..90).contains(&fit), "{charset:?} {fit}");

        for cut in cuts {
            let text = [&whole[..], cut].concat();
            assert_eq!(double_byte::fit(charset, &text), fit, "{charset:?} {cut:x?}");
        }
    }
}

#[test]
fn a_wrong_byte_takes_the_proof_of_two_frequent_characters() {
    for (charset, frequent) in FREQUENT {
        // Six right and one wrong prove as much as four of seven.
        let text = [frequent, b"\xFF", frequent].concat();

        assert_eq!(double_byte::fit(charset, &text), 57, "{charset:?}");
    }
}

#[test]
fn few_characters_fit_by_chance() {
    for (charset, frequent) in FREQUENT {
        let fits = [1, 2, 3].map(|count| double_byte::fit(charset, &frequent[..2 * count]));
        let most = double_byte::fit(charset, &frequent.repeat(9));

        assert!(fits[0] <= 50 && fits[0] < fits[1], "{charset:?} {fits:?}");
        assert!(fits[1] <= 75 && fits[1] == fits[2] && fits[2] < most, "{charset:?} {fits:?}");
        assert_eq!(double_byte::fit(charset, b"ascii alone"), 0);
    }
}

#[test]
fn units_that_no_text_has_count_three_times_against_utf_16() {
    // Of eight right units of nine three are taken back: five of nine.
    assert_eq!(utf16::fit(&utf16le("ab\u{1}cd中文目录")), 55);
    // A surrogate alone is no character.
    let mut lone = utf16le("abcd中文目录");
    lone.extend(0xD800_u16.to_le_bytes());
    assert_eq!(utf16::fit(&lone), 55);
}

#[test]
fn ideographs_need_ascii_between_them_to_prove_utf_16() {
    let ideographs = "系统找不到指定的路径系统找不到指定的路";
    let with_one_in_twenty = utf16::fit(&utf16le(&format!("{ideographs}\n")));
    let with_fewer = utf16::fit(&utf16le(&format!("{ideographs}径\n")));

    assert!(with_one_in_twenty > 90, "{with_one_in_twenty}");
    assert_eq!((with_fewer, utf16::fit(&utf16le(ideographs))), (60, 60));
}

#[test]
fn four_units_are_the_fewest_that_say_anything_of_utf_16() {
    assert_eq!(utf16::fit(&utf16le("abc")), 0);
    assert!(utf16::fit(&utf16le("abcd")) > 90);
}

#[test]
fn text_of_which_more_than_a_fifth_is_nul_is_hardly_utf_8() {
    assert_eq!(utf8::fit(b"abcd\0"), 100);
    assert!(utf8::fit(b"abc\0") < 50);
}

#[test]
fn utf_8_is_as_sure_as_its_characters_are_whole() {
    let fits = ["一二", "一"].map(|text| utf8::fit(text.as_bytes()));
    let cut = utf8::fit(&"一二三".as_bytes()[1..]);

    // One character may be chance, two that are whole are none.
    assert!(
        fits[0] > cut && cut >= utf8::CLEAN_PERCENT && utf8::CLEAN_PERCENT > fits[1],
        "{fits:?} {cut}"
    );
    // Continuation bytes alone stand in text of any charset.
    assert_eq!(utf8::fit(b"\x80ok"), 0);
}

#[test]
fn a_damaged_place_takes_the_proof_of_two_characters_of_utf_8() {
    // Eight right and one wrong: eight of ten, and a tenth for the damage.
    assert_eq!(utf8::fit("系统找不到指定的".as_bytes()), 99);
    let damaged = ["系统找不".as_bytes(), b"\xFF", "到指定的".as_bytes()].concat();
    assert_eq!(utf8::fit(&damaged), 72);
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
fn neighbouring_lost_bytes_are_one_place() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");

    let undone = repair("鍙堝彂\u{fffd}\u{fffd}鍙堝彂", &table).expect("a repair");

    assert_eq!((undone.text.as_str(), undone.lost), ("又发\u{fffd}又发", 1));
}

#[test]
fn a_euro_sign_is_the_bytes_that_utf_8_allows_there() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    for text in [
        "中—中",  // 80 is inside a character and another byte follows.
        "一二三", // 80 ends a character.
        "丢あ",   // A2 ends one of three bytes, E3 begins one.
        "中¢あ",  // A2 ends one of two bytes,
        "中😢あ", // of four.
    ] {
        assert!(misread(text).contains('€'), "{}", misread(text));
        assert_eq!(repair(&misread(text), &table).expect("a repair").text, text);
    }
}

#[test]
fn a_repair_is_as_sure_as_its_long_characters_are_many() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    let percent = |text: &str| repair(text, &table).map(|undone| undone.confidence_percent);
    let [one, two, three] = ["中a", "又发", "一二三a"].map(|text| percent(&misread(text)));

    assert!(one < two && two < three && one >= Some(50), "{one:?} {two:?} {three:?}");
    // Lines add up.
    let lines = format!("{0}\n{0}\n", misread("又发"));
    assert!(percent(&lines) > two);
    // A lost place weighs as a character: four of five.
    assert_eq!(percent("鍙堝彂\u{fffd}鍙堝彂"), Some(80));
    assert_eq!(percent("鍙堝彂\u{fffd}鍙堝彂\n鍙堝彂\u{fffd}鍙堝彂\n"), Some(80));
    // A character that no misreading left there weighs as three: six of nine.
    assert_eq!(percent("鍙堝彂鍙堝彂鍙堝彂啊"), Some(66));
    assert_eq!(percent("鍙堝彂鍙堝彂鍙堝彂啊\n鍙堝彂鍙堝彂鍙堝彂啊\n"), Some(66));
    // One of two bytes is a quarter of the proof: (4 + 1/4) of 5, (4 + 2/4) of 6.
    assert_eq!(percent(&misread("又¢发又发")), Some(85));
    assert_eq!(percent(&misread("又¢发又¢发")), Some(75));
    assert_eq!(percent(&misread("又¢发又¢发\n又¢发又¢发\n")), Some(75));
}

#[test]
fn a_repair_is_written_as_the_typings_have_it() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");

    let undone = repair("鍙堝彂\u{fffd}鍙堝彂\n", &table).expect("a repair");

    assert_eq!(
        crate::json::to_json(&undone),
        "{\"text\":\"又发\u{fffd}又发\\n\",\"confidencePercent\":80,\"repairedLines\":1,\"lost\":1}"
    );
}

#[test]
fn characters_of_one_and_two_bytes_undo_no_line() {
    let table = GbkTable::new(&ENTRIES).expect("ascending pairs");
    // Each is a character of UTF-8 by chance.
    let chance = "强签前千";
    assert!(std::str::from_utf8(&encode(GBK, chance)).is_ok_and(|text| text.chars().count() == 4));

    for text in [chance, "nginx.service: 启动失败 (exit code 1)"] {
        assert_eq!(repair(text, &table), None, "{text}");
    }
}

#[test]
fn one_frequent_misreading_of_eight_characters_is_suspicious_and_never_one_alone() {
    // 鍙 and 涓 begin 又 and 中; the others are of real text.
    let text = |others: usize| format!("鍙涓{}", "路".repeat(others));

    assert!(is_suspicious(&text(14)));
    assert!(!is_suspicious(&text(15)));
    assert!(!is_suspicious("鍙路路"));
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
