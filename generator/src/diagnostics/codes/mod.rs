//! Every kind of problem, one file each: what it means, how it is made, what to do about it.

mod ambiguous_reference;
mod circular_reference;
mod circular_type;
mod conflicting_choice;
mod conflicting_schemas;
mod dangling_reference;
mod duplicate_enum_value;
mod duplicate_key;
mod duplicate_operation_id;
mod empty_document;
mod empty_form;
mod extends_another;
mod foreign_codec;
mod foreign_keyword;
mod identical_paths;
mod ignored_parameter;
mod ignored_sibling;
mod incomplete_server;
mod inexact_reference;
mod internal_error;
mod invalid_configuration;
mod invalid_dependency;
mod invalid_overlay_action;
mod invalid_rate_limit;
mod invalid_syntax;
mod invalid_value;
mod irreconcilable_all_of;
mod large_family;
mod loose_deep_object;
mod missing_keyword;
mod missing_next_link;
mod missing_operation_id;
mod misspelt_keyword;
mod not_an_overlay;
mod not_openapi;
mod not_quite_json;
mod not_utf_8;
mod nothing_chosen;
mod other_media_types;
mod outgrown_format;
mod overlay_mismatch;
mod path_parameters;
mod relative_server;
mod relative_token_url;
mod remote_reference;
mod renamed;
mod reserved_keyword;
mod too_deep;
mod too_many_aliases;
mod undeclared_required_property;
mod undeclared_server_variable;
mod undefined_nesting;
mod undefined_style;
mod unexpected_reference;
mod unfit_default;
mod unfit_enum_value;
mod unknown_keyword;
mod unknown_security_scheme;
mod unknown_version;
mod unlisted_variant;
mod unmatched_choice;
mod unmatched_overlay_action;
mod unmatched_pattern;
mod unreadable_file;
mod unreadable_pattern;
mod unreadable_reference;
mod unsupported_keyword;
mod unsupported_media_type;
mod unsupported_security_scheme;
mod unused_next_operation;
mod wrong_type;

pub use ambiguous_reference::ambiguous_reference;
pub use circular_reference::circular_reference;
pub use circular_type::circular_type;
pub use conflicting_choice::conflicting_choice;
pub use conflicting_schemas::conflicting_schemas;
pub use dangling_reference::dangling_reference;
pub use duplicate_enum_value::duplicate_enum_value;
pub use duplicate_key::duplicate_key;
pub use duplicate_operation_id::duplicate_operation_id;
pub use empty_document::empty_document;
pub use empty_form::empty_form;
pub use extends_another::extends_another;
pub use foreign_codec::foreign_codec;
pub use foreign_keyword::foreign_keyword;
pub use identical_paths::identical_paths;
pub use ignored_parameter::{Instead, ignored_parameter, reserved_parameter};
pub use ignored_sibling::{ignored_sibling, overridden_keyword};
pub use incomplete_server::incomplete_server;
pub use inexact_reference::inexact_reference;
pub use internal_error::internal_error;
pub use invalid_configuration::invalid_configuration;
pub use invalid_dependency::invalid_dependency;
pub use invalid_overlay_action::invalid_overlay_action;
pub use invalid_rate_limit::invalid_rate_limit;
pub use invalid_syntax::invalid_syntax;
pub use invalid_value::invalid_value;
pub use irreconcilable_all_of::irreconcilable_all_of;
pub use large_family::large_family;
pub use loose_deep_object::loose_deep_object;
pub use missing_keyword::missing_keyword;
pub use missing_next_link::missing_next_link;
pub use missing_operation_id::missing_operation_id;
pub use misspelt_keyword::{method_in_capitals, misspelt_keyword};
pub use not_an_overlay::not_an_overlay;
pub use not_openapi::not_openapi;
pub use not_quite_json::not_quite_json;
pub use not_utf_8::not_utf_8;
pub use nothing_chosen::nothing_chosen;
pub use other_media_types::{other_media_types, other_media_types_of_bytes};
pub use outgrown_format::outgrown_format;
pub use overlay_mismatch::overlay_mismatch;
pub use path_parameters::{
    foreign_expression, misspelt_path_parameter, path_parameter_in_query,
    undeclared_path_parameter, unplaced_path_parameter, unread_expression,
};
pub use relative_server::relative_server;
pub use relative_token_url::relative_token_url;
pub use remote_reference::remote_reference;
pub use renamed::renamed;
pub use reserved_keyword::reserved_keyword;
pub use too_deep::too_deep;
pub use too_many_aliases::too_many_aliases;
pub use undeclared_required_property::undeclared_required_property;
pub use undeclared_server_variable::undeclared_server_variable;
pub use undefined_nesting::undefined_nesting;
pub use undefined_style::{misplaced_allow_reserved, undefined_style};
pub use unexpected_reference::unexpected_reference;
pub use unfit_default::unfit_default;
pub use unfit_enum_value::{no_enum_value, unfit_enum_value, values_of_items};
pub use unknown_keyword::unknown_keyword;
pub use unknown_security_scheme::unknown_security_scheme;
pub use unknown_version::unknown_version;
pub use unlisted_variant::unlisted_variant;
pub use unmatched_choice::{unfit_library, unmatched_choice};
pub use unmatched_overlay_action::unmatched_overlay_action;
pub use unmatched_pattern::unmatched_pattern;
pub use unreadable_file::unreadable_file;
pub use unreadable_pattern::unreadable_pattern;
pub use unreadable_reference::{reference_of_a_text, reference_to_no_text, unreadable_reference};
pub use unsupported_keyword::unsupported_keyword;
pub use unsupported_media_type::unsupported_media_type;
pub use unsupported_security_scheme::unsupported_security_scheme;
pub use unused_next_operation::unused_next_operation;
pub use wrong_type::wrong_type;

