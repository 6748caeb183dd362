//! The sentence at the top of a run.

use crate::locale::Bilingual;
use crate::status::{Counts, Outcome};

/// The classes in the order of the sentence, with their words.
const PARTS: [(Outcome, &str, &str); 8] = [
    (Outcome::Success, "成功", "succeeded"),
    (Outcome::Failed, "失败", "failed"),
    (Outcome::Stopped, "已停止", "stopped"),
    (Outcome::Running, "执行中", "running"),
    (Outcome::Stopping, "停止中", "stopping"),
    (Outcome::Pending, "等待下发", "pending"),
    (Outcome::Scheduled, "等待定时执行", "scheduled"),
    (Outcome::Unknown, "状态未知", "in an unknown status"),
];

/// "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated".
pub(super) fn write(counts: &Counts, families: usize, truncated: usize) -> Bilingual {
    let total = counts.total();
    if total == 0 {
        return Bilingual::fixed("没有实例", "No instances");
    }
    let instances = if total == 1 { "instance" } else { "instances" };
    let total = grouped(&total);
    let present = PARTS.iter().filter(|(outcome, ..)| counts.get(*outcome) > 0);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (outcome, zh_word, en_word) in present {
        let count = grouped(&counts.get(*outcome));
        let ways = if *outcome == Outcome::Failed { families } else { 0 };
        zh.push(match ways {
            0 => format!("{count} 台{zh_word}"),
            ways => format!("{count} 台{zh_word}（{} 种原因）", grouped(&ways)),
        });
        en.push(match ways {
            0 => format!("{count} {en_word}"),
            1 => format!("{count} {en_word} in 1 way"),
            ways => format!("{count} {en_word} in {} ways", grouped(&ways)),
        });
    }
    let (zh_cut, en_cut) = match truncated {
        0 => (String::new(), String::new()),
        1 => ("；1 个输出被截断".to_owned(), "; 1 output is truncated".to_owned()),
        cut => {
            let cut = grouped(&cut);
            (format!("；{cut} 个输出被截断"), format!("; {cut} outputs are truncated"))
        }
    };
    Bilingual::filled(
        format!("{total} 台实例：{}{zh_cut}", zh.join("，")),
        format!("{total} {instances}: {}{en_cut}", en.join(", ")),
    )
}

/// "1,234,567", which both languages write so.
fn grouped(number: &impl ToString) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(parts: &[(Outcome, usize)]) -> Counts {
        let mut counts = Counts::default();
        for (outcome, count) in parts {
            for _ in 0..*count {
                counts.add_outcome(*outcome);
            }
        }
        counts
    }

    #[test]
    fn the_sentence_of_the_main_job() {
        let text = write(&counts(&[(Outcome::Success, 493), (Outcome::Failed, 7)]), 3, 2);

        assert_eq!(
            text.en,
            "500 instances: 493 succeeded, 7 failed in 3 ways; 2 outputs are truncated"
        );
        assert_eq!(text.zh, "500 台实例：493 台成功，7 台失败（3 种原因）；2 个输出被截断");
    }

    #[test]
    fn one_of_each_is_singular() {
        let text = write(&counts(&[(Outcome::Failed, 1)]), 1, 1);

        assert_eq!(text.en, "1 instance: 1 failed in 1 way; 1 output is truncated");
    }

    #[test]
    fn thousands_are_grouped() {
        let counts = counts(&[(Outcome::Success, 1_000), (Outcome::Failed, 1_234_567)]);

        let text = write(&counts, 1_001, 12_000);

        assert_eq!(
            text.en,
            "1,235,567 instances: 1,000 succeeded, 1,234,567 failed in 1,001 ways; \
             12,000 outputs are truncated"
        );
        assert_eq!(
            text.zh,
            "1,235,567 台实例：1,000 台成功，1,234,567 台失败（1,001 种原因）；12,000 个输出被截断"
        );
    }

    #[test]
    fn an_unknown_status_is_said() {
        let text = write(&counts(&[(Outcome::Unknown, 2), (Outcome::Running, 1)]), 0, 0);

        assert_eq!(text.en, "3 instances: 1 running, 2 in an unknown status");
    }
}
