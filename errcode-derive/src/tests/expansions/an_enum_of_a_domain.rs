const _: () = {
    use ::errcode::__private0 as __errcode;
    use __errcode::no_domain::*;
    const _: () = {
        use crate::Coordinator as __errcode_domain;
        const _: () = {
            __errcode_domain! {
                #[doc(hidden)] impl < __C : ? ::core::marker::Sized > __errcode_domain <
                __C > { pub const EXPIRED : () = (); pub const OLD : () = (); }
            }
        };
        const _: () = {
            __errcode_domain! {
                struct __Shared; #[doc(hidden)] impl __errcode_domain < __Shared > { pub
                const DENIED : () = (); }
            }
        };
        struct __Codes;
        impl __errcode::InDomain for __Codes {
            type Domain = __errcode_domain;
        }
        static __DOMAIN: __errcode::DomainFacts = <__Codes as __errcode::InDomain>::FACTS;
        static __MORE: [__errcode::More; 1] = [
            __errcode::More {
                details: &[],
                headers: &[],
                retry_after: 0,
                page: "",
                domain: __errcode::DomainPart::Member(&__MEMBERSHIP),
            },
        ];
        static __SPECS: [__errcode::CodeSpec; 2] = [
            __errcode::CodeSpec {
                __row: __errcode::Row {
                    hash: 0xeaf6df06d5d7f696,
                    status: 403,
                    flags: 0x4010,
                    promises: 0x69931ed0420bc22f,
                    facts: __errcode::Facts::Derived(
                        "DENIEDAuthError::Denied",
                        [0x2e000170000b80005c0002e00006, 0x2000010000b80005c0002e00017],
                        &__MORE,
                    ),
                },
            },
            __errcode::CodeSpec {
                __row: __errcode::Row {
                    hash: 0x3de04a597efa84f2,
                    status: 401,
                    flags: 0x0,
                    promises: 0x34ba16a347c135dd,
                    facts: __errcode::Facts::Derived(
                        "EXPIREDAuthError::Expired",
                        [0x32000190000c8000640003200007, 0x2000020000c8000640003200019],
                        &__MORE,
                    ),
                },
            },
        ];
        static __URLS: [[__errcode::Chunk; __DOMAIN.docs_url.chunks(7)]; 2] = __DOMAIN
            .docs_url
            .urls("DENIED          EXPIRED         ", [6, 7]);
        static __MEMBERSHIP: __errcode::Membership = __errcode::Membership::new(
            &__DOMAIN,
            &__URLS,
        );
        #[automatically_derived]
        impl __errcode::ApiError for AuthError {
            fn spec(&self) -> &'static __errcode::CodeSpec {
                &__SPECS[match self {
                    Self::Denied { .. } => 0,
                    Self::Expired { .. } => 1,
                }]
            }
            fn message(
                &self,
            ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
                match self {
                    Self::Expired { at: __field_0, .. } => {
                        __errcode::written_message(
                            self,
                            ::core::format_args!("{arg_0}", arg_0 = __field_0.elapsed()),
                        )
                    }
                    _ => __errcode::default_message(self),
                }
            }
        }
        const __OWNER: __errcode::Owner = __errcode::owner(
            "AuthError",
            ::core::concat!(::core::module_path!(), " AuthError  d69cc49b50405f31"),
            "",
            __errcode_domain!(? __DOMAIN.origin),
        );
        const _: () = if let ::core::option::Option::Some(__catalog) = <__Codes as __errcode::InDomain>::CATALOG {
            __errcode::assert_listed(
                __catalog,
                &__errcode::own(__OWNER, &__SPECS, &["OLD"]),
            )
        };
        #[automatically_derived]
        impl __errcode::ErrorCodes for AuthError {
            const CODES: __errcode::Codes = __errcode::own(__OWNER, &__SPECS, &["OLD"]);
        }
        #[automatically_derived]
        impl __errcode::OfDomain for AuthError {
            type Codes = __Codes;
        }
    };
};
