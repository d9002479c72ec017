const _: () = {
    use ::errcode::__private0 as __errcode;
    #[allow(unused_imports)]
    use __errcode::no_domain::*;
    const _: () = {
        use crate::Coordinator as __errcode_domain;
        const _: () = {
            __errcode_domain! {
                impl < __C : ? ::core::marker::Sized > __errcode_domain < __C > {
                #[doc(hidden)] pub const EXPIRED : () = (); #[doc(hidden)] pub const OLD
                : () = (); }
            }
        };
        const _: () = {
            __errcode_domain! {
                struct __Shared; impl __errcode_domain < __Shared > { #[doc(hidden)] pub
                const DENIED : () = (); }
            }
        };
        struct __Codes;
        impl __errcode::InDomain for __Codes {
            type Domain = __errcode_domain;
        }
        const __DOMAIN: __errcode::DomainFacts = <__Codes as __errcode::InDomain>::FACTS;
        static __SPECS: [__errcode::CodeSpec; 2] = [
            __errcode::row(
                    "DENIED",
                    0xeaf6df06d5d7f696,
                    403,
                    0x10,
                    "AuthError::Denied",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    &[],
                    &[],
                    0x69931ed0420bc22f,
                )
                .with_domain_of(&__DOMAIN)
                .with_docs_url_of(
                    &__errcode::docs_url::<
                        { __errcode::docs_url_len(__DOMAIN.template, "DENIED") },
                    >(__DOMAIN.template, "DENIED"),
                ),
            __errcode::row(
                    "EXPIRED",
                    0x3de04a597efa84f2,
                    401,
                    0x0,
                    "AuthError::Expired",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    &[],
                    &[],
                    0x34ba16a347c135dd,
                )
                .with_domain_of(&__DOMAIN)
                .with_docs_url_of(
                    &__errcode::docs_url::<
                        { __errcode::docs_url_len(__DOMAIN.template, "EXPIRED") },
                    >(__DOMAIN.template, "EXPIRED"),
                ),
        ];
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
            __DOMAIN.origin,
        );
        const _: () = {
            const __CODES: __errcode::Codes = __errcode::own(
                __OWNER,
                &__SPECS,
                &["OLD"],
            );
            __errcode::assert_listed(<__Codes as __errcode::InDomain>::CATALOG, &__CODES)
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
