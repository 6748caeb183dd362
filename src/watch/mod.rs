//! Polite refreshing as a state machine.
