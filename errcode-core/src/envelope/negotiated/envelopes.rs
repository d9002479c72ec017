use http::{HeaderMap, HeaderValue, header};
use serde_core::Serialize;

use super::Offer;
use crate::{Envelope, ErrorView, render::Render};

/// A tuple of up to eight envelopes. Sealed: it is implemented here alone.
pub trait Envelopes {
    /// Their media types.
    #[doc(hidden)]
    const TYPES: &'static [&'static str];

    /// The media type of the first.
    #[doc(hidden)]
    const FIRST: &'static str;

    #[doc(hidden)]
    fn first_body(view: ErrorView<'_>) -> impl Serialize;

    /// Sets `Content-Type`, and adds the headers of one of them.
    #[doc(hidden)]
    fn headers(position: usize, view: ErrorView<'_>, headers: &mut HeaderMap);

    /// Writes the body of one of them.
    #[doc(hidden)]
    fn write(position: usize, view: ErrorView<'_>, out: &mut Vec<u8>);

    /// What renders each of them.
    #[doc(hidden)]
    fn each(visit: &mut dyn FnMut(Render));
}

macro_rules! tuples {
    ($($first:ident $($position:literal $other:ident)*;)*) => {$(
        impl<$first: Envelope, $($other: Envelope,)*> Envelopes for ($first, $($other,)*) {
            const TYPES: &'static [&'static str] = &[$first::CONTENT_TYPE, $($other::CONTENT_TYPE),*];
            const FIRST: &'static str = $first::CONTENT_TYPE;

            fn first_body(view: ErrorView<'_>) -> impl Serialize {
                $first::body(view)
            }

            fn headers(position: usize, view: ErrorView<'_>, headers: &mut HeaderMap) {
                match position {
                    $($position => headers_of::<$other>(view, headers),)*
                    _ => headers_of::<$first>(view, headers),
                }
            }

            fn write(position: usize, view: ErrorView<'_>, out: &mut Vec<u8>) {
                match position {
                    $($position => $other::write(view, out),)*
                    _ => $first::write(view, out),
                }
            }

            fn each(visit: &mut dyn FnMut(Render)) {
                $first::each(visit);
                $($other::each(visit);)*
            }
        }

        impl<$first: Envelope, $($other: Envelope,)*> Offer for ($first, $($other,)*) {
            type Envelopes = Self;
        }
    )*};
}

tuples! {
    A;
    A 1 B;
    A 1 B 2 C;
    A 1 B 2 C 3 D;
    A 1 B 2 C 3 D 4 E;
    A 1 B 2 C 3 D 4 E 5 F;
    A 1 B 2 C 3 D 4 E 5 F 6 G;
    A 1 B 2 C 3 D 4 E 5 F 6 G 7 H;
}

fn headers_of<E: Envelope>(view: ErrorView<'_>, headers: &mut HeaderMap) {
    let content_type = const { crate::headers::content_type::<E>() };
    let _ = headers.try_insert(header::CONTENT_TYPE, HeaderValue::clone(&content_type));
    E::headers(view, headers);
}
