//! Signals by number.

/// The name of a Linux signal on x86-64 and `AArch64` (signal(7)).
pub(super) fn name(number: i64) -> Option<String> {
    const NAMES: [&str; 31] = [
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
        "SIGILL",
        "SIGTRAP",
        "SIGABRT",
        "SIGBUS",
        "SIGFPE",
        "SIGKILL",
        "SIGUSR1",
        "SIGSEGV",
        "SIGUSR2",
        "SIGPIPE",
        "SIGALRM",
        "SIGTERM",
        "SIGSTKFLT",
        "SIGCHLD",
        "SIGCONT",
        "SIGSTOP",
        "SIGTSTP",
        "SIGTTIN",
        "SIGTTOU",
        "SIGURG",
        "SIGXCPU",
        "SIGXFSZ",
        "SIGVTALRM",
        "SIGPROF",
        "SIGWINCH",
        "SIGIO",
        "SIGPWR",
        "SIGSYS",
    ];
    match number {
        1..=31 => {
            let index = usize::try_from(number).ok()?.checked_sub(1)?;
            NAMES.get(index).map(|name| (*name).to_owned())
        }
        // 32 and 33 are the C library's own; programs count from 34.
        32 | 33 => Some(format!("signal {number}")),
        34 => Some("SIGRTMIN".to_owned()),
        35..=63 => Some(format!("SIGRTMIN+{}", number - 34)),
        64 => Some("SIGRTMAX".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn signals_have_the_names_of_signal_7() {
        for (number, expected) in [
            (1, "SIGHUP"),
            (9, "SIGKILL"),
            (11, "SIGSEGV"),
            (13, "SIGPIPE"),
            (15, "SIGTERM"),
            (31, "SIGSYS"),
            (34, "SIGRTMIN"),
            (36, "SIGRTMIN+2"),
            (64, "SIGRTMAX"),
        ] {
            assert_eq!(name(number).as_deref(), Some(expected), "{number}");
        }
        assert_eq!(name(0), None);
        assert_eq!(name(65), None);
    }
}
