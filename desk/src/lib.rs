//! What answers the app, the same behind the server and in the desktop shell: a [`Desk`] keeps
//! workloads in the store and makes documents of them.
//!
//! ```text
//! Api::create  → the file is read and checked  → store
//! Api::save    → only its size is checked (the page has read it)  → store
//! Api::document → file → workload → assessment → paper or diagram, in base 64
//! ```

mod answer;
mod desk;
mod documents;
mod folder;
mod limits;

pub use desk::Desk;
pub use folder::default_folder;

/// The workloads that a new store begins with: one for functions, one that is mixed, one for
/// machines that are always on.
pub const EXAMPLES: [&str; 3] = [
    include_str!("../../examples/image-thumbnails.workload.yaml"),
    include_str!("../../examples/checkout.workload.yaml"),
    include_str!("../../examples/telemetry-hub.workload.yaml"),
];
