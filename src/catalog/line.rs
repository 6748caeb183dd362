//! Well-known lines of output.

use super::entry::{Found, Values};
use super::explanation::{Explanation, Kind};
use crate::locale::Locale;

/// Phrases in lower case and the entry of a line that contains one; `*` stands
/// for any text.
///
/// The first match counts, so the narrower phrase stands first. English is what
/// programs print under `LANG=C`, Chinese what glibc, bash and Windows print.
pub(super) static RULES: &[(&str, &str)] = &[
    ("/var/lib/dpkg/lock", "line/dpkg-lock"),
    ("could not get lock /var/lib/apt", "line/dpkg-lock"),
    ("could not get lock /var/cache/apt", "line/dpkg-lock"),
    ("is another process using it", "line/dpkg-lock"),
    ("dpkg frontend lock", "line/dpkg-lock"),
    ("dpkg was interrupted", "line/dpkg-interrupted"),
    ("another app is currently holding the yum lock", "line/yum-lock"),
    ("existing lock /var/run/yum.pid", "line/yum-lock"),
    ("waiting for process with pid", "line/yum-lock"),
    ("unable to locate package", "line/no-package"),
    ("no package *available", "line/no-package"),
    ("unable to find a match", "line/no-package"),
    ("no space left on device", "line/no-space"),
    ("设备上没有空间", "line/no-space"),
    ("磁盘空间不足", "line/no-space"),
    ("there is not enough space on the disk", "line/no-space"),
    ("disk quota exceeded", "line/quota"),
    ("超出磁盘限额", "line/quota"),
    ("read-only file system", "line/read-only"),
    ("只读文件系统", "line/read-only"),
    ("$'\\r': command not found", "line/crlf"),
    ("^m: bad interpreter", "line/crlf"),
    ("\r: bad interpreter", "line/crlf"),
    ("running scripts is disabled on this system", "line/win-policy"),
    ("禁止运行脚本", "line/win-policy"),
    ("access is denied", "line/win-denied"),
    ("拒绝访问", "line/win-denied"),
    ("being used by another process", "line/win-in-use"),
    ("另一个程序正在使用此文件", "line/win-in-use"),
    ("正由另一进程使用", "line/win-in-use"),
    ("permission denied (publickey", "line/auth"),
    ("permission denied, please try again", "line/auth"),
    ("authentication failed", "line/auth"),
    ("access denied for user", "line/auth"),
    ("认证失败", "line/auth"),
    ("permission denied", "line/permission"),
    ("权限不够", "line/permission"),
    ("operation not permitted", "line/not-permitted"),
    ("不允许的操作", "line/not-permitted"),
    ("command not found", "line/command-not-found"),
    ("未找到命令", "line/command-not-found"),
    ("is not recognized as an internal or external command", "line/command-not-found"),
    ("is not recognized as the name of a cmdlet", "line/command-not-found"),
    ("is not recognized as a name of a cmdlet", "line/command-not-found"),
    ("不是内部或外部命令", "line/command-not-found"),
    ("项识别为 cmdlet", "line/command-not-found"),
    ("executable file not found in $path", "line/command-not-found"),
    ("exec format error", "line/exec-format"),
    ("cannot execute binary file", "line/exec-format"),
    ("可执行文件格式错误", "line/exec-format"),
    ("argument list too long", "line/args-too-long"),
    ("参数列表过长", "line/args-too-long"),
    ("text file busy", "line/text-busy"),
    ("文本文件忙", "line/text-busy"),
    ("too many open files", "line/open-files"),
    ("打开的文件过多", "line/open-files"),
    ("out of memory", "line/no-memory"),
    ("cannot allocate memory", "line/no-memory"),
    ("无法分配内存", "line/no-memory"),
    ("java.lang.outofmemoryerror", "line/no-memory"),
    ("killed process", "line/killed"),
    ("已杀死", "line/killed"),
    ("segmentation fault", "line/segfault"),
    ("段错误", "line/segfault"),
    ("could not resolve host", "line/resolve"),
    ("name or service not known", "line/resolve"),
    ("temporary failure in name resolution", "line/resolve"),
    ("temporary failure resolving", "line/resolve"),
    ("no such host", "line/resolve"),
    ("未知的名称或服务", "line/resolve"),
    ("域名解析暂时失败", "line/resolve"),
    ("connection refused", "line/refused"),
    ("拒绝连接", "line/refused"),
    ("connection timed out", "line/net-timeout"),
    ("i/o timeout", "line/net-timeout"),
    ("连接超时", "line/net-timeout"),
    ("network is unreachable", "line/unreachable"),
    ("no route to host", "line/unreachable"),
    ("网络不可达", "line/unreachable"),
    ("没有到主机的路由", "line/unreachable"),
    ("connection reset by peer", "line/reset"),
    ("certificate verify failed", "line/certificate"),
    ("ssl certificate problem", "line/certificate"),
    ("certificate has expired", "line/certificate"),
    ("x509: certificate", "line/certificate"),
    ("unit *could not be found", "line/no-service"),
    ("unrecognized service", "line/no-service"),
    ("the specified service does not exist", "line/no-service"),
    ("指定的服务未安装", "line/no-service"),
    ("input/output error", "line/io-error"),
    ("输入/输出错误", "line/io-error"),
    ("modulenotfounderror:", "line/python-module"),
    ("no module named", "line/python-module"),
    ("syntax error near unexpected token", "line/syntax"),
    ("syntax error: ", "line/syntax"),
    ("未预期的符号", "line/syntax"),
    ("未预期的文件结束符", "line/syntax"),
    ("no such file or directory", "line/no-file"),
    ("没有那个文件或目录", "line/no-file"),
    ("the system cannot find the path specified", "line/no-file"),
    ("the system cannot find the file specified", "line/no-file"),
    ("系统找不到指定的", "line/no-file"),
];

