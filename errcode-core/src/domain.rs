use crate::{Catalog, Envelope, HasEnvelope, docs_url::Template};

/// What the error types of one service share: such as the name of the service.
///
/// ```
/// use errcode::{Domain, envelope::Nested};
///
/// struct Coordinator;
///
/// impl Domain for Coordinator {
///     const NAME: Option<&'static str> = Some("coordinator.example.com");
///     type Envelope = Nested;
/// }
///
/// assert_eq!(Coordinator::DOCS_URL, None);
/// ```
#[diagnostic::on_unimplemented(
    message = "the trait `errcode::Domain` is not implemented for `{Self}`",
    label = "not a domain"
)]
pub trait Domain {
    /// The name of the service, such as `"coordinator.example.com"`: the `domain` of AIP-193.
    const NAME: Option<&'static str> = None;

    /// Where codes are documented; `{code}` stands for the code.
    const DOCS_URL: Option<&'static str> = None;

    /// The catalog that has to list every error type of the domain, if there is one.
    const CATALOG: Option<&'static Catalog> = None;

    /// What tells this domain from every other.
    #[doc(hidden)]
    const ORIGIN: &'static str = "";

    /// The envelope of the error types that name none themselves.
    type Envelope: Envelope;

    /// What each spec needs, for generated code.
    #[doc(hidden)]
    const FACTS: DomainFacts = DomainFacts {
        name: match Self::NAME {
            Some(name) => name,
            None => "",
        },
        docs_url: match Self::DOCS_URL {
            Some(template) => Template::new(template),
            None => Template::new(""),
        },
        origin: Self::ORIGIN,
    };
}

/// What generated code needs of a [`Domain`], which it names once so that a wrong one is reported once.
#[allow(missing_debug_implementations)]
pub struct DomainFacts {
    /// Its name; empty without one.
    pub name: &'static str,
    /// The template of the documentation's URLs; empty without one.
    pub docs_url: Template,
    /// What tells it from every other domain.
    pub origin: &'static str,
}

/// What stands for the codes of a type in a domain: the one place that names the domain, so that a wrong one is reported
/// once.
pub trait InDomain {
    /// The domain.
    type Domain: Domain;
    /// What each spec needs of it.
    const FACTS: DomainFacts = <Self::Domain as Domain>::FACTS;
    /// Its catalog.
    const CATALOG: Option<&'static Catalog> = <Self::Domain as Domain>::CATALOG;
}

/// An error type whose codes are in a domain, which gives it its envelope.
pub trait OfDomain {
    /// What stands for its codes.
    type Codes: InDomain;
}

#[diagnostic::do_not_recommend]
impl<E: OfDomain> HasEnvelope for E {
    type Envelope = <<E::Codes as InDomain>::Domain as Domain>::Envelope;
}
