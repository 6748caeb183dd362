use super::*;
use proptest::prelude::*;

fn masked(text: &str) -> String {
    mask(text, &["web-01", "i-bp1i7gg30r52z2em0001"]).into_text()
}

#[test]
fn own_names_are_masked_as_whole_words_in_any_case() {
    assert_eq!(masked("web-01: up"), "<self>: up");
    assert_eq!(masked("WEB-01.internal"), "<self>.internal");
    assert_eq!(masked("i-bp1i7gg30r52z2em0001 ok"), "<self> ok");
    assert_eq!(masked("web-012 xweb-01"), "web-012 xweb-01");
}

#[test]
fn names_that_would_mask_everything_are_ignored() {
    assert_eq!(mask("a b -x- <ip>", &["a", "", "-x-", "<ip>", "ip>"]).text(), "a b -x- <ip>");
}

#[test]
fn instance_ids_and_default_host_names_are_masked() {
    assert_eq!(masked("i-bp67acfmxazb4p****: ok"), "<instance>: ok");
    assert_eq!(masked("mi-hz01abcdefgh2"), "<instance>");
    assert_eq!(masked("root@iZbp1i7gg30r52z2emZ:~#"), "root@<instance>:~#");
    assert_eq!(masked("i-beautiful"), "i-beautiful");
}

#[test]
fn addresses_are_masked_and_service_ports_kept() {
    assert_eq!(masked("10.0.0.7:3306 refused"), "<ip>:3306 refused");
    assert_eq!(masked("from 10.0.0.7:51234."), "from <ip>.");
    assert_eq!(masked("inet 172.16.3.255/20"), "inet <ip>/20");
    assert_eq!(masked("inet6 fe80::216:3eff:fe0a:1b2c/64 ::1"), "inet6 <ip>/64 <ip>");
    assert_eq!(masked("[2001:db8::7]:443"), "[<ip>]:443");
    assert_eq!(masked("link/ether 00:16:3e:0A:1b:2c brd"), "link/ether <mac> brd");
    assert_eq!(masked("00-16-3E-0A-1B-2C"), "<mac>");
}

#[test]
fn versions_and_names_are_no_addresses() {
    for kept in ["1.2.3.4.5", "v1.2.3", "256.1.1.1", "dead::beef", "std::vector", "a:b:c", "1.2.3"]
    {
        assert_eq!(masked(kept), kept);
    }
}

#[test]
fn process_ids_are_masked_where_something_says_that_they_are() {
    assert_eq!(masked("sshd[811]: x"), "sshd[<pid>]: x");
    assert_eq!(masked("PID: 4321, ppid=1"), "PID: <pid>, ppid=<pid>");
    assert_eq!(masked("/proc/811/status"), "/proc/<pid>/status");
    assert_eq!(masked("held by process 2417 (apt)"), "held by process <pid> (apt)");
    assert_eq!(masked("进程号\u{FF1A}2417"), "进程号\u{FF1A}<pid>");
    assert_eq!(masked("rapid 12, process 2 of 5, line 3"), "rapid 12, process 2 of 5, line 3");
}

#[test]
fn dates_and_times_of_common_formats_are_masked() {
    for time in [
        "2026-11-24",
        "2026/11/24 13:11:30",
        "2026-11-24T13:11:30Z",
        "2026-11-24T13:11:30.123456+08:00",
        "2026-11-24 13:11:30,123",
        "2026-11-24 13:11:30 +0800",
        "2026-11-24_13-11-30",
        "20261124",
        "20261124131130",
        "20261124T131130Z",
        "13:11",
        "13:11:30",
        "13:11:30.5 UTC",
        "Nov 24 13:11:30",
        "Nov  4 13:11:30",
        "Tue Nov 24 13:11:30 UTC 2026",
        "Tue Nov 24 13:11:30 2026",
        "Tue, 24 Nov 2026 13:11:30 GMT",
        "24/Nov/2026:13:11:30 +0800",
        "11/24/2026 01:11:30 PM",
        "2026年11月24日",
        "2026年11月24日 13时11分30秒",
        "2026年 11月 24日 星期二 13:11:30 CST",
    ] {
        assert_eq!(masked(&format!("at {time} x")), "at <time> x", "{time}");
        assert_eq!(masked(&format!("[{time}]")), "[<time>]", "{time}");
    }
    assert_eq!(masked("[   12.345678] Out of memory"), "[<time>] Out of memory");
    assert_eq!(masked("app-20261124.log app-2026-11-24.log"), "app-<time>.log app-<time>.log");
}

#[test]
fn a_zone_that_goes_on_is_the_time_of_something_else() {
    assert_eq!(masked("13:11+08:00"), "<time>");
    assert_eq!(masked("13:11+08:00:30Z"), "<time>+<time>");
    assert_eq!(masked("2026-11-24T131130+08:00:30"), "<time>+<time>");
}

#[test]
fn words_and_positions_are_no_times() {
    for kept in
        ["May I", "March 3", "Monday 13", "main.c:12:30: error", "99:99", "2026", "Sat down"]
    {
        assert_eq!(masked(kept), kept);
    }
}

