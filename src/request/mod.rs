//! Requests of both actions: typed parameters, findings per documented rule, RPC query encoding.
