//! Several error types where one is expected, such as those that one operation of a service answers with.

use crate::{
    Codes, ErrorCodes, HasEnvelope,
    catalog::{Segment, owner, tree},
};

macro_rules! tuple {
    ($first:ident $(, $rest:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$first: ErrorCodes, $($rest: ErrorCodes),*> ErrorCodes for ($first, $($rest,)*) {
            const CODES: Codes = tree(
                // Nothing belongs to the tuple itself.
                owner("", "", "", ""),
                &[Segment::Inner(&$first::CODES), $(Segment::Inner(&$rest::CODES)),*],
            );
        }

        #[diagnostic::do_not_recommend]
        impl<$first: HasEnvelope, $($rest: HasEnvelope<Envelope = $first::Envelope>),*> HasEnvelope
            for ($first, $($rest,)*)
        {
            type Envelope = $first::Envelope;
        }
    };
}

tuple!(A);
tuple!(A, B);
tuple!(A, B, C);
tuple!(A, B, C, D);
tuple!(A, B, C, D, E);
tuple!(A, B, C, D, E, F);
tuple!(A, B, C, D, E, F, G);
tuple!(A, B, C, D, E, F, G, H);
