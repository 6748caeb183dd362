//! Answers: bytes to pages of records, tolerant of every documented shape.
