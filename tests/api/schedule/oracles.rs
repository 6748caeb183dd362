//! Next runs and words compared with other programs.

use super::{next, parse, utc};
use invoscope::locale::Locale;
use invoscope::schedule::{RunQuery, ZoneOffsets};
use serde_json::Value as Json;
use std::collections::BTreeSet;

fn next_runs_fixture() -> Json {
    serde_json::from_str(include_str!("../../fixtures/schedule/next-runs.json"))
        .expect("valid JSON")
}

fn words_fixture() -> Json {
    serde_json::from_str(include_str!("../../fixtures/schedule/words.json")).expect("valid JSON")
}

fn integer(value: &Json) -> i64 {
    value.as_i64().expect("an integer")
}

fn offsets(transitions: &Json) -> ZoneOffsets {
    let pairs: Vec<_> = transitions
        .as_array()
        .expect("pairs")
        .iter()
        .map(|pair| (integer(&pair[0]), i32::try_from(integer(&pair[1])).expect("an offset")))
        .collect();
    ZoneOffsets::from_transitions(&pairs).expect("ascending")
}

/// Where a clock set forward skips a run, croner runs at the end of the gap and
/// this crate as much later as the clock moved.
const SKIPPED: [(&str, &str, &str); 2] = [
    ("Europe/Berlin", "2026-03-29 01:00:00", "2026-03-29 01:30:00"),
    ("America/New_York", "2026-03-08 07:00:00", "2026-03-08 07:30:00"),
];

#[test]
fn next_runs_are_those_of_croner() {
    let fixture = next_runs_fixture();
    let count = usize::try_from(integer(&fixture["count"])).expect("small");
    let cases = fixture["cases"].as_array().expect("cases");
    let mut skipped = 0;
    assert_eq!(fixture["oracle"]["croner"], "11.0.1");
    assert_eq!(cases.len(), 624);

    for case in cases {
        let zone = case["zone"].as_str().expect("text");
        let query = RunQuery::new(integer(&case["after"]), count)
            .offsets(offsets(&fixture["transitions"][zone]));

        let runs = next(case["expression"].as_str().expect("text"), &query);

        let theirs = case["runs"].as_array().expect("runs").iter().map(integer);
        let expected: Vec<_> = theirs
            .map(|run| {
                let differs = case["expression"] == "0 30 2 * * ?";
                let exception = SKIPPED
                    .iter()
                    .find(|(z, gap_end, _)| differs && *z == zone && utc(gap_end) == run);
                exception.map_or(run, |(.., ours)| {
                    skipped += 1;
                    utc(ours)
                })
            })
            .collect();
        assert_eq!(runs, expected, "{case}");
    }
    assert_eq!(skipped, SKIPPED.len());
}