use super::Code;

/// All codes, sorted by name: the page of codes and `clientsmith explain` read this list.
pub static ALL: &[&Code] = &[
    &ambiguous_reference::CODE,
    &circular_reference::CODE,
    &circular_type::CODE,
    &conflicting_choice::CODE,
    &conflicting_schemas::CODE,
    &dangling_reference::CODE,
    &duplicate_enum_value::CODE,
    &duplicate_key::CODE,
    &duplicate_operation_id::CODE,
    &empty_document::CODE,
    &empty_form::CODE,
    &extends_another::CODE,
    &foreign_codec::CODE,
    &foreign_keyword::CODE,
    &identical_paths::CODE,
    &ignored_parameter::CODE,
    &ignored_sibling::CODE,
    &incomplete_server::CODE,
    &inexact_reference::CODE,
    &internal_error::CODE,
    &invalid_configuration::CODE,
    &invalid_dependency::CODE,
    &invalid_overlay_action::CODE,
    &invalid_rate_limit::CODE,
    &invalid_syntax::CODE,
    &invalid_value::CODE,
    &irreconcilable_all_of::CODE,
    &large_family::CODE,
    &loose_deep_object::CODE,
    &missing_keyword::CODE,
    &missing_next_link::CODE,
    &missing_operation_id::CODE,
    &misspelt_keyword::CODE,
    &not_an_overlay::CODE,
    &not_openapi::CODE,
    &not_quite_json::CODE,
    &not_utf_8::CODE,
    &nothing_chosen::CODE,
    &other_media_types::CODE,
    &outgrown_format::CODE,
    &overlay_mismatch::CODE,
    &path_parameters::CODE,
    &relative_server::CODE,
    &relative_token_url::CODE,
    &remote_reference::CODE,
    &renamed::CODE,
    &reserved_keyword::CODE,
    &too_deep::CODE,
    &too_many_aliases::CODE,
    &undeclared_required_property::CODE,
    &undeclared_server_variable::CODE,
    &undefined_nesting::CODE,
    &undefined_style::CODE,
    &unexpected_reference::CODE,
    &unfit_default::CODE,
    &unfit_enum_value::CODE,
    &unknown_keyword::CODE,
    &unknown_security_scheme::CODE,
    &unknown_version::CODE,
    &unlisted_variant::CODE,
    &unmatched_choice::CODE,
    &unmatched_overlay_action::CODE,
    &unmatched_pattern::CODE,
    &unreadable_file::CODE,
    &unreadable_pattern::CODE,
    &unreadable_reference::CODE,
    &unsupported_keyword::CODE,
    &unsupported_media_type::CODE,
    &unsupported_security_scheme::CODE,
    &unused_next_operation::CODE,
    &wrong_type::CODE,
];

/// The code of this name, for `clientsmith explain`.
pub fn explain(name: &str) -> Option<&'static Code> {
    let at = ALL.binary_search_by(|code| code.name.cmp(name)).ok()?;
    ALL.get(at).copied()
}