/// Explains a line of output by a phrase in it.
///
/// Compared without regard to ASCII case. `Killed` counts only where a shell
/// prints it, alone or after a line number and a process id; `not found` only after a shell's
/// line number. None for a line without a known phrase. Sources: errno(3),
/// the messages of bash, dash, apt, yum and Windows.
#[must_use]
pub fn explain_line(line: &str, locale: Locale) -> Option<Explanation> {
    Some(find_line(line)?.told(locale))
}

pub(crate) fn find_line(line: &str) -> Option<Found> {
    Found::new(Kind::Line, line, entry(line)?, Values::new())
}

pub(super) fn entry(line: &str) -> Option<&'static str> {
    let lower = line.to_ascii_lowercase();
    let rule = RULES.iter().find(|(phrase, _)| contains(&lower, phrase));
    rule.map(|(_, entry)| *entry)
        .or_else(|| is_killed(line).then_some("line/killed"))
        .or_else(|| is_not_found(line).then_some("line/command-not-found"))
}

/// Whether `line` has the parts of `phrase` in their order.
fn contains(line: &str, phrase: &str) -> bool {
    let mut rest = line;
    phrase.split('*').all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// `Killed`, or `script.sh: line 3: 4711 Killed  ./worker`.
fn is_killed(line: &str) -> bool {
    if line.trim() == "Killed" {
        return true;
    }
    let Some((before, _)) = line.split_once(" Killed") else { return false };
    let id = before.rsplit(' ').next().unwrap_or_default();
    before.contains(": line ") && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// dash: `sh: 1: foo: not found`.
fn is_not_found(line: &str) -> bool {
    let mut parts = line.trim().rsplit(": ");
    let last = parts.next();
    let name = parts.next();
    let number = parts.next().unwrap_or_default();
    last == Some("not found")
        && name.is_some_and(|name| !name.is_empty())
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_lower_case() {
        for (phrase, _) in RULES {
            assert_eq!(phrase, &phrase.to_ascii_lowercase());
        }
    }

    #[test]
    fn killed_counts_only_where_a_shell_prints_it() {
        assert!(is_killed("Killed"));
        assert!(is_killed("/tmp/x.sh: line 3:  4711 Killed                  ./worker"));
        assert!(!is_killed("Killed 3 stale sessions"));
        assert!(!is_killed("12 Killed by hand"));
    }

    #[test]
    fn parts_of_a_phrase_stand_in_order() {
        assert!(contains("no package nginx available.", "no package *available"));
        assert!(!contains("available: no package", "no package *available"));
    }

    #[test]
    fn not_found_counts_only_after_a_line_number() {
        assert!(is_not_found("/tmp/x.sh: 3: foo: not found"));
        assert!(!is_not_found("user bob: not found"));
        assert!(!is_not_found("404: not found"));
    }
}
