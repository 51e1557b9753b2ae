//! What a request has to pass, one file each.

mod body;
mod headers;
mod host;
mod key;
mod site;

pub use body::body;
pub use headers::headers;
pub use host::{Hosts, host};
pub use key::{has_key, is_api, key};
pub use site::site;
