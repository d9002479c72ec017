use serde_core::ser::{Serialize, Serializer};

/// The name of a member. It serializes as the text it is; unlike that of `str`, its implementation is inlined, so that
/// what is known of a name while compiling need not be found out again.
pub(crate) struct Name(pub(crate) &'static str);

impl Serialize for Name {
    #[inline(always)]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
