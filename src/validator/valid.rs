use validator::Validate;

use super::field_errors;

crate::input::valid! {
    /// An extractor whose value is validated: what is not valid is answered with a status of 422 or 400 and the field
    /// errors, by the [`FrameworkError`](crate::FrameworkError) that the extractor has for it.
    ///
    /// ```
    /// # #[cfg(feature = "axum")] {
    /// use axum::{Router, routing::post};
    /// use errcode::{axum::Json, validator::Valid};
    ///
    /// #[derive(serde::Deserialize, validator::Validate)]
    /// struct Order {
    ///     #[validate(length(min = 3))]
    ///     sku: String,
    /// }
    ///
    /// let create = async |Valid(Json(order)): Valid<Json<Order>>| order.sku;
    /// let app: Router = Router::new().route("/orders", post(create));
    /// # let _ = app;
    /// # }
    /// ```
    Validate, Validate::validate
}
