//! Where the bytes are missing that `Dropped` counts.
//!
//! An answer says how many bytes of an output were cut, not where. The agent's
//! source does (`aliyun/aliyun_assist_client`, `agent/taskengine/basetask.go`,
//! commit 028f1de47ef4): while a run without a schedule is in progress, it sends
//! the first bytes live; at the end of every run it sends the *last* bytes that
//! the quota leaves. So bytes are missing behind the live head or, where there
//! is none, at the front, and never at the end.
//!
//! # Limits
//! Offsets are estimates: the head's length is not reported, and on Windows the
//! agent counts before it converts to UTF-8. Other versions of the agent may
//! differ. Every sentence says "about".

use crate::error::{Error, ErrorKind, Result};
use crate::json::{ToJson, Value, Writer};
use crate::locale::Bilingual;

/// Live sending stops once more than this was sent: `defaultQuotoPre`.
pub const LIVE_QUOTA_BYTES: usize = 6000;

/// Most bytes of one live message: the read buffer of the live ticker.
pub const LIVE_MESSAGE_BYTES: usize = 2048;

/// Longest head: a message may begin at the last byte of the live quota.
pub const LONGEST_HEAD_BYTES: usize = LIVE_QUOTA_BYTES + LIVE_MESSAGE_BYTES;

/// Shortest time between two live messages. The server sets it: at least one
/// second, three in the agent's own test (`fetchtask_test.go`).
pub const LIVE_INTERVAL_MS: u64 = 1000;

/// Bytes kept of one output: `Output.LogQuota`, 24 KB in the API's page.
pub const QUOTA_BYTES: usize = 24 * 1024;

/// How the run was started, as far as the agent's live sending cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ScheduleKind {
    /// `RepeatMode` Once and the reboot modes: sent live.
    OneTime,
    /// With a `Frequency`, cron or `rate()`: nothing is sent live.
    Recurring,
}

impl ScheduleKind {
    /// The kind of `RepeatMode`; none for unknown modes.
    #[must_use]
    pub fn from_repeat_mode(mode: &str) -> Option<Self> {
        match mode {
            "Once" | "NextRebootOnly" | "EveryReboot" => Some(Self::OneTime),
            "Period" => Some(Self::Recurring),
            _ => None,
        }
    }
}

/// What is known about a run beside its output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// `Dropped` of the answer.
    pub dropped: Option<i64>,
    /// How the run was started.
    pub schedule: Option<ScheduleKind>,
    /// Time from start to finish.
    pub duration_ms: Option<u64>,
}

impl Context {
    /// Reads `{dropped?, repeatMode?, durationMs?}`; `null` and missing are unknown.
    ///
    /// # Errors
    /// [`InvalidType`](ErrorKind::InvalidType) with the path of a member that is
    /// neither unknown nor of its type.
    pub fn from_value(value: &Value<'_>) -> Result<Self> {
        let repeat_mode = member(value, "repeatMode", "a string", Value::as_str)?;
        let duration = member(value, "durationMs", "an integer", Value::as_i64)?;
        Ok(Self {
            dropped: member(value, "dropped", "an integer", Value::as_i64)?,
            schedule: repeat_mode.and_then(ScheduleKind::from_repeat_mode),
            duration_ms: duration.and_then(|duration| u64::try_from(duration).ok()),
        })
    }
}

fn member<'v, T>(
    value: &'v Value<'_>,
    name: &str,
    expected: &str,
    read: impl Fn(&'v Value<'v>) -> Option<T>,
) -> Result<Option<T>> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(member) => read(member).map(Some).ok_or_else(|| {
            let message = format!("expected {expected}, found {}", member.type_name());
            Error::new(ErrorKind::InvalidType, message).in_path(name)
        }),
    }
}

/// The place of the missing bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// Before the first byte of the output.
    Front,
    /// Between a head that was sent live and the tail.
    Middle,
}

impl Place {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Middle => "middle",
        }
    }
}