/// The test vectors of the cron library in the agent
/// (`thirdparty/cronexpr/cronexpr_test.go` and its README at 028f1de, Apache-2.0),
/// with the seconds field that the agent requires.
const AGENT: [(&str, &str, &str); 42] = [
    ("* * * * * * *", "2013-01-01 00:00:00", "2013-01-01 00:00:01"),
    ("* * * * * * *", "2016-02-28 23:59:59", "2016-02-29 00:00:00"),
    ("* * * * * * *", "2012-12-31 23:59:59", "2013-01-01 00:00:00"),
    ("*/5 * * * * * *", "2013-01-01 00:00:00", "2013-01-01 00:00:05"),
    ("*/5 * * * * * *", "2013-02-28 23:59:59", "2013-03-01 00:00:00"),
    ("0 * * * * *", "2013-01-01 00:00:59", "2013-01-01 00:01:00"),
    ("0 17-43/5 * * * *", "2013-01-01 00:16:59", "2013-01-01 00:17:00"),
    ("0 17-43/5 * * * *", "2013-01-01 00:30:00", "2013-01-01 00:32:00"),
    ("0 17-43/5 * * * *", "2013-01-01 00:50:00", "2013-01-01 01:17:00"),
    ("0 17-43/5 * * * *", "2016-02-28 23:50:00", "2016-02-29 00:17:00"),
    ("0 15-30/4,55 * * * *", "2013-01-01 00:16:00", "2013-01-01 00:19:00"),
    ("0 15-30/4,55 * * * *", "2013-01-01 00:30:00", "2013-01-01 00:55:00"),
    ("0 15-30/4,55 * * * *", "2012-12-31 23:55:00", "2013-01-01 00:15:00"),
    ("0 0 0 * * MON", "2013-01-01 00:00:00", "2013-01-07 00:00:00"),
    ("0 0 0 * * MON", "2013-12-30 00:30:00", "2014-01-06 00:00:00"),
    ("0 0 0 * * friday", "2013-01-28 00:00:00", "2013-02-01 00:00:00"),
    ("0 0 0 * * 6,7", "2013-01-01 00:00:00", "2013-01-05 00:00:00"),
    ("0 0 0 * * 6,7", "2013-01-28 00:00:00", "2013-02-02 00:00:00"),
    ("0 0 0 * * 6#5", "2013-09-02 00:00:00", "2013-11-30 00:00:00"),
    ("0 0 0 * * 6#5", "2013-11-30 00:00:00", "2014-03-29 00:00:00"),
    ("0 0 0 * * 6#5", "2014-03-29 00:00:00", "2014-05-31 00:00:00"),
    ("0 0 0 * * 6#5", "2014-05-31 00:00:00", "2014-08-30 00:00:00"),
    ("0 0 0 * * 6#5", "2014-08-30 00:00:00", "2014-11-29 00:00:00"),
    ("0 0 0 14W * *", "2013-03-31 00:00:00", "2013-04-15 00:00:00"),
    ("0 0 0 14W * *", "2013-08-31 00:00:00", "2013-09-13 00:00:00"),
    ("0 0 0 30W * *", "2013-03-02 00:00:00", "2013-03-29 00:00:00"),
    ("0 0 0 30W * *", "2013-06-02 00:00:00", "2013-06-28 00:00:00"),
    ("0 0 0 30W * *", "2013-09-02 00:00:00", "2013-09-30 00:00:00"),
    ("0 0 0 30W * *", "2013-11-02 00:00:00", "2013-11-29 00:00:00"),
    ("0 0 0 L * *", "2013-09-02 00:00:00", "2013-09-30 00:00:00"),
    ("0 0 0 L * *", "2014-01-01 00:00:00", "2014-01-31 00:00:00"),
    ("0 0 0 L * *", "2014-02-01 00:00:00", "2014-02-28 00:00:00"),
    ("0 0 0 L * *", "2016-02-15 00:00:00", "2016-02-29 00:00:00"),
    ("0 0 0 LW * *", "2013-09-02 00:00:00", "2013-09-30 00:00:00"),
    ("0 0 0 LW * *", "2013-11-02 00:00:00", "2013-11-29 00:00:00"),
    ("0 0 0 LW * *", "2014-08-15 00:00:00", "2014-08-29 00:00:00"),
    ("*/5 * * * * *", "2013-09-02 08:44:32", "2013-09-02 08:44:35"),
    ("0 */5 * * * *", "2013-09-02 08:44:32", "2013-09-02 08:45:00"),
    ("0 0 0 29 2 *", "2013-08-30 00:00:00", "2016-02-29 00:00:00"),
    ("0 0 0 29 2 *", "2016-02-29 00:00:00", "2020-02-29 00:00:00"),
    ("0 0 0 29 2 *", "2028-02-29 00:00:00", "2032-02-29 00:00:00"),
    ("0 * * * * * 2050", "2013-08-31 00:00:00", "2050-01-01 00:00:00"),
];

#[test]
fn next_runs_are_those_of_the_agents_library() {
    for (expression, from, expected) in AGENT {
        let runs = next(expression, &RunQuery::new(utc(from), 1));

        assert_eq!(runs, [utc(expected)], "{expression} from {from}");
    }
    assert_eq!(next("0 * * * * * 1980", &RunQuery::new(utc("2013-08-31 00:00:00"), 1)), [0_i64; 0]);
}

const WEEKDAYS: [(&str, &str); 7] = [
    ("Monday", "一"),
    ("Tuesday", "二"),
    ("Wednesday", "三"),
    ("Thursday", "四"),
    ("Friday", "五"),
    ("Saturday", "六"),
    ("Sunday", "日"),
];

/// Numbers but 0, days of the week, months and "last" in a sentence.
fn facts(text: &str) -> BTreeSet<String> {
    let text = text
        .replace("on weekdays", "Monday to Friday")
        .replace("一月份", "January")
        .replace("六月份", "June")
        .replace("6 月", "June")
        .replace("1 月", "January")
        .replace("号", "日");
    let numbers = text
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok())
        .filter(|number| *number != 0)
        .map(|number| number.to_string());
    let weekdays = WEEKDAYS.iter().filter(|(en, zh)| {
        text.contains(en) || text.contains(&format!("周{zh}")) || text.contains(&format!("期{zh}"))
    });
    let words = ["January", "June", "last", "nearest", "third", "最后", "近", "第三个"];
    let words = words.iter().filter(|word| text.contains(**word)).map(ToString::to_string);
    numbers.chain(weekdays.map(|(en, _)| (*en).to_owned())).chain(words).collect()
}

#[test]
fn words_name_the_facts_that_cronstrue_names() {
    let fixture = words_fixture();
    let cases = fixture["cases"].as_array().expect("cases");
    assert_eq!(fixture["oracle"]["cronstrue"], "3.39.0");
    assert_eq!(cases.len(), 25);

    for case in cases {
        let schedule = parse(case["expression"].as_str().expect("text"));
        for (locale, key) in [(Locale::En, "en"), (Locale::ZhCn, "zh")] {
            let ours = schedule.describe(locale).replace("（周一至周五）", "");
            let theirs = case[key].as_str().expect("text");

            assert_eq!(facts(&ours), facts(theirs), "{ours} / {theirs}");
        }
    }
}
