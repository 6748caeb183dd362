//! Exit codes of shells, of Windows and of the agent.

use super::entry::{Found, Values};
use super::error_code::AGENT;
use super::explanation::{Explanation, Kind};
use super::{ntstatus, signal};
use crate::locale::Locale;

/// The operating system that an exit code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Platform {
    /// A shell process; codes are 0 to 255.
    Linux,
    /// A Bat or `PowerShell` process; codes are 32 bits wide.
    Windows,
}

impl Platform {
    /// The platform of a `CommandType`; none for a type that is not documented.
    #[must_use]
    pub fn of_command_type(command_type: &str) -> Option<Self> {
        if command_type.eq_ignore_ascii_case("RunShellScript") {
            Some(Self::Linux)
        } else if command_type.eq_ignore_ascii_case("RunBatScript")
            || command_type.eq_ignore_ascii_case("RunPowerShellScript")
        {
            Some(Self::Windows)
        } else {
            None
        }
    }
}

/// Explains the exit code of a command's process.
///
/// NTSTATUS values are read in both spellings, `-1073741819` and `3221225477`.
/// Without a platform, 0 to 255 are read by the conventions of a shell. None
/// for what the platform cannot return: a Linux shell has no code above 255,
/// and below zero only what the agent itself reports. Sources: POSIX Shell
/// Command Language 2.8.2, signal(7), \[MS-ERREF\], the agent (193 and 194,
/// 3009 and 3010, −1 to −23).
#[must_use]
pub fn explain_exit_code(
    code: i64,
    platform: Option<Platform>,
    locale: Locale,
) -> Option<Explanation> {
    Some(find_exit_code(code, platform)?.told(locale))
}

pub(crate) fn find_exit_code(code: i64, platform: Option<Platform>) -> Option<Found> {
    let (entry, values) = match platform {
        Some(Platform::Linux) => linux(code),
        Some(Platform::Windows) => windows(code),
        None if (0..=255).contains(&code) => linux(code),
        None => agent(code).or_else(|| windows(code)),
    }?;
    Found::new(Kind::ExitCode, &code.to_string(), entry, values)
}

type Entry = (&'static str, Values);

fn linux(code: i64) -> Option<Entry> {
    let entry = match code {
        0 => "exit/0",
        1 => "exit/1",
        2 => "exit/2",
        126 => "exit/126",
        127 => "exit/127",
        128 => "exit/128",
        129..=192 => return signalled(code),
        193 => "exit/poweroff",
        194 => "exit/reboot",
        255 => "exit/255",
        3..=254 => "exit/other",
        _ => return agent(code),
    };
    Some((entry, numbered(code)))
}

fn signalled(code: i64) -> Option<Entry> {
    let number = code.checked_sub(128)?;
    let name = signal::name(number)?;
    let entry = match number {
        1 => "exit/SIGHUP",
        2 => "exit/SIGINT",
        4 => "exit/SIGILL",
        6 => "exit/SIGABRT",
        7 => "exit/SIGBUS",
        8 => "exit/SIGFPE",
        9 => "exit/SIGKILL",
        11 => "exit/SIGSEGV",
        13 => "exit/SIGPIPE",
        15 => "exit/SIGTERM",
        24 => "exit/SIGXCPU",
        25 => "exit/SIGXFSZ",
        _ => "exit/signal",
    };
    let mut values = numbered(code);
    values.push(("signal", number.to_string()));
    values.push(("name", name));
    Some((entry, values))
}

fn windows(code: i64) -> Option<Entry> {
    let bits = match i32::try_from(code) {
        Ok(signed) => signed.cast_unsigned(),
        Err(_) => u32::try_from(code).ok()?,
    };
    if let Some(entry) = ntstatus::entry(bits) {
        let mut values = numbered(code);
        values.push(("hex", format!("0x{bits:08X}")));
        return Some((entry, values));
    }
    let entry = match bits {
        0 => "exit/0",
        1 => "exit/1",
        5 => "exit/win/5",
        3009 => "exit/poweroff",
        3010 => "exit/reboot",
        9009 => "exit/win/9009",
        u32::MAX => "agent/MinusOne",
        // A Windows program may return any 32 bits, small negative numbers
        // included, so these are not the agent's for certain.
        _ => "exit/other",
    };
    Some((entry, numbered(code)))
}

fn agent(code: i64) -> Option<Entry> {
    let (_, name, entry) = AGENT.iter().find(|(number, _, _)| *number == code)?;
    if code == -1 {
        return Some(("agent/MinusOne", numbered(code)));
    }
    let mut values = numbered(code);
    values.push(("name", (*name).to_owned()));
    Some((entry, values))
}

fn numbered(code: i64) -> Values {
    vec![("code", code.to_string())]
}
