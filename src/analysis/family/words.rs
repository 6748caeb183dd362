//! Words that mark a line as the one that decides.

/// A resource that has run out or is gone.
///
/// It is the same failure wherever a program notices it, so it names a family
/// without its line: two machines with a full disk differ in path and program.
/// Each row lists the spellings of one cause: the C library's in English and in
/// Chinese, Windows', and those of common programs.
const EXHAUSTED: [&[&str]; 6] = [
    &[
        "No space left on device",
        "设备上没有空间",
        "磁盘空间不足",
        "not enough space on the disk",
        "not enough free disk space",
        "don't have enough free space",
        "Disk full",
    ],
    &["Disk quota exceeded", "超出磁盘限额"],
    &["Read-only file system", "只读文件系统"],
    &["Cannot allocate memory", "Out of memory", "无法分配内存", "内存不足", "OutOfMemoryError"],
    &["Too many open files", "打开的文件过多"],
    &["Input/output error", "输入/输出错误"],
];

/// English words are looked for as the beginning of a word, in any ASCII case.
const FAILING: [&str; 37] = [
    "error",
    "err",
    "fail",
    "fatal",
    "panic",
    "exception",
    "traceback",
    "abort",
    "critical",
    "denied",
    "refused",
    "rejected",
    "forbidden",
    "unauthorized",
    "unable",
    "cannot",
    "can't",
    "could not",
    "couldn't",
    "not found",
    "no such",
    "not permitted",
    "not recognized",
    "no space",
    "timed out",
    "timeout",
    "unreachable",
    "unresolved",
    "invalid",
    "illegal",
    "missing",
    "killed",
    "segmentation fault",
    "core dumped",
    "corrupt",
    "mismatch",
    "expired",
];

const FAILING_ZH: [&str; 22] = [
    "错误",
    "出错",
    "失败",
    "异常",
    "拒绝",
    "无法",
    "不能",
    "不可达",
    "超时",
    "找不到",
    "未找到",
    "不存在",
    "没有那个文件",
    "不足",
    "已满",
    "没有权限",
    "不允许",
    "权限不够",
    "非法",
    "无效",
    "中止",
    "终止",
];

/// What turns a failing word into its opposite.
const HARMLESS: [&str; 10] = [
    "no error",
    "0 error",
    "0 fail",
    "without error",
    "0 err",
    "errors: 0",
    "errors=0",
    "failed=0",
    "failed: 0",
    "没有错误",
];

/// What the words of a line say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Verdict {
    /// The exhausted resource that it names, in the first spelling.
    pub(super) exhausted: Option<&'static str>,
    /// Whether it says that something failed.
    pub(super) failure: bool,
}

/// Reads `line` once, looking for every word where a word begins: with no
/// letter or digit before it, or with a capital after a small letter, as in
/// `OutOfMemoryError`.
pub(super) fn read(line: &str) -> Verdict {
    let bytes = line.as_bytes();
    let (mut exhausted, mut failing, mut harmless) = (None, false, false);
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        let begins = !before.is_ascii_alphanumeric()
            || (byte.is_ascii_uppercase() && before.is_ascii_lowercase());
        before = byte;
        if !begins {
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let stands = |word: &&str| starts_with(rest, word.as_bytes());
        failing = failing || FAILING.iter().any(stands);
        harmless = harmless || HARMLESS.iter().any(stands);
        let row = || EXHAUSTED.iter().find(|row| row.iter().any(stands));
        exhausted = exhausted.or_else(|| row()?.first().copied());
    }
    failing = failing || (!line.is_ascii() && FAILING_ZH.iter().any(|word| line.contains(word)));
    Verdict { exhausted, failure: (failing || exhausted.is_some()) && !harmless }
}

/// Whether `word` stands at the beginning, ASCII letters in any case.
#[inline]
fn starts_with(text: &[u8], word: &[u8]) -> bool {
    let first = |text: &[u8]| text.first().map(u8::to_ascii_lowercase);
    first(text) == first(word)
        && text.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exhaustion_has_one_name_in_every_language() {
        for line in [
            "cp: error writing '/data/a': No space left on device",
            "tar: /opt/b: 无法写入: 设备上没有空间",
            "There is not enough space on the disk.",
        ] {
            assert_eq!(read(line).exhausted, Some("No space left on device"), "{line}");
        }
        assert_eq!(read("cat: /etc/a: No such file or directory").exhausted, None);
    }

    #[test]
    fn failing_words_are_found_and_harmless_ones_are_not() {
        for line in [
            "ERROR: x",
            "make: *** [all] Error 2",
            "bash: foo: command not found",
            "java.lang.NullPointerException",
            "npm ERR! code E404",
            "错误：找不到软件包",
            "rm: 无法删除",
        ] {
            assert!(read(line).failure, "{line}");
        }
        for line in ["0 errors, 3 warnings", "terror", "ok", "failed=0 changed=1", "interrupted"] {
            assert!(!read(line).failure, "{line}");
        }
    }
}
