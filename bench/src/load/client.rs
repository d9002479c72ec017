use std::{
    io,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    runtime::{self, Runtime},
    task::JoinSet,
};

/// What is asked for, and what is expected of every answer.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    /// The path.
    pub path: &'static str,
    /// The status.
    pub status: u16,
    /// Whether the body has the identifier that the request had.
    pub body_has_id: bool,
}

/// Connections to a service, which stay open, as those of a load generator or a proxy do.
#[derive(Debug)]
pub struct Clients {
    runtime: Runtime,
    connections: Vec<Connection>,
}

impl Clients {
    /// Connects to a service.
    ///
    /// # Errors
    ///
    /// If a connection fails.
    pub fn connect(address: SocketAddr, connections: usize) -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let connections = runtime.block_on(async {
            let mut opened = Vec::with_capacity(connections);
            for number in 0..connections {
                let stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                opened.push(Connection { stream, number, requests: 0 });
            }
            Ok::<_, io::Error>(opened)
        })?;
        Ok(Self { runtime, connections })
    }

    /// Keeps all connections busy with a request, and returns how many were answered.
    ///
    /// # Errors
    ///
    /// If a connection fails, or an answer is not what is expected.
    pub fn ask(&mut self, request: Request, duration: Duration) -> io::Result<u64> {
        let connections = std::mem::take(&mut self.connections);
        let (answered, connections) = self.runtime.block_on(async {
            let start = Instant::now();
            let mut clients = JoinSet::new();
            for mut connection in connections {
                clients.spawn(async move {
                    let mut answered = 0;
                    while start.elapsed() < duration {
                        connection.ask(request).await?;
                        answered += 1;
                    }
                    Ok::<_, io::Error>((answered, connection))
                });
            }
            let mut total = 0;
            let mut connections = Vec::with_capacity(clients.len());
            while let Some(ended) = clients.join_next().await {
                let (answered, connection) = ended.map_err(io::Error::other)??;
                total += answered;
                connections.push(connection);
            }
            Ok::<_, io::Error>((total, connections))
        })?;
        self.connections = connections;
        Ok(answered)
    }
}

#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    number: usize,
    /// How many were sent.
    requests: u64,
}

impl Connection {
    async fn ask(&mut self, Request { path, status, body_has_id }: Request) -> io::Result<()> {
        let id = format!("{}-{}", self.number, self.requests);
        self.requests += 1;
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nx-request-id: {id}\r\n\r\n");
        self.stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::with_capacity(1024);
        let (head, body) = loop {
            if self.stream.read_buf(&mut answer).await? == 0 {
                return Err(io::Error::other("the connection was closed"));
            }
            let text = str::from_utf8(&answer).map_err(io::Error::other)?;
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            if body.len() >= content_length(head) {
                break (head, body);
            }
        };
        let is_expected = head.split(' ').nth(1) == Some(&status.to_string())
            && (!body_has_id || body.contains(&format!("\"request_id\":\"{id}\"")));
        if is_expected { Ok(()) } else { Err(io::Error::other(format!("for {id}: {head} {body}"))) }
    }
}

fn content_length(head: &str) -> usize {
    let value = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}
