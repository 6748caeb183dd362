use super::*;
use crate::calendar::{days_in_month, weekday};
use crate::json::{Value, to_json};
use crate::locale::Locale;
use proptest::prelude::*;

/// Entries of one field, most of them valid.
fn field(min: u16, max: u16) -> impl Strategy<Value = String> {
    let value = min..=max;
    prop_oneof![
        3 => Just("*".to_owned()),
        1 => Just("?".to_owned()),
        3 => value.clone().prop_map(|value| value.to_string()),
        1 => (value.clone(), value.clone()).prop_map(|(a, b)| format!("{a}-{b}")),
        1 => (value.clone(), 1..=max.min(59)).prop_map(|(a, step)| format!("{a}/{step}")),
        1 => (1..=max.min(59)).prop_map(|step| format!("*/{step}")),
        1 => (value.clone(), value).prop_map(|(a, b)| format!("{a},{b}")),
    ]
}

fn cron() -> impl Strategy<Value = String> {
    let days = prop_oneof![4 => field(1, 31), 1 => "(L|LW|[1-9]W|31w)"];
    let weekdays = prop_oneof![4 => field(0, 6), 1 => "([0-7]L|[0-7]#[1-5]|fri|SUN)"];
    let years = prop_oneof![3 => Just("*".to_owned()), 1 => field(2020, 2040)];
    (field(0, 59), field(0, 59), field(0, 23), days, field(1, 12), weekdays, years).prop_map(
        |(second, minute, hour, day, month, weekday, year)| {
            format!("{second} {minute} {hour} {day} {month} {weekday} {year} UTC")
        },
    )
}

/// Whether the fields match, straight from their documentation.
fn matches(cron: &Cron, time: LocalTime) -> bool {
    let has = |field: &Field, value: u8| field.values().contains(&u16::from(value));
    let (days, weekdays) = (&cron.day_of_month, &cron.day_of_week);
    let own = weekday(time.year, time.month, time.day);
    let last = days_in_month(time.year, time.month);
    let nearest = |target: u8| {
        // The Monday to Friday of the month with the smallest distance.
        let is_workday = |day: &u8| (1..=5).contains(&weekday(time.year, time.month, *day));
        (1..=last).filter(is_workday).min_by_key(|day| day.abs_diff(target))
    };
    let by_day = has(days, time.day)
        || days.entries().iter().any(|entry| match entry {
            Entry::LastDay => time.day == last,
            Entry::LastWorkday => nearest(last) == Some(time.day),
            Entry::WorkdayNear(target) => {
                *target <= u16::from(last) && nearest(narrow(*target)) == Some(time.day)
            }
            _ => false,
        });
    let by_weekday = has(weekdays, own)
        || weekdays.entries().iter().any(|entry| match entry {
            Entry::LastWeekday(weekday) => *weekday == u16::from(own) && time.day + 7 > last,
            Entry::NthWeekday { weekday, week } => {
                *weekday == u16::from(own) && u16::from(time.day.div_ceil(7)) == *week
            }
            _ => false,
        });
    let day = match (days.is_every(), weekdays.is_every()) {
        (true, true) => true,
        (false, true) => by_day,
        (true, false) => by_weekday,
        (false, false) => by_day || by_weekday,
    };
    day && has(&cron.second, time.second)
        && has(&cron.minute, time.minute)
        && has(&cron.hour, time.hour)
        && has(&cron.month, time.month)
        && cron.year.values().contains(&time.year)
}

fn narrow(value: u16) -> u8 {
    u8::try_from(value).expect("a day of the month")
}

