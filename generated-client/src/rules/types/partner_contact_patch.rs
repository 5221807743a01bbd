// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! What the document demands of `PartnerContactPatch`.

use crate::runtime::{Rule, Rules, Validate};
use crate::types::PartnerContactPatch;

static RULES: Rules = Rules::of(&[Rule::MinProperties(1)]);

impl Validate for PartnerContactPatch {
    fn rules() -> &'static Rules {
        &RULES
    }
}
