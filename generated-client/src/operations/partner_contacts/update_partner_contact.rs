// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! The operation [`UpdatePartnerContact`]: `PATCH /hood/partners/{id}/contacts/{contact_id}`.

use std::time::Duration;

use crate::call::Call;
use crate::client::Client;
use crate::runtime::{
    DecodeError, Explode, IntoPatch, Operation, OperationSpec, Outcome, Policy, Reply,
    RequestEncoder, Style, rules,
};
use crate::types::{PartnerContactPatch, Problem};

/// Update Partner contact.
///
/// Updates the specific Partner contact by setting the values of the parameters passed. Any parameters
/// not provided will be left unchanged.
///
/// **Tip:** at least one of the updatable fields should be sent via HTTP body in order to change the
/// current state of the partner. If you don't know the partner contact's id, list the partner contacts
/// to find it. If you don't know the partner id, list the partners to find it.
///
/// `PATCH /hood/partners/{id}/contacts/{contact_id}`
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct UpdatePartnerContact {
    /// Unique resource identifier of the partner.
    pub id: String,
    /// Unique resource identifier of the partner contact.
    pub contact_id: String,
    /// What to change; at least one field.
    pub body: PartnerContactPatch,
}

impl UpdatePartnerContact {
    /// The request with everything that is required.
    #[inline]
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        contact_id: impl Into<String>,
        body: impl IntoPatch<PartnerContactPatch>,
    ) -> Self {
        Self {
            id: id.into(),
            contact_id: contact_id.into(),
            body: body.into_patch(),
        }
    }
}

impl Operation for UpdatePartnerContact {
    type Output = ();
    type Error = UpdatePartnerContactError;

    const SPEC: &'static OperationSpec = &OperationSpec {
        id: "updatePartnerContact",
        method: "PATCH",
        path: "/hood/partners/{id}/contacts/{contact_id}",
        accept: "application/json",
        security: &[&["bearer"]],
        limits: &[
            Policy {
                name: "burst",
                scope: "operation:updatePartnerContact",
                limit: 10,
                window: Duration::from_secs(1),
            },
            Policy {
                name: "steady",
                scope: "operation:updatePartnerContact",
                limit: 150,
                window: Duration::from_secs(60),
            },
        ],
        servers: &[],
        idempotent: false,
        rules: rules!(rules::operations::update_partner_contact::RULES),
    };

    #[inline]
    fn encode(&self, request: &mut RequestEncoder) {
        request.path("id", Style::Simple, Explode::No, &self.id);
        request.path("contact_id", Style::Simple, Explode::No, &self.contact_id);
        request.json("application/json", &self.body);
    }

    #[inline]
    fn decode(reply: &Reply) -> Result<Outcome<Self::Output, Self::Error>, DecodeError> {
        match reply.status().as_u16() {
            204 => Ok(Outcome::Success(())),
            400 => {
                Outcome::failure_in(UpdatePartnerContactError::BadRequest, reply.json())
            }
            500 => {
                Outcome::failure_in(
                    UpdatePartnerContactError::InternalServerError,
                    reply.json(),
                )
            }
            _ => Ok(Outcome::Undocumented),
        }
    }
}

/// How [`UpdatePartnerContact`] fails, as far as it is documented.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum UpdatePartnerContactError {
    /// 400 Bad Request.
    BadRequest(Problem),
    /// 500 Internal Server Error.
    InternalServerError(Problem),
}

impl Client {
    /// Update Partner contact.
    ///
    /// Updates the specific Partner contact by setting the values of the parameters passed. Any parameters
    /// not provided will be left unchanged.
    ///
    /// **Tip:** at least one of the updatable fields should be sent via HTTP body in order to change the
    /// current state of the partner. If you don't know the partner contact's id, list the partner contacts
    /// to find it. If you don't know the partner id, list the partners to find it.
    ///
    /// `PATCH /hood/partners/{id}/contacts/{contact_id}`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: ocamba_hood::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use ocamba_hood::types::{ContactType, PartnerContactPatch};
    ///
    /// let response = client
    ///     .update_partner_contact(
    ///         "12345",
    ///         "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b",
    ///         PartnerContactPatch::new()
    ///             .value("name@example.com")
    ///             .type_(ContactType::Email),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn update_partner_contact(
        &self,
        id: impl Into<String>,
        contact_id: impl Into<String>,
        body: impl IntoPatch<PartnerContactPatch>,
    ) -> Call<'_, UpdatePartnerContact> {
        self.call(UpdatePartnerContact::new(id, contact_id, body))
    }
}
