//! Status vocabularies and the aggregation of many statuses into one.
