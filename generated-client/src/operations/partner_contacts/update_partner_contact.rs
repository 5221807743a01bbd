//! Update Partner contact.

use std::time::Duration;

use crate::call::Call;
use crate::client::Client;
use crate::runtime::{
    DecodeError, Explode, IntoPatch, Operation, OperationSpec, Outcome, Policy, Reply,
    RequestEncoder, Style,
};
use crate::types::{PartnerContactPatch, Problem};

/// Updates the specific Partner contact.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdatePartnerContact {
    /// `id`, in the path.
    pub id: String,
    /// `contact_id`, in the path.
    pub contact_id: String,
    /// The body.
    pub body: PartnerContactPatch,
}

impl UpdatePartnerContact {
    /// The request with what is required.
    #[inline]
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
    };

    #[inline]
    fn encode(&self, request: &mut RequestEncoder) {
        request.path("id", Style::Simple, Explode::No, &self.id);
        request.path("contact_id", Style::Simple, Explode::No, &self.contact_id);
        request.json("application/json", &self.body);
    }

    #[inline]
    fn decode(reply: &Reply) -> Result<Outcome<Self::Output, Self::Error>, DecodeError> {
        Ok(match reply.status().as_u16() {
            204 => Outcome::Success(()),
            400 => Outcome::Failure(UpdatePartnerContactError::BadRequest(reply.json()?)),
            500 => Outcome::Failure(UpdatePartnerContactError::InternalServerError(
                reply.json()?,
            )),
            _ => Outcome::Undocumented,
        })
    }
}

/// What the API documents as failures.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum UpdatePartnerContactError {
    /// 400 Bad Request.
    BadRequest(Problem),
    /// 500 Internal Server Error.
    InternalServerError(Problem),
}

impl Client {
    /// Updates the specific Partner contact.
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
