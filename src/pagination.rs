//! Pagination over `NextToken` as a state machine.
