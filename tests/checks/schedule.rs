//! Schedules: any text as `Frequency`, any instant.

use super::json_of;
use invoscope::locale::Locale;
use invoscope::schedule::{RunQuery, Schedule, ZoneOffsets};

/// Eight bytes of the instant, two of an offset, then the text.
pub(crate) fn check(data: &[u8]) {
    let Some((head, text)) = data.split_at_checked(10) else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let instant = i64::from_le_bytes(head[..8].try_into().expect("eight bytes"));
    let offset = i32::from(i16::from_le_bytes([head[8], head[9]]));

    match Schedule::parse(text) {
        Err(error) => {
            let offset = error.offset().expect("an offset");
            assert!(text.is_char_boundary(offset), "{error:?}");
        }
        Ok(schedule) => {
            // Years that a person may ask about, and the ends of time.
            for after in [instant.rem_euclid(5_000_000_000), instant] {
                runs_are_ordered(&schedule, after, offset);
            }
            for locale in [Locale::from_tag("en"), Locale::from_tag("zh")] {
                let words = schedule.describe(locale);
                assert!(!words.is_empty() && !words.chars().any(char::is_control), "{words:?}");
            }
            json_of(&schedule.checked(Some(instant)));
        }
    }
}

fn runs_are_ordered(schedule: &Schedule, after: i64, offset: i32) {
    let changes = [(after.saturating_sub(1), offset), (after.saturating_add(40_000), offset / 2)];
    let offsets = ZoneOffsets::from_transitions(&changes).or_else(|_| ZoneOffsets::fixed(offset));
    let offsets = offsets.expect("within sixteen hours");
    let until = after.saturating_add(100_000_000);
    let query = RunQuery::new(after, 5).until(until).offsets(offsets);
    let found = schedule.next_runs(&query).expect("it has offsets");

    json_of(&found);
    assert!(found.runs.len() <= 5);
    assert!(found.runs.iter().all(|run| (after + 1..until).contains(run)), "{found:?}");
    assert!(found.runs.is_sorted_by(|one, next| one < next), "{found:?}");
}
