//! Paul Williams' state machine, over characters.

use super::parameters::Parameters;

/// What one character completes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Action<'p> {
    /// A character of the text.
    Print(char),
    /// A control character, C1 included; `ESC E` is its C1 form, NEL.
    Execute(char),
    /// A control sequence without private marker and intermediates.
    Control(char, &'p Parameters),
    /// The content of an operating system command.
    Command(&'p str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Ground,
    Escape,
    EscapeIntermediate,
    Csi,
    /// A control sequence with a private marker or intermediates: read to its end.
    CsiIgnore,
    Osc,
    /// DCS, SOS, PM, APC: read to their end.
    IgnoredString,
}

/// Longest command that is kept; OSC 8 links are at most 2,083 long elsewhere.
const LONGEST_COMMAND: usize = 2200;

const ESC: char = '\u{1B}';
const BEL: char = '\u{7}';

#[derive(Debug)]
pub(super) struct Parser {
    state: State,
    parameters: Parameters,
    command: String,
    /// The command is longer than is kept.
    overflow: bool,
}

impl Parser {
    pub(super) fn new() -> Self {
        Self {
            state: State::Ground,
            parameters: Parameters::default(),
            command: String::new(),
            overflow: false,
        }
    }

    pub(super) fn advance(&mut self, character: char) -> Option<Action<'_>> {
        match (self.state, character) {
            // CAN and SUB abort any sequence.
            (_, '\u{18}' | '\u{1A}') => {
                self.state = State::Ground;
                None
            }
            (State::Osc, BEL | ESC | '\u{9C}') => {
                self.state = if character == ESC { State::Escape } else { State::Ground };
                (!self.overflow).then_some(Action::Command(&self.command))
            }
            (_, '\n') => {
                // A sequence that was cut must not swallow the next line.
                self.state = State::Ground;
                Some(Action::Execute('\n'))
            }
            (State::Osc, ' '..='~' | '\u{A0}'..) => {
                if self.command.len() < LONGEST_COMMAND {
                    self.command.push(character);
                } else {
                    self.overflow = true;
                }
                None
            }
            (_, ESC) => {
                self.state = State::Escape;
                None
            }
            (_, '\u{80}'..='\u{9F}') => self.c1(character),
            (State::Osc | State::IgnoredString, _) | (_, '\u{7F}') => None,
            (_, '\0'..='\u{1F}') => Some(Action::Execute(character)),
            (State::Ground, _) => Some(Action::Print(character)),
            // No sequence has such characters: it is broken, the text goes on.
            (_, '\u{A0}'..) => {
                self.state = State::Ground;
                Some(Action::Print(character))
            }
            (State::Escape | State::EscapeIntermediate, _) => self.escape(character),
            (State::Csi | State::CsiIgnore, _) => self.control_sequence(character),
        }
    }

    /// The final byte or an intermediate of an escape sequence (ECMA-48 §5.3).
    fn escape(&mut self, character: char) -> Option<Action<'_>> {
        match (self.state, character) {
            (_, ' '..='/') => {
                self.state = State::EscapeIntermediate;
                None
            }
            // `ESC @` to `ESC _` are the C1 set in seven bits.
            (State::Escape, '@'..='_') => {
                let c1 = char::from_u32(u32::from(character) + 0x40)?;
                self.c1(c1)
            }
            _ => {
                self.state = State::Ground;
                None
            }
        }
    }

    fn c1(&mut self, character: char) -> Option<Action<'_>> {
        self.state = match character {
            '\u{9B}' => {
                self.parameters.clear();
                State::Csi
            }
            '\u{9D}' => {
                self.command.clear();
                self.overflow = false;
                State::Osc
            }
            '\u{90}' | '\u{98}' | '\u{9E}' | '\u{9F}' => State::IgnoredString,
            _ => State::Ground,
        };
        (self.state == State::Ground).then_some(Action::Execute(character))
    }

    /// ECMA-48 §5.4: parameters, intermediates, one final.
    fn control_sequence(&mut self, character: char) -> Option<Action<'_>> {
        match character {
            '0'..='9' => self.parameters.digit(character as u16 - '0' as u16),
            ';' | ':' => self.parameters.separator(character == ':'),
            '@'..='~' => {
                let is_known = self.state == State::Csi;
                self.state = State::Ground;
                return is_known.then_some(Action::Control(character, &self.parameters));
            }
            _ => self.state = State::CsiIgnore,
        }
        None
    }
}