/// Bytes that the output once had.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loss {
    /// Where they are missing, most likely.
    pub place: Place,
    /// First byte offset of the output at which the hole may be.
    pub earliest_offset: usize,
    /// Last byte offset of the output at which the hole may be.
    pub latest_offset: usize,
    /// How many are missing.
    pub dropped_bytes: u64,
    /// The same in words.
    pub words: Bilingual,
}

/// The loss of an output of `output_bytes` bytes; none where nothing was dropped.
#[must_use]
pub fn loss(output_bytes: usize, context: Context) -> Option<Loss> {
    let dropped_bytes = u64::try_from(context.dropped?).ok().filter(|&dropped| dropped > 0)?;
    let latest_offset = longest_head(context).min(output_bytes);
    let (place, earliest_offset) = if latest_offset == 0 {
        (Place::Front, 0)
    } else {
        // Where there was time to send the whole live quota, the hole is taken to
        // be behind it; only a command that was silent at first moves it forward.
        let earliest = if latest_offset > LIVE_QUOTA_BYTES { LIVE_QUOTA_BYTES } else { 0 };
        (Place::Middle, earliest)
    };
    let words = words(place, earliest_offset, dropped_bytes);
    Some(Loss { place, earliest_offset, latest_offset, dropped_bytes, words })
}

/// Bytes that can have been sent live: one message an interval, up to the quota.
fn longest_head(context: Context) -> usize {
    if context.schedule == Some(ScheduleKind::Recurring) {
        return 0;
    }
    let Some(duration) = context.duration_ms else { return LONGEST_HEAD_BYTES };
    let messages = usize::try_from(duration / LIVE_INTERVAL_MS).unwrap_or(usize::MAX);
    messages.saturating_mul(LIVE_MESSAGE_BYTES).min(LONGEST_HEAD_BYTES)
}

fn words(place: Place, earliest_offset: usize, dropped_bytes: u64) -> Bilingual {
    let size = about(dropped_bytes);
    match place {
        Place::Front => Bilingual::filled(
            format!("开头缺失约 {size}：云助手只保留了输出的末尾部分"),
            format!(
                "about {size} missing at the front: Cloud Assistant kept the end of the output"
            ),
        ),
        Place::Middle => {
            let (zh, en) = if earliest_offset > 0 {
                ("在开头约 6–8 KB 之后", "behind about the first 6 to 8 KB")
            } else {
                ("在开头约 8 KB 以内", "within about the first 8 KB")
            };
            Bilingual::filled(
                format!("中间缺失约 {size}：缺口{zh}，结尾完整"),
                format!("about {size} missing in the middle, {en}; the end is complete"),
            )
        }
    }
}

/// A size for a sentence that says "about": whole bytes below 1 KB, whole KB above.
fn about(bytes: u64) -> String {
    if bytes < 1024 { format!("{bytes} B") } else { format!("{} KB", (bytes + 512) / 1024) }
}

/// `{"place", "earliestOffset", "latestOffset", "droppedBytes", "words": {"zh", "en"}}`
impl ToJson for Loss {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("place", self.place.code())
                .field("earliestOffset", self.earliest_offset)
                .field("latestOffset", self.latest_offset)
                .field("droppedBytes", self.dropped_bytes)
                .field("words", &self.words);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(schedule: Option<ScheduleKind>, duration_ms: Option<u64>) -> Context {
        Context { dropped: Some(49259), schedule, duration_ms }
    }

    fn place(context: Context) -> (Place, usize, usize) {
        let loss = loss(QUOTA_BYTES, context).expect("dropped");
        (loss.place, loss.earliest_offset, loss.latest_offset)
    }

    #[test]
    fn nothing_dropped_is_no_loss() {
        for dropped in [None, Some(0), Some(-1)] {
            assert_eq!(loss(100, Context { dropped, ..Context::default() }), None);
        }
    }

    #[test]
    fn recurring_runs_lose_the_front() {
        let recurring = context(Some(ScheduleKind::Recurring), Some(60_000));

        assert_eq!(place(recurring), (Place::Front, 0, 0));
    }

