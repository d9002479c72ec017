// 1 error

use errcode::{ApiError, RequestContext};

fn answer(error: &dyn ApiError) {
    let _ = errcode::respond(error, &RequestContext::new());
}

fn main() {}
