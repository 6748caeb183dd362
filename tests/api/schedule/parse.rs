//! What is read and what is refused.

use super::parse;
use invoscope::ErrorKind;
use invoscope::json::to_json;
use invoscope::schedule::{Schedule, Zone};

#[track_caller]
fn assert_refused(frequency: &str, offset: usize) {
    let error = Schedule::parse(frequency).expect_err(frequency);

    assert_eq!(error.kind(), ErrorKind::InvalidSchedule, "{frequency}");
    assert_eq!(error.offset(), Some(offset), "{frequency}: {error}");
}

fn zone_of(frequency: &str) -> Zone {
    parse(frequency).zone().expect("a clock").clone()
}

#[test]
fn the_three_forms_are_told_apart() {
    assert_eq!(
        to_json(&parse(" RATE( 5 M ) ")),
        r#"{"kind":"rate","count":5,"unit":"m","intervalSeconds":300}"#
    );
    assert_eq!(
        to_json(&parse("at(2022-06-06 13:15:30 Asia/Shanghai)")),
        r#"{"kind":"at","local":"2022-06-06 13:15:30","zone":{"kind":"named","name":"Asia/Shanghai"}}"#
    );
    assert_eq!(
        to_json(&parse("0 0/30 10-11 L * 1,5#3 2022/2 GMT+8:00")),
        concat!(
            r#"{"kind":"cron","zone":{"kind":"offset","name":"GMT+8:00","offsetSeconds":28800},"#,
            r#""fields":{"second":{"values":[0],"special":[]},"#,
            r#""minute":{"values":[0,30],"special":[]},"hour":{"values":[10,11],"special":[]},"#,
            r#""dayOfMonth":{"values":[],"special":["L"]},"month":"*","#,
            r#""dayOfWeek":{"values":[1],"special":["5#3"]},"year":{"values":["#,
            "2022,2024,2026,2028,2030,2032,2034,2036,2038,2040,2042,2044,2046,2048,2050,2052,",
            "2054,2056,2058,2060,2062,2064,2066,2068,2070,2072,2074,2076,2078,2080,2082,2084,",
            r#"2086,2088,2090,2092,2094,2096,2098],"special":[]}}}"#
        )
    );
}

#[test]
fn examples_of_the_documentation_are_read() {
    for frequency in [
        "rate(5m)",
        "rate(60s)",
        "rate(7d)",
        "at(2022-06-06 13:15:30 GMT-7:00)",
        "0 15 10 ? * * 2022 Asia/Shanghai",
        "0 0/30 10-11 * * ? 2022 GMT+8:00",
        "0 0/5 14 * 10 ? 2022/2 UTC",
        "0 */20 * * * ?",
    ] {
        parse(frequency);
    }
}

#[test]
fn zones_default_to_utc_in_at_and_to_the_instance_in_cron() {
    assert_eq!(zone_of("at(2022-06-06 13:15:30)"), Zone::Utc);
    assert_eq!(zone_of("at(2022-06-06T13:15:30)"), Zone::Utc);
    assert_eq!(zone_of("0 0 0 * * ?"), Zone::Instance);
    assert_eq!(zone_of("0 0 0 * * ? 2027"), Zone::Instance);
    assert_eq!(parse("rate(5m)").zone(), None);
}

#[test]
fn the_seventh_field_is_a_year_or_a_zone() {
    assert_eq!(zone_of("0 0 0 * * ? Asia/Shanghai"), Zone::Named("Asia/Shanghai".to_owned()));
    assert_eq!(zone_of("0 0 0 * * ? GMT-7:00"), Zone::Offset { seconds: -25_200 });
    assert_eq!(zone_of("0 0 0 * * ? */2 GMT"), Zone::Utc);
    assert_eq!(zone_of("0 0 0 * * ? ?"), Zone::Instance);
}

#[test]
fn sunday_is_0_and_7_and_a_name() {
    let sunday = to_json(&parse("0 0 0 ? * 0"));

    for same in ["0 0 0 ? * 7", "0 0 0 ? * SUN", "0 0 0 ? * sunday", "0 0 0 ? * 07"] {
        assert_eq!(to_json(&parse(same)), sunday, "{same}");
    }
}

#[test]
fn empty_list_entries_are_skipped_as_the_agent_does() {
    assert_eq!(to_json(&parse("0 ,5,,6, * * * *")), to_json(&parse("0 5,6 * * * *")));
    assert_refused("0 , * * * *", 2);
}

#[test]
fn wrong_rates_are_refused_at_their_place() {
    assert_refused("rate(0m)", 5);
    assert_refused("rate(m)", 5);
    assert_refused("rate(-5m)", 5);
    assert_refused("rate(5x)", 5);
    assert_refused("rate()", 5);
    assert_refused("rate(5m", 7);
    assert_refused("rate(1001d)", 5);
    assert_refused("rate(99999999999999999999s)", 5);
    assert_refused("rate(5分)", 5);
}

#[test]
fn wrong_times_are_refused_at_their_place() {
    assert_refused("at(2022-06-06)", 3);
    assert_refused("at(2022-13-06 13:15:30)", 3);
    assert_refused("at(2023-02-29 13:15:30)", 3);
    assert_refused("at(22-06-06 13:15:30)", 3);
    assert_refused("at(2022-06-06 24:00:00)", 14);
    assert_refused("at(2022-06-06 13:15)", 14);
    assert_refused("at(2022-06-06 13:15:30 CST)", 23);
    assert_refused("at(2022-06-06 13:15:30 GMT+08:00)", 23);
    assert_refused("at(2022-06-06 13:15:30", 22);
}

#[test]
fn wrong_cron_fields_are_refused_at_their_place() {
    assert_refused("", 0);
    assert_refused("@daily", 6);
    assert_refused("* * * * *", 9);
    assert_refused("* * * * * * * UTC x", 0);
    assert_refused("60 0 0 * * ?", 0);
    assert_refused("0 5,60 0 * * ?", 4);
    assert_refused("0 0 24 * * ?", 4);
    assert_refused("0 0 0 32 * ?", 6);
    assert_refused("0 0 0 L-3 * ?", 6);
    assert_refused("0 0 0 1 13 ?", 8);
    assert_refused("0 0 0 1 foo ?", 8);
    assert_refused("0 0 0 ? * 8", 10);
    assert_refused("0 0 0 ? * L", 10);
    assert_refused("0 0 0 ? * 1#6", 10);
    assert_refused("0 */0 * * * *", 2);
    assert_refused("0 */60 * * * *", 2);
    assert_refused("0 0 */24 * * *", 4);
    assert_refused("0 ?/5 * * * *", 2);
    assert_refused("0 0 0 * * ? 1969", 12);
    assert_refused("0 0 0 * * ? 2100 UTC", 12);
    assert_refused("0 0 0 * * ? 2022 Nowhere", 17);
    assert_refused("秒 0 0 * * ?", 0);
}

#[test]
fn long_texts_are_refused() {
    assert_refused(&" ".repeat(1025), 1024);
    assert_refused(&"0,".repeat(10_000), 1024);
}

#[test]
fn messages_say_what_was_expected_and_found() {
    let error = Schedule::parse("0 5,60 0 * * ?").expect_err("60");

    assert_eq!(error.to_string(), "expected a minute (0 to 59), found '60' at byte 4");
}

#[test]
fn the_limit_of_length_is_told_between_characters() {
    assert_refused(&format!("{}云", "x".repeat(1022)), 1022);
    assert_refused(&"x".repeat(1025), 1024);
}
