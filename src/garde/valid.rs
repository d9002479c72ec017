use garde::{
    Report, Validate,
    i18n::{DefaultI18n, with_i18n},
};

use super::{Coded, field_errors};

fn check(value: &impl Validate<Context: Default>) -> Result<(), Report> {
    with_i18n(Coded(DefaultI18n), || value.validate())
}

crate::input::valid! {
    /// An extractor whose value is validated: what is not valid is answered with a status of 422 or 400 and the field
    /// errors, by the [`FrameworkError`](crate::FrameworkError) that the extractor has for it.
    ///
    /// The value is validated with the default of its context, in garde's own texts; codes are the names of the rules.
    ///
    /// ```
    /// # #[cfg(feature = "axum")] {
    /// use axum::{Router, routing::post};
    /// use errcode::{axum::Json, garde::Valid};
    ///
    /// #[derive(serde::Deserialize, garde::Validate)]
    /// struct Order {
    ///     #[garde(length(min = 3))]
    ///     sku: String,
    /// }
    ///
    /// let create = async |Valid(Json(order)): Valid<Json<Order>>| order.sku;
    /// let app: Router = Router::new().route("/orders", post(create));
    /// # let _ = app;
    /// # }
    /// ```
    Validate<Context: Default>, check
}
