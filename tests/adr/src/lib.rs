//! Nothing but tests: what `adrs-core`, the library of a tool for decision records, reads in ours.
//! A crate of its own, outside the default members, since that library brings many more.
