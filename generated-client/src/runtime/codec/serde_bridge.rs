// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! Serde's traits through this codec, for files, queues and databases: a client itself does not use
//! serde. Without the feature `serde` there is only the macro, which then says nothing.
//!
//! A value goes by way of [`Value`](crate::runtime::codec::Value) and its text: about three times the work of
//! the codec alone. Order is kept, and so are integers of up to 128 bits and every double. Serde's
//! model has no number beyond those: such a one becomes the nearest double on its way out, unless the
//! other side is `serde_json` with its `arbitrary_precision`, whose numbers are kept on their way in.

#[cfg(feature = "serde")]
mod value;

#[cfg(feature = "serde")]
pub use value::{deserialize, serialize};

/// Gives generated types serde's `Serialize` and `Deserialize`, where the feature `serde` is on.
///
/// ```text
/// serde_bridge!(Problem);                                  // both
/// serde_bridge!(patch PartnerContactPatch);                // both, for a patch with its states
/// serde_bridge!(encode [S] PartnerContactPatch<S>);        // Serialize, for every S
/// serde_bridge!(decode [] PartnerContactPatch<Draft>);     // Deserialize
/// ```
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_serde_bridge {
    (encode [$($generics:tt)*] $type:ty) => {
        impl<$($generics)*> $crate::runtime::codec::serde::Serialize for $type {
            #[inline]
            fn serialize<__S: $crate::runtime::codec::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::runtime::codec::serialize(self, serializer)
            }
        }
    };
    (decode [$($generics:tt)*] $type:ty) => {
        impl<'__de, $($generics)*> $crate::runtime::codec::serde::Deserialize<'__de> for $type {
            #[inline]
            fn deserialize<__D: $crate::runtime::codec::serde::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::runtime::codec::deserialize(deserializer)
            }
        }
    };
    (patch $patch:ident) => {
        $crate::runtime::codec::serde_bridge!(encode [S] $patch<S>);
        $crate::runtime::codec::serde_bridge!(decode [] $patch<$crate::runtime::patch::Draft>);
    };
    ([$($generics:tt)*] $type:ty) => {
        $crate::runtime::codec::serde_bridge!(encode [$($generics)*] $type);
        $crate::runtime::codec::serde_bridge!(decode [$($generics)*] $type);
    };
    ($($type:ty),+ $(,)?) => {$(
        $crate::runtime::codec::serde_bridge!([] $type);
    )+};
}

/// Gives generated types serde's traits, where the feature `serde` is on: here it is not.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __runtime_serde_bridge {
    ($($anything:tt)*) => {};
}

pub use __runtime_serde_bridge as serde_bridge;