#[test]
fn durations_sizes_and_percentages_need_their_unit() {
    assert_eq!(
        masked("took 3.2s, 12 ms, 1h2m3s, 2 days"),
        "took <duration>, <duration>, <duration>, <duration>"
    );
    assert_eq!(
        masked("real\t0m0.005s 用时12秒后 3分钟"),
        "real\t<duration> 用时<duration>后 <duration>"
    );
    assert_eq!(
        masked("/dev/vda1 40G 38.5GiB 1,024 bytes 100% /"),
        "/dev/vda1 <size> <size> <size> <percent> /"
    );
    assert_eq!(masked("使用率85%\u{FF0C}剩余 2 MB/s"), "使用率<percent>\u{FF0C}剩余 <size>/s");
    for kept in ["exit status 137", "HTTP 404", "3rd", "2x", "line 12", "5 K"] {
        assert_eq!(masked(kept), kept);
    }
}

#[test]
fn long_identifiers_are_masked_and_codes_kept() {
    assert_eq!(masked("id 7b2e4c1a-9f00-4d3a-8a11-0123456789ab!"), "id <uuid>!");
    assert_eq!(masked("commit 5f3a9c1e at 0x7ffd12345678"), "commit <hex> at <hex>");
    assert_eq!(masked("sha256:9f86d081884c7d659a2feaa0c55ad015"), "sha256:<hex>");
    assert_eq!(
        masked("seq 1234567 of 1,234,567 at 1764000000.123"),
        "seq <number> of <number> at <number>"
    );
    assert_eq!(
        masked("/tmp/tmp.Xy12abCD9z/a tmpab12cd_3 /tmp/ccXf3k2L.o"),
        "/tmp/<temp>/a <temp> /tmp/<temp>.o"
    );
    for kept in [
        "0xC0000005",
        "ORA-12541",
        "KB4012345",
        "deadbeef",
        "10061",
        "feedface cafe",
        "template.conf",
    ] {
        assert_eq!(masked(kept), kept);
    }
}

#[test]
fn spans_are_the_masked_ranges_of_the_source() {
    let text = "云 10.0.0.7 pid 9";

    let found: Vec<_> =
        mask(text, &[]).spans().iter().map(|s| (s.kind, &text[s.start..s.end])).collect();

    assert_eq!(found, [(MaskKind::Ip, "10.0.0.7"), (MaskKind::Pid, "9")]);
}

#[test]
fn spans_cross_in_utf16_units() {
    assert_eq!(
        crate::json::to_json(&mask("😀云 9% pid 7", &[])),
        r#"{"text":"😀云 \u003cpercent> pid \u003cpid>","spans":[{"kind":"percent","start":4,"end":6},{"kind":"pid","start":11,"end":12}]}"#
    );
}

#[test]
fn codes_are_placeholders_without_brackets() {
    for kind in MaskKind::ALL {
        assert_eq!(format!("<{}>", kind.code()), kind.placeholder());
    }
}

/// Text made of what the matchers look for, glued in every way.
fn noisy() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        prop::sample::select(vec![
            "10.0.0.1",
            "1.2",
            ".",
            ":",
            "-",
            "::",
            "fe80::",
            "::1",
            "aa:bb:cc:dd:ee:ff",
            "<ip>",
            "<",
            ">",
            "%",
            "10%",
            " ",
            "\n",
            "\r\n",
            "[",
            "]",
            "123456",
            "12345678",
            "2026-11-24",
            "20261124",
            "T",
            "13:11",
            ":30",
            "Z",
            "+08:00",
            "Nov ",
            "Tue ",
            "pid ",
            "i-",
            "abc12345",
            "0x",
            "7b2e4c1a",
            "-9f00",
            "-4d3a-8a11-0123456789ab",
            "秒",
            "年",
            "11月",
            "24日",
            "2026",
            "GB",
            "ms",
            "s",
            "1h",
            "2m",
            "web-01",
            "tmp.",
            "/tmp/",
            "Xy12aZ",
            "_",
            "é",
            "云",
            ",",
            "*",
            "/",
            "54321",
            "1",
            "iZ",
            " UTC",
            "\u{FF05}",
            "进程",
        ])
        .prop_map(str::to_owned),
        "[0-9a-f.:%<> -]{1,4}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(atom, 0..12).prop_map(|atoms| atoms.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn prop_masking_is_idempotent(text in noisy()) {
        let once = masked(&text);

        prop_assert_eq!(masked(&once), once, "{:?}", text);
    }

    #[test]
    fn prop_lines_are_neither_joined_nor_split(text in noisy()) {
        prop_assert_eq!(masked(&text).split('\n').count(), text.split('\n').count());
    }

    #[test]
    fn prop_the_spans_rebuild_the_masked_text(text in noisy()) {
        let result = mask(&text, &["web-01"]);
        let mut rebuilt = String::new();
        let mut from = 0;
        for span in result.spans() {
            prop_assert!(from <= span.start && span.start < span.end);
            prop_assert!(!text[span.start..span.end].contains('\n'));
            rebuilt += &text[from..span.start];
            rebuilt += span.kind.placeholder();
            from = span.end;
        }
        rebuilt += &text[from..];

        prop_assert_eq!(result.text(), rebuilt);
    }

    #[test]
    fn prop_words_are_never_masked(text in "([A-Za-z]{1,12}[ .,:;!?/-]{1,2}){0,12}") {
        prop_assert_eq!(mask(&text, &[]).into_text(), text);
    }
}
