//! Every kind of problem, one file each: what it means, how it is made, what to do about it.

mod circular_type;
mod dangling_reference;
mod renamed;
mod unsupported_media_type;
mod unsupported_min_properties;
mod unsupported_security_scheme;
mod unsupported_union;

pub use circular_type::circular_type;
pub use dangling_reference::dangling_reference;
pub use renamed::renamed;
pub use unsupported_media_type::unsupported_media_type;
pub use unsupported_min_properties::unsupported_min_properties;
pub use unsupported_security_scheme::unsupported_security_scheme;
pub use unsupported_union::unsupported_union;

use super::Code;

/// All codes, sorted by name: the page of codes and `clientsmith explain` read this list.
pub static ALL: &[&Code] = &[
    &circular_type::CODE,
    &dangling_reference::CODE,
    &renamed::CODE,
    &unsupported_media_type::CODE,
    &unsupported_min_properties::CODE,
    &unsupported_security_scheme::CODE,
    &unsupported_union::CODE,
];