proptest! {
    // A case looks at every second of eight hours.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn prop_next_runs_are_those_that_a_look_at_every_second_finds(
        text in cron(),
        after in 1_767_225_600_i64..1_900_000_000,
    ) {
        const WINDOW: i64 = 28_800;
        let Schedule::Cron(cron) = Schedule::parse(&text).expect("valid") else {
            return Err(TestCaseError::fail("no cron"));
        };
        let schedule = Schedule::Cron(cron.clone());

        let query = RunQuery::new(after, 50).until(after + WINDOW);
        let runs = schedule.next_runs(&query).expect("UTC").runs;

        let naive: Vec<_> = (after + 1..after + WINDOW)
            .filter(|instant| matches(&cron, LocalTime::from_seconds(*instant)))
            .take(50)
            .collect();
        prop_assert_eq!(runs, naive);
    }
}

proptest! {
    #[test]
    fn prop_days_are_those_that_a_look_at_every_noon_finds(
        days in "(L|LW|[1-9]W|1[0-9]W|31W|[1-9]|\\*)",
        weekdays in "([0-7]L|[0-7]#[1-5]|\\?|1-5)",
        start in 17_897_i64..40_000,
    ) {
        let text = format!("0 0 12 {days} * {weekdays} * UTC");
        let Schedule::Cron(cron) = Schedule::parse(&text).expect("valid") else {
            return Err(TestCaseError::fail("no cron"));
        };
        let after = start * 86_400;
        let noons = (start..start + 800).map(|day| day * 86_400 + 43_200);

        let query = RunQuery::new(after, 20);
        let runs = Schedule::Cron(cron.clone()).next_runs(&query).expect("UTC").runs;

        let naive: Vec<_> = noons
            .filter(|instant| matches(&cron, LocalTime::from_seconds(*instant)))
            .take(runs.len())
            .collect();
        prop_assert!(runs.starts_with(&naive));
        prop_assert!(!naive.is_empty());
    }

    #[test]
    fn prop_no_text_panics_and_errors_lie_inside_it(text in ".{0,60}") {
        if let Err(error) = Schedule::parse(&text) {
            prop_assert_eq!(error.kind(), crate::ErrorKind::InvalidSchedule);
            prop_assert!(error.offset().is_some_and(|offset| offset <= text.len()));
        }
    }

    #[test]
    fn prop_almost_schedules_do_not_panic(text in "(rate|at|RATE)? ?\\(?[0-9smhd*/?,LW# -:T]{0,30}\\)?( GMT[+-][0-9:]{1,5})?") {
        if let Ok(schedule) = Schedule::parse(&text) {
            prop_assert!(!schedule.describe(Locale::En).is_empty());
            prop_assert!(!schedule.describe(Locale::ZhCn).is_empty());
            prop_assert!(schedule.next_runs(&RunQuery::new(0, 3)).is_ok());
        }
    }

    #[test]
    fn prop_every_schedule_has_words_json_and_known_findings(text in cron(), now in any::<i64>()) {
        let schedule = Schedule::parse(&text).expect("valid");

        for locale in [Locale::En, Locale::ZhCn] {
            let words = schedule.describe(locale);
            prop_assert!(!words.contains("  ") && !words.contains("\u{a0}"), "{words}");
        }
        let checked = schedule.checked(Some(now));
        prop_assert!(Value::parse(&to_json(&checked)).is_ok());
        for finding in checked.findings {
            prop_assert!(CODES.contains(&finding.code), "{}", finding.code);
        }
    }

    #[test]
    fn prop_runs_ascend_across_every_change_of_offset(
        text in cron(),
        changes in proptest::collection::vec((1_i64..5_000_000, -20..20_i32), 1..8),
    ) {
        let mut at = 1_767_225_600;
        let pairs: Vec<_> = changes.iter().map(|(distance, quarter)| {
            at += distance;
            (at, quarter * 900)
        }).collect();
        let offsets = ZoneOffsets::from_transitions(&pairs).expect("ascending");
        let text = text.replace("UTC", "Some/Zone");

        let query = RunQuery::new(1_767_225_600, 200).offsets(offsets);
        let runs = Schedule::parse(&text).expect("valid").next_runs(&query).expect("offsets").runs;

        prop_assert!(runs.is_sorted_by(|a, b| a < b));
    }
}
