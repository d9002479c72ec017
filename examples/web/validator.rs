//! Orders that validator checks: what is not valid is answered with its fields, such as `items[1].sku`.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example validator
//! ```

use axum::{Router, routing::post};
use errcode::{
    axum::{Errors, Json, Query},
    envelope::Nested,
    validator::Valid,
};
use errcode_examples_web::show;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use validator::Validate;

#[derive(Deserialize, Validate)]
struct Order {
    #[validate(length(min = 1, max = 100))]
    customer: String,
    #[validate(length(min = 1), nested)]
    items: Vec<Item>,
}

// validator serializes what a list holds.
#[derive(Deserialize, Serialize, Validate)]
struct Item {
    #[validate(length(min = 3, message = "has at least 3 characters"))]
    sku: String,
    #[validate(range(min = 1, max = 99))]
    count: u32,
}

#[derive(Deserialize, Validate)]
struct Page {
    #[validate(range(min = 1))]
    page: u32,
}

async fn create(Valid(Json(order)): Valid<Json<Order>>) -> String {
    let items = order.items.iter().map(|item| format!("{} of {}", item.count, item.sku));
    format!("{}: {}", order.customer, items.collect::<Vec<_>>().join(", "))
}

async fn list(Valid(Query(page)): Valid<Query<Page>>) -> String {
    format!("page {}", page.page)
}

fn service() -> Router {
    Errors::<Nested>::new().install(Router::new().route("/orders", post(create).get(list)))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, service()).await });

    for (order, expected) in [
        (r#"{"customer":"ann","items":[{"sku":"A-1","count":2}]}"#, "ann: 2 of A-1"),
        (
            r#"{"customer":"","items":[{"sku":"A-1","count":2},{"sku":"B","count":100}]}"#,
            "items[1].sku",
        ),
        (r#"{"customer":"ann","items":[{"sku":"A-1"}]}"#, r#""items[0].count":["missing field"]"#),
    ] {
        show(address, "POST /orders", &["Content-Type: application/json"], order, expected).await?;
    }
    show(address, "GET /orders?page=0", &[], "", "INVALID_QUERY").await
}
