use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    runtime, task,
};

/// What is expected of every answer.
#[derive(Debug, Clone, Copy)]
pub struct Checks {
    /// The status.
    pub status: u16,
    /// Whether the body has the identifier that the request had.
    pub body_has_id: bool,
}

/// Keeps `connections` busy with requests for a path, and returns how many were answered.
///
/// # Errors
///
/// If a connection fails, or an answer is not what is expected.
pub fn ask(
    address: SocketAddr,
    path: &'static str,
    connections: usize,
    duration: Duration,
    checks: Checks,
) -> io::Result<u64> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let answered = Arc::new(AtomicU64::new(0));
        let start = Instant::now();
        let mut clients = task::JoinSet::new();
        for number in 0..connections {
            let answered = Arc::clone(&answered);
            clients.spawn(async move {
                let mut stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                let mut turn = 0_u64;
                while start.elapsed() < duration {
                    call(&mut stream, path, &format!("{number}-{turn}"), checks).await?;
                    answered.fetch_add(1, Ordering::Relaxed);
                    turn += 1;
                }
                Ok::<_, io::Error>(())
            });
        }
        while let Some(ended) = clients.join_next().await {
            ended.map_err(io::Error::other)??;
        }
        Ok(answered.load(Ordering::Relaxed))
    })
}

async fn call(stream: &mut TcpStream, path: &str, id: &str, checks: Checks) -> io::Result<()> {
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nx-request-id: {id}\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::with_capacity(1024);
    let (head, body) = loop {
        if stream.read_buf(&mut answer).await? == 0 {
            return Err(io::Error::other("the connection was closed"));
        }
        let text = str::from_utf8(&answer).map_err(io::Error::other)?;
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        if body.len() >= content_length(head) {
            break (head, body);
        }
    };
    let is_expected = head.split(' ').nth(1) == Some(&checks.status.to_string())
        && (!checks.body_has_id || body.contains(&format!("\"request_id\":\"{id}\"")));
    if is_expected { Ok(()) } else { Err(io::Error::other(format!("for {id}: {head} {body}"))) }
}

fn content_length(head: &str) -> usize {
    let value = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}
