//! Schedules in words.

use super::parse;
use invoscope::locale::Locale;

#[track_caller]
fn assert_words(frequency: &str, en: &str, zh: &str) {
    let schedule = parse(frequency);

    assert_eq!(schedule.describe(Locale::En), en, "{frequency}");
    assert_eq!(schedule.describe(Locale::ZhCn), zh, "{frequency}");
}

#[test]
fn rates_and_times_are_said() {
    assert_words("rate(5m)", "every 5 minutes", "每 5 分钟");
    assert_words("rate(1h)", "every hour", "每小时");
    assert_words("rate(1d)", "every day", "每天");
    assert_words("rate(90s)", "every 90 seconds", "每 90 秒");
    assert_words(
        "at(2022-06-06 13:15:30 Asia/Shanghai)",
        "once at 2022-06-06 13:15:30, Asia/Shanghai time",
        "2022-06-06 13:15:30 执行一次，Asia/Shanghai 时间",
    );
}

#[test]
fn the_zone_of_the_instance_is_said() {
    assert_words(
        "0 0/20 * * * ?",
        "every 20 minutes, in the instance's own time zone",
        "每 20 分钟，实例自身的时区",
    );
    assert_words("0 0/20 * * * ? GMT+8:00", "every 20 minutes, GMT+8:00", "每 20 分钟，GMT+8:00");
}

#[test]
fn examples_of_the_documentation_are_said() {
    assert_words(
        "0 15 10 ? * * 2022 Asia/Shanghai",
        "at 10:15:00 every day in 2022, Asia/Shanghai time",
        "2022 年每天 10:15:00，Asia/Shanghai 时间",
    );
    assert_words(
        "0 0/30 10-11 * * ? 2022 GMT+8:00",
        "every 30 minutes between 10:00 and 11:59 in 2022, GMT+8:00",
        "2022 年 10:00 至 11:59 之间每 30 分钟，GMT+8:00",
    );
    assert_words(
        "0 0/5 14 * 10 ? 2022/2 UTC",
        "every 5 minutes between 14:00 and 14:59 in October every 2 years from 2022, UTC",
        "从 2022 年起每 2 年的 10 月每天 14:00 至 14:59 之间每 5 分钟，UTC",
    );
}

#[test]
fn days_are_said() {
    for (days, en, zh) in [
        ("? * 1-5", "on weekdays", "每周一至周五"),
        ("? * 6,0", "at weekends", "每周六和周日"),
        ("? * TUE-thu", "from Tuesday to Thursday", "每周二至周四"),
        ("? * 1,3,5", "on Monday, Wednesday and Friday", "每周一、周三和周五"),
        ("? * 5#3", "on the third Friday of every month", "每月第三个周五"),
        ("? 6 7L", "on the last Sunday of June", "6 月最后一个周日"),
        ("1,15 * ?", "on days 1 and 15 of every month", "每月 1 和 15 日"),
        ("1-5 3-5 ?", "on days 1 to 5 of March to May", "3 月至 5 月 1 日至 5 日"),
        ("*/2 * ?", "every 2 days from day 1 of every month", "每月从 1 日起每 2 天"),
        ("LW * ?", "on the last weekday of every month", "每月最后一个工作日（周一至周五）"),
        ("13 * 5", "on day 13 of every month or on Friday", "每月 13 日或每周五"),
        ("* 1,7 ?", "in January and July", "1 月和 7 月每天"),
    ] {
        let space = if zh.ends_with('）') { "" } else { " " };
        assert_words(
            &format!("0 30 9 {days} UTC"),
            &format!("at 09:30:00 {en}, UTC"),
            &format!("{zh}{space}09:30:00，UTC"),
        );
    }
}

#[test]
fn times_are_said() {
    for (times, en, zh) in [
        ("* * *", "every second", "每秒"),
        ("*/20 * *", "every 20 seconds", "每 20 秒"),
        ("0 * *", "every minute", "每分钟"),
        ("15 * *", "every minute at second 15", "每分钟第 15 秒"),
        ("0 0 *", "every hour", "每小时整点"),
        ("30 15 *", "every hour at minute 15 and second 30", "每小时第 15 分 30 秒"),
        ("0 0 */2", "every 2 hours", "每 2 小时"),
        ("0 15 1/3", "every 3 hours from 01:15:00", "从 01:15:00 起每 3 小时"),
        ("0 0 8-18", "every hour from 08:00:00 to 18:00:00", "08:00:00 至 18:00:00 每小时"),
        ("0 5-10 8", "every minute from 08:05:00 to 08:10:00", "08:05:00 至 08:10:00 每分钟"),
        ("0 7,8 *", "at minutes 7 and 8 of every hour", "每小时第 7 和 8 分"),
        (
            "15 5-9 *",
            "at second 15 of minutes 5 to 9 of every hour",
            "每小时第 5 至 9 分每分钟第 15 秒",
        ),
        ("30 5/20 *", "every 20 minutes from minute 5 at second 30", "从第 5 分 30 秒起每 20 分钟"),
        ("5,9 * *", "at seconds 5 and 9", "每分钟第 5 和 9 秒"),
        (
            "0 */7 9-12",
            "at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 between 09:00 and 12:59",
            "09:00 至 12:59 之间第 0、7、14、21、28、35、42、49 和 56 分",
        ),
    ] {
        assert_words(&format!("{times} * * ? UTC"), &format!("{en}, UTC"), &format!("{zh}，UTC"));
    }
    assert_words(
        "0 0 9,12 * * ? UTC",
        "at 09:00:00 and 12:00:00 every day, UTC",
        "每天 09:00:00 和 12:00:00，UTC",
    );
}

#[test]
fn what_never_runs_is_said() {
    assert_words(
        "0 0 9 30 2 ?",
        "never: no time matches the expression",
        "永不执行：没有任何时间满足该表达式",
    );
}
