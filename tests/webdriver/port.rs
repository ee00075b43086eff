//! Finds a free port for a program, and waits until the program listens at this port.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{self, Child},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    net::TcpStream,
    time::{interval, timeout},
};

/// How long a program may take until it listens at its port.
const LIMIT: Duration = Duration::from_secs(20);
/// The time between two attempts to connect to the program.
const PAUSE: Duration = Duration::from_millis(10);

/// Returns an address of this machine at which no program listens.
///
/// The port is lower than the ports that Linux gives to clients. Otherwise a client could connect
/// to its own port.
///
/// # Panics
/// When programs use every port of the range.
#[must_use]
pub fn free() -> SocketAddr {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let ports = (0..20_000).map(|_| {
        let number = process::id().wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed));
        u16::try_from(10_000 + number % 20_000).unwrap()
    });
    let mut addresses = ports.map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    addresses
        .find(|address| TcpListener::bind(address).is_ok())
        .unwrap()
}

/// Waits until a program listens at an address.
///
/// # Panics
/// When the program ends, or does not listen within 20 seconds.
pub async fn until_listening(program: &mut Child, address: SocketAddr) {
    let listening = async {
        let mut attempts = interval(PAUSE);
        while TcpStream::connect(address).await.is_err() {
            let ended = program.try_wait().unwrap();
            assert!(ended.is_none(), "{program:?} ended before it listened");
            attempts.tick().await;
        }
    };
    let listening = timeout(LIMIT, listening).await;
    assert!(listening.is_ok(), "nothing listens at {address}");
}
