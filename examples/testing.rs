//! Tests of what clients get.
//!
//! ```sh
//! cargo test --example testing
//! ```

use errcode::{ApiError, RequestContext};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "PAYMENT_")]
enum PaymentError {
    #[error("card of customer {customer} declined: {reason}")]
    #[api(code = "PAYMENT_DECLINED", status = 402, message = "The card was declined")]
    Declined {
        customer: u64,
        #[api(detail)]
        reason: &'static str,
    },

    #[error("no answer from {processor}")]
    #[api(code = "PAYMENT_PROCESSOR_DOWN", status = 502, retry_after = 10)]
    ProcessorDown { processor: String },
}

fn main() {
    let declined = PaymentError::Declined { customer: 12, reason: "expired_card" };
    let down = PaymentError::ProcessorDown { processor: "pay-3.internal".into() };
    for error in [declined, down] {
        let response = errcode::respond(&error, &RequestContext::new());
        println!("{} {}", response.status(), String::from_utf8_lossy(response.body()));
    }
    println!("`cargo test --example testing` runs the tests");
}

#[cfg(test)]
mod tests {
    use super::*;
    use errcode::{ErrorCodes, http::StatusCode};
    use serde_json::{Value, json};

    fn body(error: &PaymentError) -> Value {
        let response = errcode::respond(error, &RequestContext::new().path("/payments"));
        serde_json::from_slice(response.body()).expect("the body is JSON")
    }

    /// The body whole: a field that someone marks `detail` by mistake is seen here.
    #[test]
    fn a_declined_card_tells_the_reason_and_not_the_customer() {
        let error = PaymentError::Declined { customer: 12, reason: "expired_card" };
        assert_eq!(
            body(&error),
            json!({
                "title": "Payment Required",
                "status": 402,
                "detail": "The card was declined",
                "instance": "/payments",
                "code": "PAYMENT_DECLINED",
                "retryable": false,
                "reason": "expired_card",
            })
        );
    }

    #[test]
    fn a_processor_that_is_down_is_worth_a_retry() {
        let error = PaymentError::ProcessorDown { processor: "pay-3.internal".into() };
        let response = errcode::respond(&error, &RequestContext::new());
        assert!(error.is_retryable());
        assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
        assert_eq!(response.headers()["retry-after"], "10");
        assert!(!String::from_utf8_lossy(response.body()).contains("internal"));
    }

    /// Codes and statuses are what clients rely on: a change has to be made here as well.
    #[test]
    fn the_codes_are_those_of_the_documentation() {
        let codes = PaymentError::CODES.iter().map(|spec| (spec.code(), spec.status().as_u16()));
        assert!(codes.eq([("PAYMENT_DECLINED", 402), ("PAYMENT_PROCESSOR_DOWN", 502)]));
    }
}
