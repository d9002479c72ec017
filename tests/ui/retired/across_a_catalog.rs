// 2 errors

use errcode::{ApiError, catalog};
use errcode_billing::PaymentError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(retired("PAYMENT_PENDING"))]
enum ShopError {
    #[error("pending")]
    #[api(code = "SHOP_PENDING", status = 409)]
    Pending,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum CartError {
    #[error("pending")]
    #[api(code = "PAYMENT_PENDING", status = 409)]
    Pending,
}

catalog!(pub static CODES = [PaymentError, ShopError, CartError]);

fn main() {}
