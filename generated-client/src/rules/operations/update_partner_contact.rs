// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! What the document demands of requests of `update_partner_contact`.

use crate::runtime::{OperationRules, Rules};
use crate::types::PartnerContactPatch;

pub(crate) static RULES: OperationRules = OperationRules {
    body: &[("application/json", Rules::NONE.like::<PartnerContactPatch>())],
    ..OperationRules::NONE
};
