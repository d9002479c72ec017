//! Orders that garde checks: what is not valid is answered with its fields, such as `items[1].sku`.
//!
//! ```sh
//! cargo run --package errcode-examples-web --example garde
//! ```

use axum::{Router, routing::post};
use errcode::{
    axum::{Errors, Json, Query},
    envelope::Nested,
    garde::Valid,
};
use errcode_examples_web::show;
use serde::Deserialize;
use tokio::net::TcpListener;

#[derive(Deserialize, garde::Validate)]
struct Order {
    #[garde(length(min = 1, max = 100))]
    customer: String,
    #[garde(length(min = 1), dive)]
    items: Vec<Item>,
}

#[derive(Deserialize, garde::Validate)]
struct Item {
    #[garde(length(min = 3))]
    sku: String,
    #[garde(range(min = 1, max = 99))]
    count: u32,
}

#[derive(Deserialize, garde::Validate)]
struct Page {
    #[garde(range(min = 1))]
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
