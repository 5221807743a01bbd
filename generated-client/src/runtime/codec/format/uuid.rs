// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! `uuid`: RFC 9562, section 4. Any version and variant, in either case.

use super::{Format, Uuid};

/// How many digits stand between the hyphens.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

impl Format for Uuid {
    const NAME: &'static str = "uuid";

    fn is_valid(text: &str) -> bool {
        let groups = text.split('-').map(str::len);
        let hexadecimal = |byte: u8| byte == b'-' || byte.is_ascii_hexdigit();
        groups.eq(GROUPS) && text.bytes().all(hexadecimal)
    }
}
