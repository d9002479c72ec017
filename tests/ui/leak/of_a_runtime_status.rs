// 1 error

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum FeedError {
    #[error("the feed failed: {source}")]
    #[api(code = "FEED_FAILED", status = 502)]
    Failed {
        source: std::io::Error,
        #[api(status)]
        status: u16,
    },
    #[error("the feed is gone: {source}")]
    #[api(code = "FEED_GONE", status = 502)]
    Gone { source: std::io::Error },
}

fn main() {}
