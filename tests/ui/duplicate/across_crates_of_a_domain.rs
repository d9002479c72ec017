// 2 errors

use errcode::{ApiError, catalog};
use errcode_billing::{InvoiceError, Shop};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Shop)]
enum LedgerError {
    #[error("not found")]
    #[api(code = "INVOICE_NOT_FOUND", status = 410)]
    NotFound,
    #[error("old")]
    #[api(code = "INVOICE_OLD", status = 404)]
    Old,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Shop)]
enum CartError {
    #[error("gone")]
    #[api(code = "CART_GONE", status = 410)]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(domain = Shop)]
enum OrderError {
    #[error("gone")]
    #[api(code = "CART_GONE", status = 404)]
    Gone,
    #[error(transparent)]
    #[api(transparent)]
    Cart(CartError),
}

catalog!(pub static CODES = [InvoiceError, LedgerError]);
catalog!(pub static CARTS = [CartError, OrderError]);

fn main() {}
