// 1 error

use errcode::{ApiError, catalog};
use errcode_billing::PaymentError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ShopError {
    #[error("declined")]
    #[api(code = "PAYMENT_DECLINED", status = 402)]
    Declined,
}

catalog!(pub static CODES = [PaymentError, ShopError]);

fn main() {}
