// 4 errors

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 404)]
enum JobError {
    #[error("not found: {}", format!("{source}"))]
    #[api(code = "USER_LOST")]
    Lost { source: std::io::Error },
    #[error("not found: {}", format_args!("{:?}", .0))]
    #[api(code = "USER_GONE")]
    Gone(#[source] std::io::Error),
    #[error("not found: {}", (source))]
    #[api(code = "USER_AWAY")]
    Away { source: std::io::Error },
    #[error("{self:?}")]
    #[api(code = "USER_LEFT")]
    Left { source: std::io::Error },
    #[error("not found: {}", .source.kind())]
    #[api(code = "USER_MOVED")]
    Moved { source: std::io::Error },
    #[error("{self:?}")]
    #[api(code = "USER_RENAMED")]
    Renamed,
}

fn main() {}
