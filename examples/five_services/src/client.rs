//! An HTTP client for one address.

use std::{error::Error, net::SocketAddr, time::Duration};

use axum::{
    body::Bytes,
    http::{self, Response},
};
use http_body_util::{BodyExt, Full};
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::TokioExecutor,
};

use crate::reference::Request;

/// No answer takes longer, unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) struct Client {
    server: SocketAddr,
    http: legacy::Client<HttpConnector, Full<Bytes>>,
}

impl Client {
    pub(crate) fn new(server: SocketAddr) -> Self {
        Self { server, http: legacy::Client::builder(TokioExecutor::new()).build_http() }
    }

    pub(crate) async fn send(&self, request: &Request) -> Result<Response<Bytes>, Box<dyn Error>> {
        let mut builder = http::Request::builder()
            .method(&request.method)
            .uri(format!("http://{}{}", self.server, request.path));
        for &(name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let request = builder.body(Full::from(request.body.clone()))?;
        tokio::time::timeout(PATIENCE, async {
            let (head, body) = self.http.request(request).await?.into_parts();
            Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
        })
        .await?
    }
}