    #[test]
    fn runs_shorter_than_one_interval_lose_the_front() {
        assert_eq!(place(context(Some(ScheduleKind::OneTime), Some(999))), (Place::Front, 0, 0));
    }

    #[test]
    fn long_one_time_runs_lose_the_middle_behind_about_6_kb() {
        // Head of the agent: more than 6000 bytes, at most 6000 + 2048.
        for duration in [None, Some(4000), Some(u64::MAX)] {
            let long = context(Some(ScheduleKind::OneTime), duration);
            assert_eq!(place(long), (Place::Middle, 6000, 8048), "{duration:?}");
        }
    }

    #[test]
    fn short_one_time_runs_may_have_sent_a_message_an_interval() {
        assert_eq!(
            place(context(Some(ScheduleKind::OneTime), Some(2500))),
            (Place::Middle, 0, 4096)
        );
    }

    #[test]
    fn the_hole_is_inside_the_output() {
        let context = Context { dropped: Some(1), ..Context::default() };
        let loss = loss(100, context).expect("dropped");

        assert_eq!((loss.earliest_offset, loss.latest_offset), (0, 100));
        let en = &loss.words.en;
        assert!(en.contains("in the middle, within about the first 8 KB"), "{en}");
        assert!(loss.words.zh.contains("在开头约 8 KB 以内"), "{}", loss.words.zh);
    }

    #[test]
    fn a_live_head_is_longer_than_its_quota() {
        // Sending stops once more than 6000 bytes were sent: 6000 bytes may be all that is left.
        let bounds = |output_bytes| {
            let loss = loss(output_bytes, context(None, None)).expect("dropped");
            (loss.earliest_offset, loss.latest_offset)
        };

        assert_eq!(bounds(6000), (0, 6000));
        assert_eq!(bounds(6001), (6000, 6001));
    }

    #[test]
    fn only_runs_with_a_frequency_recur() {
        for mode in ["Once", "NextRebootOnly", "EveryReboot"] {
            assert_eq!(ScheduleKind::from_repeat_mode(mode), Some(ScheduleKind::OneTime), "{mode}");
        }
        assert_eq!(ScheduleKind::from_repeat_mode("Period"), Some(ScheduleKind::Recurring));
        assert_eq!(ScheduleKind::from_repeat_mode("DryRun"), None);
    }

    #[test]
    fn what_javascript_knows_is_read_and_its_types_are_checked() {
        let read = |text| Context::from_value(&Value::parse(text).expect("JSON"));

        let known = read(r#"{"dropped":1,"repeatMode":"Period","durationMs":2000}"#);
        let recurring = Some(ScheduleKind::Recurring);
        let expected = Context { dropped: Some(1), schedule: recurring, duration_ms: Some(2000) };
        assert_eq!(known, Ok(expected));
        assert_eq!(read(r#"{"dropped":null,"repeatMode":"DryRun"}"#), Ok(Context::default()));
        assert_eq!(read("null"), Ok(Context::default()));
        let error = read(r#"{"dropped":"1"}"#).expect_err("a string");
        assert_eq!((error.kind(), error.path()), (ErrorKind::InvalidType, Some("dropped")));
    }

    #[test]
    fn sentences_say_about_and_name_the_place() {
        let middle = loss(QUOTA_BYTES, context(None, None)).expect("dropped").words;
        let recurring = Some(ScheduleKind::Recurring);
        let front = loss(QUOTA_BYTES, context(recurring, None)).expect("dropped").words;

        assert!(
            middle.en.starts_with("about 48 KB missing in the middle, behind about the first 6"),
            "{}",
            middle.en
        );
        assert!(middle.zh.starts_with("中间缺失约 48 KB："), "{}", middle.zh);
        assert!(front.en.starts_with("about 48 KB missing at the front"), "{}", front.en);
        assert!(front.zh.starts_with("开头缺失约 48 KB："), "{}", front.zh);
    }
}
